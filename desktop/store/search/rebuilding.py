"""The index made anew from all documents: each is looked at once, and FTS5 is told in the order of the numbers."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.document import COLUMNS, Document, columns
from desktop.domain.progress import Progress
from desktop.domain.record import RecordId
from desktop.store.search.numbering import STEP
from desktop.store.search.rows import Told, Vocabulary, index_row, new_rows, uses_of
from desktop.store.search.statements import INSERT, INSERT_NAME, PUT_ENTRY, PUT_PASSAGES, USE, WORD
from desktop.store.search.tables import CREATE, DROP, INDEXES

_BATCH = 500
_COUNTED_AT_ONCE = 20_000
"""Of so many words it is counted in memory where they stand."""
_WORDS = ", ".join(COLUMNS)
_WAITING = (
    "DROP TABLE IF EXISTS temp.waiting",
    f"CREATE TEMP TABLE waiting (number INTEGER PRIMARY KEY, {_WORDS}, facets, owner_id)",
)
_WAIT = f"INSERT INTO temp.waiting VALUES ({', '.join('?' * (3 + len(COLUMNS)))})"
_IN_ORDER = f"""
    SELECT own.number, {", ".join(f"{by}.{column}" for by in ("own", "owner") for column in COLUMNS)}, own.facets
    FROM temp.waiting AS own LEFT JOIN search_entry AS owning ON owning.entry_id = own.owner_id
    LEFT JOIN temp.waiting AS owner ON owner.number = owning.number ORDER BY own.number
"""


class Rebuilding:
    """Writes into a database, in the transaction of whoever calls it; words wait in a temporary table."""

    def __init__(self, connection: sqlite3.Connection, total: int, progress: Progress) -> None:
        self._connection = connection
        self._total, self._progress, self._done = 2 * total, progress, 0

    def rebuild(self, order: Sequence[RecordId], batches: Iterable[Sequence[Document]]) -> None:
        """Write all documents; `order` is that of the lists, archived records last."""
        self._execute(*DROP, *CREATE, *_WAITING)
        numbers = {record_id: at * STEP for at, record_id in enumerate(order, 1)}
        for documents in batches:
            self._write(numbers, documents)
            self._tell_progress(len(documents))
        self._execute(*INDEXES)
        self._tell()
        self._execute(
            "INSERT INTO search_part (rowid, word) SELECT number, word FROM search_word",
            "INSERT INTO search_index (search_index) VALUES ('optimize')",
            "DROP TABLE temp.waiting",
        )

    def _write(self, numbers: dict[RecordId, int], documents: Sequence[Document]) -> None:
        every = [new_rows(numbers[document.id], document) for document in documents]
        execute = self._connection.executemany
        execute(PUT_ENTRY, [rows.row for rows in every])
        execute(PUT_PASSAGES, [rows.passages for rows in every])
        execute(INSERT_NAME, sorted(name for rows in every for name in rows.names))
        execute(USE, [(*key, count) for key, count in uses_of(rows.entry for rows in every).items()])
        told = [
            (*index_row(rows.entry, columns(rows.texts)), document.owner_id)
            for rows, document in zip(every, documents, strict=True)
        ]
        execute(_WAIT, told)

    def _tell(self) -> None:
        """Tell FTS5 and the vocabulary the words of all records and, with them, of those that own them."""
        words = Vocabulary()
        for told in self._told():
            self._connection.executemany(INSERT, [one.row for one in told])
            words.add(one.words for one in told)
            if len(words) >= _COUNTED_AT_ONCE:
                self._connection.executemany(WORD, words.rows())
                words = Vocabulary()
            self._tell_progress(len(told))
        self._connection.executemany(WORD, words.rows())

    def _told(self) -> Iterator[list[Told]]:
        found = self._connection.execute(_IN_ORDER)
        while rows := found.fetchmany(_BATCH):
            yield [_joined(number, texts) for number, *texts in rows]

    def _tell_progress(self, count: int) -> None:
        self._done += count
        self._progress.tell(self._done, self._total)

    def _execute(self, *statements: str) -> None:
        for statement in statements:
            self._connection.execute(statement)


def _joined(number: int, texts: Sequence[str]) -> Told:
    """What FTS5 is told of a record: its own words, and those of its owner, whose names have a column of their own."""
    *own, facets = texts
    words = {column: text.split() for column, text in zip(COLUMNS, own, strict=False)}
    for column, text in zip(COLUMNS, own[len(COLUMNS) :], strict=True):
        if text and column != "digits":
            found = "owner" if column == "names" else column
            words[found] = sorted({*words[found], *text.split()})
    return Told((number, *(" ".join(words[column]) for column in COLUMNS), facets), words)
