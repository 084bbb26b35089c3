"""From documents to the rows of the index, and from its rows to the words that FTS5 was told."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from desktop.domain.document import COLUMNS, NAME_FIELDS, Document, Passage, Words, columns, with_owner
from desktop.domain.folding import plain, spelled_out
from desktop.domain.record import RecordId
from desktop.domain.search import AS_OF, UNSTATED
from desktop.domain.vocabulary import Kind, Status
from desktop.store.search.expressions import LEVEL_COLUMNS
from desktop.store.search.facets import KIND_NUMBERS, pairs_of, stored, words_for
from desktop.store.search.packing import kept, opened, packed, unpacked
from desktop.store.search.tables import NO_PLACE, TOTAL

ENTRY_COLUMNS = (
    "number, entry_id, kind, is_archived, title, as_of, facets, status, badge, place_key, has_short_title,"
    " organisation, owner_id, place, subtitle"
)
WORD_COLUMNS = "word, uses, in_names, in_place, in_topics, in_texts, in_everyday"
SHORTEST_WORD = 3
"""Words of fewer letters, and numbers, are not in the vocabulary."""
_ENTRY = "SELECT number, entry_id, kind, is_archived, title, as_of, facets FROM search_entry WHERE {column} = ?"
_ROW = f"SELECT {ENTRY_COLUMNS} FROM search_entry WHERE number = ?"
_OWNER = """
    SELECT owner.number FROM search_entry AS own JOIN search_entry AS owner ON owner.entry_id = own.owner_id
    WHERE own.number = ?
"""

NameRow = tuple[int, int, str, int, int]
UseKey = tuple[str, str, str]
WordRow = tuple[str | int, ...]
"""A word, how often it is counted in all, and how often at each `Level`."""


class Entry(NamedTuple):
    """What has to be known of a record to take it out of the index again."""

    number: int
    id: RecordId
    kind: str
    is_archived: int
    title: str
    as_of: str | None
    facets: str


class Rows(NamedTuple):
    """All rows of a record but those of its words: of `search_entry`, `search_passage` and `search_name`.

    `texts` are its passages as they can be read again.
    """

    entry: Entry
    row: tuple[object, ...]
    passages: tuple[int, bytes]
    names: frozenset[NameRow]
    texts: Sequence[Passage]


class Told(NamedTuple):
    """What FTS5 is told of a record: its words by column, and what it can be filtered by."""

    number: int
    words: Words
    facets: str

    @property
    def row(self) -> tuple[object, ...]:
        """The row of `search_index`; FTS5 keeps no order of the words in a column."""
        return (self.number, *(" ".join(self.words[column]) for column in COLUMNS), self.facets)


def entry_of(connection: sqlite3.Connection, record_id: RecordId) -> Entry | None:
    """What the index knows of a record."""
    row = connection.execute(_ENTRY.format(column="entry_id"), (record_id,)).fetchone()
    return Entry(*row) if row else None


def entry_at(connection: sqlite3.Connection, number: int) -> Entry:
    """What the index knows of the record with this number."""
    return Entry(*connection.execute(_ENTRY.format(column="number"), (number,)).fetchone())


def rows_at(connection: sqlite3.Connection, number: int) -> Rows:
    """The rows of the record with this number."""
    row = connection.execute(_ROW, (number,)).fetchone()
    entry = Entry(*row[: len(Entry._fields)])
    passages = connection.execute("SELECT number, body FROM search_passage WHERE number = ?", (number,)).fetchone()
    texts = passages_of(connection, number)
    return Rows(entry, row, passages, frozenset(name_rows(entry, texts)), texts)


def new_rows(number: int, document: Document) -> Rows:
    """The rows of a record as they shall be."""
    entry = new_entry(number, document)
    texts = kept(document.passages)
    names = frozenset(name_rows(entry, texts))
    return Rows(entry, entry_row(entry, document), (number, packed(texts)), names, texts)


def told_of(connection: sqlite3.Connection, entry: Entry) -> Told:
    """What FTS5 is told of a record as its texts stand in the index."""
    return told(entry, words_of(connection, entry.number))


def told(entry: Entry, words: Words) -> Told:
    """What FTS5 is told of a record with these words."""
    return Told(entry.number, words, _facets(entry))


def is_archived(document: Document) -> int:
    """Whether the record is out of use, as a number."""
    return int(document.status is Status.ARCHIVED)


def new_entry(number: int, document: Document) -> Entry:
    """What the index will know of a record."""
    as_of = document.as_of.isoformat() if document.as_of else None
    archived, facets = is_archived(document), stored(document.facets)
    return Entry(number, document.id, document.kind.value, archived, document.title, as_of, facets)


def entry_row(entry: Entry, document: Document) -> tuple[object, ...]:
    """The row of `search_entry`, in the order of `ENTRY_COLUMNS`."""
    badges = document.facets.get("kind") or document.facets.get("role") or ("",)
    return (
        *entry,
        document.status.value,
        badges[0],
        plain(document.place) or NO_PLACE,
        int(Passage("name", document.title) not in document.passages),
        document.organisation,
        document.owner_id,
        document.place,
        document.subtitle,
    )


def name_rows(entry: Entry, passages: Iterable[Passage]) -> list[NameRow]:
    """The foldings of all names, and whether each is another name than the record's own."""
    keys = {
        (key, int(passage.field in ("alternate_name", "id")))
        for passage in passages
        if passage.field in NAME_FIELDS
        for key in (plain(passage.text), spelled_out(passage.text))
    }
    kind = KIND_NUMBERS[Kind(entry.kind)]
    return [(entry.is_archived, kind, key, is_alias, entry.number) for key, is_alias in sorted(keys)]


def uses_of(entries: Iterable[Entry]) -> Counter[UseKey]:
    """How many of these records are in use, for each value of each facet and kind."""
    found = Counter[UseKey]()
    alike = Counter((entry.facets, entry.kind, entry.as_of is None) for entry in entries if not entry.is_archived)
    for (facets, kind, is_unstated), count in alike.items():
        found[TOTAL, "", kind] += count
        found[AS_OF, UNSTATED, kind] += count * is_unstated
        for facet, value in dict.fromkeys(pairs_of(facets)):
            found[facet, value, kind] += count
    return +found


def words_of(connection: sqlite3.Connection, number: int) -> Words:
    """The words of a record by column, from its passages and those of its owner."""
    found = connection.execute(_OWNER, (number,)).fetchone()
    own = columns(passages_of(connection, number))
    return with_owner(own, columns(passages_of(connection, found[0]))) if found else own


def passages_of(connection: sqlite3.Connection, number: int) -> list[Passage]:
    """The texts of a record in their order."""
    row = connection.execute("SELECT body FROM search_passage WHERE number = ?", (number,)).fetchone()
    return unpacked(opened(row[0])) if row else []


class Vocabulary:
    """Counts in how many columns of records words stand, level by level and then in all.

    They are the words that parts are looked up in and that other spellings are taken from.
    """

    def __init__(self, records: Iterable[Words] = ()) -> None:
        self._counts = tuple(Counter[str]() for _ in LEVEL_COLUMNS)
        self.add(records)

    def add(self, records: Iterable[Words]) -> None:
        """Count the words of some records."""
        every = list(records)
        for counts, several in zip(self._counts, LEVEL_COLUMNS, strict=True):
            counts.update(chain.from_iterable(words[column] for words in every for column in several))

    def parts(self) -> set[str]:
        """Every three letters that stand together in a word."""
        words = set[str]().union(*self._counts)
        return {word[at : at + 3] for word in filter(is_kept, words) for at in range(len(word) - 2)}

    def rows(self, before: "Vocabulary | None" = None) -> list[WordRow]:
        """The words and their counts; where others are given, what these have more than those."""
        pairs = list(zip(self._counts, (before or Vocabulary())._counts, strict=True))
        changed = {word for now, was in pairs for word, _ in now.items() ^ was.items()}
        counted = ((word, [now[word] - was[word] for now, was in pairs]) for word in sorted(filter(is_kept, changed)))
        return [(word, sum(levels), *levels) for word, levels in counted]


def is_kept(word: str) -> bool:
    """Whether a word is in the vocabulary."""
    return len(word) >= SHORTEST_WORD and not word.isdigit()


def told_words(entry: Entry, words: Words) -> Iterator[str]:
    """Each word that FTS5 knows of a record, once."""
    yield from {word for known in words.values() for word in known} | set(_facets(entry).split())


def _facets(entry: Entry) -> str:
    return words_for(entry.facets, entry.kind, entry.as_of, is_archived=bool(entry.is_archived))
