"""Writes the index, in the transaction that writes the records."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from desktop.domain.document import COLUMNS, NAME_FIELDS, Document, Passage, columns
from desktop.domain.folding import plain, spelled_out
from desktop.domain.record import RecordId
from desktop.domain.search import FACETS, UNSTATED
from desktop.domain.vocabulary import Status
from desktop.store.search.packing import opened, packed, unpacked
from desktop.store.search.tables import CREATE, DROP, facet_word

_STEP = 64
_BATCH = 500
_SHORTEST_WORD = 3
_WORDS = ", ".join(COLUMNS)
_INSERT = f"INSERT INTO search_index (rowid, {_WORDS}, facets) VALUES (?, {', '.join('?' * len(COLUMNS))}, ?)"
_DELETE = (
    f"INSERT INTO search_index (search_index, rowid, {_WORDS}, facets)"
    f" VALUES ('delete', ?, {', '.join('?' * len(COLUMNS))}, ?)"
)


class _Entry(NamedTuple):
    """What the index keeps of a record."""

    number: int
    entry_id: RecordId
    is_archived: int
    sort_key: str
    owner_id: RecordId | None
    facets: str


class Index:
    """The index of one database; the connection's transaction is the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def refresh(self, documents: Sequence[Document]) -> None:
        """Write these documents in the place of what was known of them.

        An organisation must come together with its locations, which are found by its words as well.
        """
        old = {entry.entry_id: entry for entry in self._entries(document.id for document in documents)}
        self._forget_words(old.values())
        numbers = {}
        for document in documents:
            known = old.get(document.id)
            self._forget_rows([known] if known else [])
            numbers[document.id] = self._kept(known, document) or self._free_number(document)
            self._write_rows([document], numbers)
        self._write_words(sorted(numbers.values()))
        self._drop_unused_words()

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Forget these records; of an organisation its locations as well."""
        entries = list(self._entries(ids))
        self._forget_words(entries)
        self._forget_rows(entries)
        self._drop_unused_words()

    def rebuild(self, order: Sequence[RecordId], batches: Iterable[Sequence[Document]]) -> None:
        """Make the index anew from all documents; `order` is that of the lists, archived records last."""
        for statement in (*DROP, *CREATE):
            self._connection.execute(statement)
        numbers = {record_id: at * _STEP for at, record_id in enumerate(order, 1)}
        for documents in batches:
            self._write_rows(documents, numbers)
        for numbered in _batches(numbers.values()):
            self._write_words(numbered)
        self._connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")

    def _entries(self, ids: Iterable[RecordId]) -> Iterator[_Entry]:
        query = "SELECT number, entry_id, is_archived, sort_key, owner_id, facets FROM search_entry WHERE entry_id = ?"
        for record_id in ids:
            for row in self._connection.execute(query, (record_id,)):
                yield _Entry(*row)

    def _kept(self, known: _Entry | None, document: Document) -> int | None:
        """The number of a record that has not moved in the order."""
        if known and (known.is_archived, known.sort_key) == (_is_archived(document), document.sort_key):
            return known.number
        return None

    def _free_number(self, document: Document) -> int:
        """A number between the neighbours in the order, or the next free one behind them where it is crowded."""
        place = (_is_archived(document), document.sort_key, document.id)
        before = self._number(
            "SELECT number FROM search_entry WHERE (is_archived, sort_key, entry_id) < (?, ?, ?)"
            " ORDER BY is_archived DESC, sort_key DESC, entry_id DESC LIMIT 1",
            place,
        )
        after = self._number("SELECT min(number) FROM search_entry WHERE number > ?", (before or 0,))
        number = (before or 0) + _STEP if after is None else ((before or 0) + after) // 2
        while self._number("SELECT number FROM search_entry WHERE number = ?", (number,)) is not None or number <= 0:
            number += 1
        return number

    def _number(self, query: str, values: tuple[object, ...]) -> int | None:
        row = self._connection.execute(query, values).fetchone()
        return row[0] if row else None

    def _write_rows(self, documents: Iterable[Document], numbers: Mapping[RecordId, int]) -> None:
        entries, passages, names = [], [], []
        for document in documents:
            number, is_archived = numbers[document.id], _is_archived(document)
            entries.append(_entry_row(number, document))
            passages.append((number, packed(document.passages)))
            names += [(is_archived, key, is_alias, number) for key, is_alias in _keys(document.passages)]
        execute = self._connection.executemany
        execute("INSERT INTO search_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entries)
        execute("INSERT INTO search_passage VALUES (?, ?)", passages)
        execute("INSERT INTO search_name VALUES (?, ?, ?, ?)", names)

    def _forget_rows(self, entries: Iterable[_Entry]) -> None:
        for entry in entries:
            self._connection.execute("DELETE FROM search_entry WHERE number = ?", (entry.number,))
            keys = _keys(passages_of(self._connection, entry.number))
            names = [(entry.is_archived, key, is_alias, entry.number) for key, is_alias in keys]
            where = "is_archived = ? AND key = ? AND is_alias = ? AND number = ?"
            self._connection.executemany(f"DELETE FROM search_name WHERE {where}", names)
            self._connection.execute("DELETE FROM search_passage WHERE number = ?", (entry.number,))

    def _write_words(self, numbers: Sequence[int]) -> None:
        rows, uses = [], Counter[str]()
        for number in numbers:
            found = self._words(number)
            rows.append(_index_row(number, found, self._facets(number)))
            uses.update(vocabulary(found))
        self._connection.executemany(_INSERT, rows)
        last = self._number("SELECT max(number) FROM search_word", ()) or 0
        add = (
            "INSERT INTO search_word (word, uses) VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET uses = uses + excluded.uses"
        )
        self._connection.executemany(add, sorted(uses.items()))
        new = "INSERT INTO search_part (rowid, word) SELECT number, word FROM search_word WHERE number > ?"
        self._connection.execute(new, (last,))

    def _forget_words(self, entries: Iterable[_Entry]) -> None:
        """Take out of the index what these records put in; FTS5 must be told the very same words."""
        rows, uses = [], Counter[str]()
        for entry in entries:
            found = self._words(entry.number)
            rows.append(_index_row(entry.number, found, entry.facets))
            uses.update(vocabulary(found))
        self._connection.executemany(_DELETE, rows)
        less = "UPDATE search_word SET uses = uses - ? WHERE word = ?"
        self._connection.executemany(less, [(count, word) for word, count in uses.items()])

    def _drop_unused_words(self) -> None:
        unused = "FROM search_word WHERE uses <= 0"
        self._connection.execute(
            f"INSERT INTO search_part (search_part, rowid, word) SELECT 'delete', number, word {unused}"
        )
        self._connection.execute(f"DELETE {unused}")

    def _words(self, number: int) -> dict[str, set[str]]:
        return words_of(self._connection, number)

    def _facets(self, number: int) -> str:
        row = self._connection.execute("SELECT facets FROM search_entry WHERE number = ?", (number,)).fetchone()
        return str(row[0])


def words_of(connection: sqlite3.Connection, number: int) -> dict[str, set[str]]:
    """The words of a record by column, from its passages and those of its owner."""
    owner = (
        "SELECT owner.number FROM search_entry AS own JOIN search_entry AS owner ON owner.entry_id = own.owner_id"
        " WHERE own.number = ?"
    )
    found = connection.execute(owner, (number,)).fetchone()
    return columns(passages_of(connection, number), passages_of(connection, found[0]) if found else ())


def passages_of(connection: sqlite3.Connection, number: int) -> list[Passage]:
    """The texts of a record in their order."""
    row = connection.execute("SELECT body FROM search_passage WHERE number = ?", (number,)).fetchone()
    return unpacked(opened(row[0])) if row else []


def vocabulary(words: Mapping[str, set[str]]) -> set[str]:
    """The words that parts are looked up in and that other spellings are taken from."""
    found = {word for column, known in words.items() if column != "digits" for word in known}
    return {word for word in found if len(word) >= _SHORTEST_WORD and not word.isdigit()}


def _entry_row(number: int, document: Document) -> tuple[object, ...]:
    return (
        number,
        document.id,
        document.kind.value,
        _is_archived(document),
        document.sort_key,
        document.title,
        document.organisation,
        document.owner_id,
        document.as_of.isoformat() if document.as_of else None,
        " ".join(facet_word(facet, value) for facet in FACETS for value in document.facets.get(facet, (UNSTATED,))),
    )


def _index_row(number: int, words: Mapping[str, set[str]], facets: str) -> tuple[object, ...]:
    return (number, *(" ".join(sorted(words[column])) for column in COLUMNS), facets)


def _keys(passages: Iterable[Passage]) -> dict[tuple[str, int], None]:
    """The foldings of all names, and whether each is another name than the record's own."""
    found: dict[tuple[str, int], None] = {}
    for passage in passages:
        if passage.field in NAME_FIELDS:
            is_alias = int(passage.field in ("alternate_name", "id"))
            for key in (plain(passage.text), spelled_out(passage.text)):
                found[key, is_alias] = None
    return found


def _is_archived(document: Document) -> int:
    return int(document.status is Status.ARCHIVED)


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    every = iter(numbers)
    while batch := list(islice(every, _BATCH)):
        yield batch
