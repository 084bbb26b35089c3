"""What a save costs at least: its rows written with bare sqlite3, every value ready, nothing read or checked."""

from collections.abc import Callable
from pathlib import Path

from desktop.domain.document import COLUMNS
from desktop.domain.record import RecordId
from desktop.store.engine import open_driver
from desktop.store.search.rows import entry_of, told_of

_WORDS = ", ".join(COLUMNS)
_MARKS = ", ".join("?" * len(COLUMNS))
_FORGET = f"INSERT INTO search_index (search_index, rowid, {_WORDS}, facets) VALUES ('delete', ?, {_MARKS}, ?)"
_TELL = f"INSERT INTO search_index (rowid, {_WORDS}, facets) VALUES (?, {_MARKS}, ?)"
_TEXTS = 1 + COLUMNS.index("texts")
_BODY = '{"position":1,"record":{}}' + " " * 1200
"""As long as a record in the history."""


class Floor:
    """Writes what a change of a text and a number of a location makes different."""

    def __init__(self, database: Path) -> None:
        self._driver = open_driver(database)

    def change(self, record_id: RecordId, number: int) -> Callable[[], object]:
        """The change, ready to be made."""
        entry = entry_of(self._driver, record_id)
        assert entry is not None
        told = told_of(self._driver, entry).row
        texts = told[_TEXTS]
        assert isinstance(texts, str)
        new = (*told[:_TEXTS], f"{texts} grund{number}", *told[_TEXTS + 1 :])
        words = [(1, word) for word in texts.split()[:40]]
        return lambda: self._change(record_id, number, (told, new), words)

    def _change(
        self, record_id: RecordId, number: int, told: tuple[tuple[object, ...], ...], words: list[tuple[int, str]]
    ) -> None:
        run = self._driver.execute
        run("BEGIN IMMEDIATE")
        run("UPDATE location SET hours_note = ? WHERE id = ?", (f"Grund {number}", record_id))
        run("UPDATE phone SET raw = ?, e164 = ? WHERE entry_id = ?", ("0221 1", f"+49221{number}", record_id))
        run("UPDATE search_passage SET body = zeroblob(length(body)) WHERE number = ?", (told[0][0],))
        run(_FORGET, told[0])
        run(_TELL, told[1])
        self._driver.executemany("UPDATE search_word SET uses = uses + ? WHERE word = ?", words)
        run("INSERT INTO search_word VALUES (NULL, ?, 1, 0, 0, 0, 1, 0)", (f"grund{number}",))
        run("INSERT INTO search_part (rowid, word) VALUES (last_insert_rowid(), ?)", (f"grund{number}",))
        made = "INSERT INTO change_set (deed, made_at, made_by, is_discarded) VALUES ('edit', ?, 'Probe', 0)"
        deed = run(made, ("2026-11-23 10:00:00.000000",)).lastrowid
        run("INSERT INTO change VALUES (?, 0, ?, ?, ?)", (deed, record_id, _BODY, _BODY))
        run("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._driver.close()
