"""What an import costs SQLite alone: the rows that it wrote, written again from tables to tables, no Python between."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from desktop.domain.document import COLUMNS
from desktop.store.engine import open_driver
from desktop.store.search.rows import entry_of, told_of

_FULL_TEXT = {"search_index", "search_part"}
_MADE = "SELECT name, sql FROM main.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND type = ?"
_WORDS = f"number INTEGER PRIMARY KEY, {', '.join(COLUMNS)}, facets"
_TELL = f"INSERT INTO search_index (rowid, {', '.join(COLUMNS)}, facets) SELECT * FROM source.words ORDER BY number"
_PARTS = "INSERT INTO search_part (rowid, word) SELECT number, word FROM source.search_word"
_MERGE = "INSERT INTO search_index (search_index) VALUES ('optimize')"


def seconds(database: Path, folder: Path) -> float:
    """Seconds for all rows of a database, with its indexes and its full text, in one transaction."""
    source, target = folder / "source.sqlite", folder / "floor.sqlite"
    source.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(source)) as connection:
        _prepare_words(connection)
        tables, indexes = dict(connection.execute(_MADE, ("table",))), dict(connection.execute(_MADE, ("index",)))
    own = {name: made for name, made in tables.items() if not _is_of_full_text(name)} | {
        name: tables[name] for name in _FULL_TEXT
    }
    own.pop("words")
    with closing(open_driver(target)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS source", (str(source),))
        connection.execute("BEGIN IMMEDIATE")
        began = time.perf_counter()
        _run(connection, own.values())
        _run(connection, (f"INSERT INTO main.{name} SELECT * FROM source.{name}" for name in own.keys() - _FULL_TEXT))
        _run(connection, (*indexes.values(), _TELL, _PARTS, _MERGE, "COMMIT"))
        return time.perf_counter() - began


def _prepare_words(connection: sqlite3.Connection) -> None:
    """What FTS5 is told keeps no text: so it is worked out before the clock runs."""
    connection.execute(f"CREATE TABLE words ({_WORDS})")
    marks = ", ".join("?" * (2 + len(COLUMNS)))
    connection.executemany(f"INSERT INTO words VALUES ({marks})", _told(connection))
    connection.commit()


def _told(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    for (record_id,) in connection.execute("SELECT entry_id FROM search_entry").fetchall():
        entry = entry_of(connection, record_id)
        assert entry is not None
        yield told_of(connection, entry).row


def _is_of_full_text(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}_") for one in _FULL_TEXT)


def _run(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.execute(statement)
