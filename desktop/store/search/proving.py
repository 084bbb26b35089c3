"""Whether the index says what the records say."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from desktop.domain.document import Document
from desktop.store.failures import told
from desktop.store.read_only import connect
from desktop.store.search.numbering import place_of
from desktop.store.search.rows import (
    ENTRY_COLUMNS,
    WORD_COLUMNS,
    Entry,
    NameRow,
    UseKey,
    Vocabulary,
    entry_of,
    entry_row,
    name_rows,
    new_entry,
    passages_of,
    told_words,
    uses_of,
    words_of,
)

_ROW = f"SELECT {ENTRY_COLUMNS} FROM search_entry WHERE entry_id = ?"


def is_sound(path: Path, batches: Iterable[list[Document]]) -> bool:
    """Whether the index of the database at `path` holds just what these documents say."""
    with told(path), closing(connect(path)) as connection:
        try:
            return _is_whole(connection) and _holds(connection, batches) and _words_agree(connection)
        except sqlite3.DatabaseError:
            return False


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Whether FTS5 can read all it has written; its own check would have to write."""
    connection.execute("CREATE VIRTUAL TABLE temp.told USING fts5vocab(main, search_index, row)")
    connection.execute("CREATE VIRTUAL TABLE temp.parts USING fts5vocab(main, search_part, row)")
    return all(connection.execute(f"SELECT count(*) FROM temp.{name}").fetchone() for name in ("told", "parts"))


def _holds(connection: sqlite3.Connection, batches: Iterable[list[Document]]) -> bool:
    """Whether every record stands in the index with its own row and texts, at its place, and no other."""
    places = []
    for documents in batches:
        for document in documents:
            row = connection.execute(_ROW, (document.id,)).fetchone()
            if row is None or row != entry_row(new_entry(row[0], document), document):
                return False
            if passages_of(connection, row[0]) != list(document.passages):
                return False
            places.append((place_of(document), row[0]))
    numbers = [number for _, number in sorted(places)]
    every = [number for (number,) in connection.execute("SELECT number FROM search_entry ORDER BY number")]
    return numbers == every


def _words_agree(connection: sqlite3.Connection) -> bool:
    """Whether FTS5 knows each word as often as it stands in the texts; the same of vocabulary, names, parts, facets."""
    told, known, used, names = Counter[str](), Vocabulary(), Counter[UseKey](), set[NameRow]()
    for entry in _entries(connection):
        names.update(name_rows(entry, passages_of(connection, entry.number)))
        words = words_of(connection, entry.number)
        told.update(told_words(entry, words))
        known.add([words])
        used.update(uses_of([entry]))
    return (
        dict(connection.execute("SELECT term, doc FROM temp.told")) == told
        and connection.execute(f"SELECT {WORD_COLUMNS} FROM search_word ORDER BY word").fetchall() == known.rows()
        and set(connection.execute("SELECT is_archived, kind, key, is_alias, number FROM search_name")) == names
        and {term for (term,) in connection.execute("SELECT term FROM temp.parts")} == known.parts()
        and {row[:3]: row[3] for row in connection.execute("SELECT facet, value, kind, uses FROM search_use")} == used
    )


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    for (record_id,) in connection.execute("SELECT entry_id FROM search_entry").fetchall():
        entry = entry_of(connection, record_id)
        assert entry is not None
        yield entry
