"""Writes the index, in the transaction that writes the records."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from desktop.domain.document import Document
from desktop.domain.progress import Progress, Stage
from desktop.domain.record import RecordId
from desktop.store.search.numbering import free_number, place_of, with_room
from desktop.store.search.rebuilding import Rebuilding
from desktop.store.search.rows import (
    Entry,
    NameRow,
    Rows,
    Told,
    UseKey,
    Vocabulary,
    entry_at,
    entry_of,
    is_archived,
    name_rows,
    new_rows,
    passages_of,
    rows_at,
    told_of,
    uses_of,
)
from desktop.store.search.statements import (
    DELETE,
    DELETE_NAME,
    INSERT,
    INSERT_NAME,
    PUT_ENTRY,
    PUT_PASSAGES,
    USE,
    WORD,
)

_OFTEN = 100
"""After so many records it is told how far it is."""
_UNUSED = "FROM search_word WHERE uses <= 0"
_DROP_PARTS = f"INSERT INTO search_part (search_part, rowid, word) SELECT 'delete', number, word {_UNUSED}"


_Row = TypeVar("_Row", bound=tuple[object, ...])


class Index:
    """The index of one database; the connection's transaction is the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def refresh(
        self, documents: Sequence[Document], gone: Iterable[RecordId] = (), progress: Progress | None = None
    ) -> None:
        """Write these documents in the place of what was known of them, and forget the records that are gone.

        An organisation must come, or go, together with its locations, which are found by its words as well. What FTS5
        was told is looked up while the texts that it was taken from are still there; it is told anew where that has
        changed.
        """
        waiting, whole = {document.id for document in documents}, progress or Progress()
        left = self._entries(gone)
        before = self._told([*self._entries(waiting), *left], Stage(whole, 0, 25))
        self._put([rows_at(self._connection, entry.number) for entry in left], [])
        writing = Stage(whole, 25, 60)
        for at, document in enumerate(documents, 1):
            _tell_some(writing, at, len(documents))
            number = self._number(entry_of(self._connection, document.id), document, waiting, before)
            known = entry_of(self._connection, document.id)  # now, for room may have been made meanwhile
            was = [rows_at(self._connection, known.number)] if known else []
            self._put(was, [new_rows(number, document)])
        self._tell(before, self._told(self._entries(waiting), Stage(whole, 60, 75)), Stage(whole, 75, 100))

    def rebuild(
        self,
        order: Sequence[RecordId],
        others: Iterable[Sequence[Document]],
        owners: Iterable[Sequence[Document]] = (),
        progress: Progress | None = None,
    ) -> None:
        """Make the index anew from all documents; `order` is that of the lists, archived records last.

        The documents of `owners`, by whose words others are found as well, may come in any order, all `others` in
        theirs.
        """
        Rebuilding(self._connection, order, progress or Progress()).rebuild(owners, others)

    def _entries(self, ids: Iterable[RecordId]) -> list[Entry]:
        found = (entry_of(self._connection, record_id) for record_id in ids)
        return [entry for entry in found if entry]

    def _told(self, entries: Sequence[Entry], progress: Progress) -> dict[int, Told]:
        found = {}
        for at, entry in enumerate(entries, 1):
            found[entry.number] = told_of(self._connection, entry)
            _tell_some(progress, at, len(entries))
        return found

    def _number(self, known: Entry | None, document: Document, waiting: set[RecordId], before: dict[int, Told]) -> int:
        """The number of a record: its own if it has not moved in the order, else one between its neighbours."""
        if known and (known.is_archived, known.title) == (is_archived(document), document.title):
            return known.number
        number, is_free = free_number(self._connection, place_of(document))
        if not is_free:
            self._make_room(number, waiting, before)
            number, _ = free_number(self._connection, place_of(document))
        return number

    def _make_room(self, at: int, waiting: set[RecordId], before: dict[int, Told]) -> None:
        """Move the records around a crowded place apart; their words wait to be written with the others."""
        numbers = with_room(self._connection, at)
        entries = [entry_at(self._connection, number) for number in numbers]
        before.update(self._told([entry for entry in entries if entry.id not in waiting], Progress()))
        waiting.update(entry.id for entry in entries)
        names = {one.number: name_rows(one, passages_of(self._connection, one.number)) for one in entries}
        self._connection.executemany(DELETE_NAME, chain.from_iterable(names.values()))
        for table in ("search_passage", "search_entry"):
            move = f"UPDATE {table} SET number = ? WHERE number = ?"
            self._connection.executemany(move, [(-new, old) for old, new in numbers.items()])  # so that none is taken
            self._connection.executemany(move, [(new, -new) for new in numbers.values()])
        moved = [(*row[:-1], numbers[old]) for old, rows in names.items() for row in rows]
        self._connection.executemany(INSERT_NAME, moved)

    def _put(self, was: Sequence[Rows], shall: Sequence[Rows]) -> None:
        """Lead the rows of some records to what they shall be; what stays as it was is not written."""
        kept = {rows.entry.number for rows in shall}
        gone = [(rows.entry.number,) for rows in was if rows.entry.number not in kept]
        names = frozenset[NameRow]().union(*(rows.names for rows in was))
        named = frozenset[NameRow]().union(*(rows.names for rows in shall))
        execute = self._connection.executemany
        execute("DELETE FROM search_entry WHERE number = ?", gone)
        execute("DELETE FROM search_passage WHERE number = ?", gone)
        execute(DELETE_NAME, sorted(names - named))
        execute(PUT_ENTRY, _new([rows.row for rows in was], [rows.row for rows in shall]))
        execute(PUT_PASSAGES, _new([rows.passages for rows in was], [rows.passages for rows in shall]))
        execute(INSERT_NAME, sorted(named - names))
        self._count(uses_of(rows.entry for rows in shall), uses_of(rows.entry for rows in was))

    def _count(self, uses: Counter[UseKey], before: Counter[UseKey]) -> None:
        uses.subtract(before)
        if rows := [(*key, count) for key, count in sorted(uses.items()) if count]:
            self._connection.executemany(USE, rows)
            self._connection.execute("DELETE FROM search_use WHERE uses <= 0")

    def _tell(self, before: Mapping[int, Told], after: Mapping[int, Told], progress: Progress) -> None:
        """Lead FTS5 and the vocabulary from one state to the other.

        What FTS5 shall forget it must be told in the very same words. It writes at once what does not come in the order
        of the numbers.
        """
        changed = [number for number in sorted({*before, *after}) if before.get(number) != after.get(number)]
        gone, come = ([told[number] for number in changed if number in told] for told in (before, after))
        for at, number in enumerate(changed, 1):
            _tell_some(progress, at, len(changed))
            for statement, told in ((DELETE, before), (INSERT, after)):
                if number in told:
                    self._connection.execute(statement, told[number].row)
        if rows := Vocabulary(told.words for told in come).rows(Vocabulary(told.words for told in gone)):
            last = self._connection.execute("SELECT coalesce(max(number), 0) FROM search_word").fetchone()
            self._connection.executemany(WORD, rows)
            new = "INSERT INTO search_part (rowid, word) SELECT number, word FROM search_word WHERE number > ?"
            self._connection.execute(new, last)
            self._connection.execute(_DROP_PARTS)
            self._connection.execute(f"DELETE {_UNUSED}")


def _new(was: Sequence[_Row], shall: Sequence[_Row]) -> list[_Row]:
    here = set(was)
    return [row for row in shall if row not in here]


def _tell_some(progress: Progress, done: int, total: int) -> None:
    """Few records are over before anybody could look."""
    if done % _OFTEN == 0:
        progress.tell(done, total)
