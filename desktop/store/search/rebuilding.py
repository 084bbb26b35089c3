"""The index made anew from all documents: each is looked at once, and FTS5 is told in the order of the numbers."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain

from desktop.domain.document import COLUMNS, Document, columns, with_owner
from desktop.domain.progress import Progress, Stage
from desktop.domain.record import RecordId
from desktop.store.search.expressions import LEVEL_COLUMNS
from desktop.store.search.numbering import STEP
from desktop.store.search.rows import Told, is_kept, new_rows, told, uses_of
from desktop.store.search.statements import INSERT, INSERT_ENTRY, INSERT_NAME, PUT_PASSAGES, USE, WORD
from desktop.store.search.tables import CREATE, DROP, INDEXES

_COUNTING = "CREATE VIRTUAL TABLE temp.counted USING fts5vocab(main, search_index, col)"
_AT_LEVELS = [", ".join(f"'{column}'" for column in columns) for columns in LEVEL_COLUMNS]
_COUNTED = f"""
    SELECT term, sum(doc), {", ".join(f"sum(doc * (col IN ({columns})))" for columns in _AT_LEVELS)}
    FROM temp.counted WHERE col IN ({", ".join(_AT_LEVELS)}) GROUP BY term
"""
_PARTS = "INSERT INTO search_part (rowid, word) SELECT number, word FROM search_word"
_DOCUMENTS = 92
"""So many hundredths of the time are over when all documents are written."""
_SET = "INSERT INTO search_index (search_index, rank) VALUES ('{}', {})"
_GATHERING = (_SET.format("automerge", 0), _SET.format("hashsize", 16 << 20))
_GATHERED = (
    "INSERT INTO search_index (search_index) VALUES ('optimize')",
    _SET.format("automerge", 4),
    _SET.format("hashsize", 1 << 20),
)
"""FTS5 gathers words in 16 MiB of memory instead of one, and merges them in the end, not again and again before."""
_WAITING = (
    "DROP TABLE IF EXISTS temp.waiting",
    f"CREATE TEMP TABLE waiting (number INTEGER PRIMARY KEY, {', '.join(COLUMNS)}, facets)",
)
_WAIT = f"INSERT INTO temp.waiting VALUES ({', '.join('?' * (2 + len(COLUMNS)))})"
_DUE = "SELECT * FROM temp.waiting WHERE number > ? AND number < ? ORDER BY number"
_MEANT = "SELECT * FROM temp.waiting WHERE number IN (SELECT value FROM json_each(?))"
_BEHIND_ALL = 1 << 62


class Rebuilding:
    """Writes into a database, in the transaction of whoever calls it; the words of owners wait in a temporary table."""

    def __init__(self, connection: sqlite3.Connection, order: Sequence[RecordId], progress: Progress) -> None:
        self._connection = connection
        self._numbers = {record_id: at * STEP for at, record_id in enumerate(order, 1)}
        self._whole, self._progress = progress, Stage(progress, 0, _DOCUMENTS)
        self._done = self._last = 0

    def rebuild(self, owners: Iterable[Sequence[Document]], others: Iterable[Sequence[Document]]) -> None:
        """Write all documents; `others` come in the order of the lists."""
        self._execute(*DROP, *CREATE, *_GATHERING, *_WAITING)
        for documents in owners:
            self._connection.executemany(_WAIT, [one.row for one in self._written(documents)])
        for documents in filter(None, others):
            some = self._written(documents)
            self._tell([*merge(self._due(some[-1].number), self._with_owners(documents, some), key=_number)])
        self._tell([*self._due(_BEHIND_ALL)])
        end = Stage(self._whole, _DOCUMENTS, 100)
        self._execute(*INDEXES, *_GATHERED, "DROP TABLE temp.waiting")
        end.tell(len(self._numbers) // 2, len(self._numbers))
        self._count_words()
        end.tell(len(self._numbers), len(self._numbers))

    def _written(self, documents: Sequence[Document]) -> list[Told]:
        """Write all rows of some records but those of their words, which are told."""
        every = [new_rows(self._numbers[document.id], document) for document in documents]
        execute = self._connection.executemany
        execute(INSERT_ENTRY, [rows.row for rows in every])
        execute(PUT_PASSAGES, [rows.passages for rows in every])
        execute(INSERT_NAME, sorted(chain.from_iterable(rows.names for rows in every)))
        execute(USE, [(*key, count) for key, count in uses_of(rows.entry for rows in every).items()])
        self._done += len(documents)
        self._progress.tell(self._done, len(self._numbers))
        return [told(rows.entry, columns(rows.texts)) for rows in every]

    def _with_owners(self, documents: Sequence[Document], some: Sequence[Told]) -> list[Told]:
        """The words of records with those of their owners."""
        owners = [self._numbers.get(document.owner_id or "") for document in documents]
        words = {one.number: one.words for one in self._waiting(_MEANT, str([*{*filter(None, owners)}]))}
        return [
            one._replace(words=with_owner(one.words, words[owner])) if owner in words else one
            for one, owner in zip(some, owners, strict=True)
        ]

    def _due(self, number: int) -> Iterator[Told]:
        """The owners whose turn comes before this number."""
        last, self._last = self._last, number
        return self._waiting(_DUE, last, number)

    def _waiting(self, query: str, *values: object) -> Iterator[Told]:
        for number, *texts, facets in self._connection.execute(query, values):
            yield Told(number, {column: set(text.split()) for column, text in zip(COLUMNS, texts, strict=True)}, facets)

    def _tell(self, some: Sequence[Told]) -> None:
        """Tell FTS5 the words of some records."""
        self._connection.executemany(INSERT, [one.row for one in some])

    def _count_words(self) -> None:
        """Write down where words stand, as FTS5 knows by now; to count them along the way takes some times as long."""
        self._execute(_COUNTING)
        counted = self._connection.execute(_COUNTED)
        self._connection.executemany(WORD, (row for row in counted if is_kept(row[0])))
        self._execute("DROP TABLE temp.counted", _PARTS)

    def _execute(self, *statements: str) -> None:
        for statement in statements:
            self._connection.execute(statement)


def _number(one: Told) -> int:
    return one.number
