"""Writes the index, in the transaction that writes the records."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from desktop.domain.document import COLUMNS, Document
from desktop.domain.record import RecordId
from desktop.store.search.numbering import STEP, free_number, place_of, with_room
from desktop.store.search.packing import packed
from desktop.store.search.rows import (
    ENTRY_COLUMNS,
    WORD_COLUMNS,
    Entry,
    UseKey,
    Vocabulary,
    entry_at,
    entry_of,
    entry_row,
    index_row,
    is_archived,
    name_rows,
    new_entry,
    passages_of,
    uses_of,
    words_of,
)
from desktop.store.search.tables import CREATE, DROP

_BATCH = 500
_WORDS = ", ".join(COLUMNS)
_ENTRY_MARKS = ", ".join("?" * len(ENTRY_COLUMNS.split(",")))
_WORD_MARKS = ", ".join("?" * len(COLUMNS))
_INSERT_ENTRY = f"INSERT INTO search_entry ({ENTRY_COLUMNS}) VALUES ({_ENTRY_MARKS})"
_INSERT_NAME = "INSERT INTO search_name VALUES (?, ?, ?, ?, ?)"
_DELETE_NAME = "DELETE FROM search_name WHERE is_archived = ? AND kind = ? AND key = ? AND is_alias = ? AND number = ?"
_INSERT = f"INSERT INTO search_index (rowid, {_WORDS}, facets) VALUES (?, {_WORD_MARKS}, ?)"
_DELETE = f"INSERT INTO search_index (search_index, rowid, {_WORDS}, facets) VALUES ('delete', ?, {_WORD_MARKS}, ?)"
_USE = """
    INSERT INTO search_use (facet, value, kind, uses) VALUES (?, ?, ?, ?)
    ON CONFLICT (facet, value, kind) DO UPDATE SET uses = uses + excluded.uses
"""
_COUNTS = WORD_COLUMNS.split(", ")[1:]
_WORD = f"""
    INSERT INTO search_word ({WORD_COLUMNS}) VALUES (?, {", ".join("?" * len(_COUNTS))})
    ON CONFLICT (word) DO UPDATE SET {", ".join(f"{name} = {name} + excluded.{name}" for name in _COUNTS)}
"""
_LESS = f"UPDATE search_word SET {', '.join(f'{name} = {name} - ?' for name in _COUNTS)} WHERE word = ?"


class Index:
    """The index of one database; the connection's transaction is the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def refresh(self, documents: Sequence[Document], gone: Iterable[RecordId] = ()) -> None:
        """Write these documents in the place of what was known of them, and forget the records that are gone.

        An organisation must come together with its locations, which are found by its words as well: all words go while
        the texts that they were taken from are still there.
        """
        waiting = {document.id for document in documents}
        left = self._entries(gone)
        self._forget_words([*self._entries(waiting), *left])
        self._forget_rows(left)
        for document in documents:
            known = entry_of(self._connection, document.id)
            if known:
                self._forget_rows([known])
            self._write_rows([(self._number(known, document, waiting), document)])
        self._write_words(sorted(entry.number for entry in self._entries(waiting)))
        self._drop_unused()

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Forget these records; an organisation goes together with its locations."""
        self.refresh((), ids)

    def rebuild(self, order: Sequence[RecordId], batches: Iterable[Sequence[Document]]) -> None:
        """Make the index anew from all documents; `order` is that of the lists, archived records last."""
        for statement in (*DROP, *CREATE):
            self._connection.execute(statement)
        numbers = {record_id: at * STEP for at, record_id in enumerate(order, 1)}
        for documents in batches:
            self._write_rows([(numbers[document.id], document) for document in documents])
        for numbered in _batches(numbers.values()):
            self._write_words(numbered)
        self._connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")

    def _entries(self, ids: Iterable[RecordId]) -> list[Entry]:
        found = (entry_of(self._connection, record_id) for record_id in ids)
        return [entry for entry in found if entry]

    def _number(self, known: Entry | None, document: Document, waiting: set[RecordId]) -> int:
        """The number of a record: its own if it has not moved in the order, else one between its neighbours."""
        if known and (known.is_archived, known.title) == (is_archived(document), document.title):
            return known.number
        number, is_free = free_number(self._connection, place_of(document))
        if not is_free:
            self._make_room(number, waiting)
            number, _ = free_number(self._connection, place_of(document))
        return number

    def _make_room(self, at: int, waiting: set[RecordId]) -> None:
        """Move the records around a crowded place apart; their words wait to be written with the others."""
        numbers = with_room(self._connection, at)
        entries = [entry_at(self._connection, number) for number in numbers]
        self._forget_words([entry for entry in entries if entry.id not in waiting])
        waiting.update(entry.id for entry in entries)
        names = {one.number: name_rows(one, passages_of(self._connection, one.number)) for one in entries}
        self._connection.executemany(_DELETE_NAME, chain.from_iterable(names.values()))
        for table in ("search_passage", "search_entry"):
            move = f"UPDATE {table} SET number = ? WHERE number = ?"
            self._connection.executemany(move, [(-new, old) for old, new in numbers.items()])  # so that none is taken
            self._connection.executemany(move, [(new, -new) for new in numbers.values()])
        moved = [(*row[:-1], numbers[old]) for old, rows in names.items() for row in rows]
        self._connection.executemany(_INSERT_NAME, moved)

    def _write_rows(self, documents: Iterable[tuple[int, Document]]) -> None:
        rows, passages, names, entries = [], [], [], []
        for number, document in documents:
            entry = new_entry(number, document)
            entries.append(entry)
            rows.append(entry_row(entry, document))
            passages.append((number, packed(document.passages)))
            names += name_rows(entry, document.passages)
        execute = self._connection.executemany
        execute(_INSERT_ENTRY, rows)
        execute("INSERT INTO search_passage VALUES (?, ?)", passages)
        execute(_INSERT_NAME, names)
        self._count(uses_of(entries), 1)

    def _forget_rows(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            names = name_rows(entry, passages_of(self._connection, entry.number))
            self._connection.executemany(_DELETE_NAME, names)
            for table in ("search_entry", "search_passage"):
                self._connection.execute(f"DELETE FROM {table} WHERE number = ?", (entry.number,))
        self._count(uses_of(entries), -1)

    def _count(self, uses: Counter[UseKey], sign: int) -> None:
        rows = [(*key, sign * count) for key, count in sorted(uses.items())]
        self._connection.executemany(_USE, rows)

    def _write_words(self, numbers: Sequence[int]) -> None:
        rows, words = [], Vocabulary()
        for number in numbers:
            found = words_of(self._connection, number)
            rows.append(index_row(entry_at(self._connection, number), found))
            words.add(found)
        self._connection.executemany(_INSERT, rows)
        last = self._connection.execute("SELECT coalesce(max(number), 0) FROM search_word").fetchone()
        self._connection.executemany(_WORD, words.rows())
        new = "INSERT INTO search_part (rowid, word) SELECT number, word FROM search_word WHERE number > ?"
        self._connection.execute(new, last)

    def _forget_words(self, entries: Iterable[Entry]) -> None:
        """Take out of the index what these records put in; FTS5 must be told the very same words."""
        rows, words = [], Vocabulary()
        for entry in entries:
            found = words_of(self._connection, entry.number)
            rows.append(index_row(entry, found))
            words.add(found)
        self._connection.executemany(_DELETE, rows)
        self._connection.executemany(_LESS, [(*counts, word) for word, *counts in words.rows()])

    def _drop_unused(self) -> None:
        unused = "FROM search_word WHERE uses <= 0"
        self._connection.execute(
            f"INSERT INTO search_part (search_part, rowid, word) SELECT 'delete', number, word {unused}"
        )
        self._connection.execute(f"DELETE {unused}")
        self._connection.execute("DELETE FROM search_use WHERE uses <= 0")


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    every = iter(numbers)
    while batch := list(islice(every, _BATCH)):
        yield batch
