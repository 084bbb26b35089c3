"""Whether the index is right, and making it anew where it is not."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from desktop.domain.document import Document
from desktop.store.failures import told
from desktop.store.read_only import address_of
from desktop.store.search.index import passages_of, vocabulary, words_of

Contents = dict[str, object]


def is_sound(path: Path, batches: Iterable[list[Document]]) -> bool:
    """Whether the index of the database at `path` holds just what these documents say."""
    with told(path), closing(sqlite3.connect(address_of(path), uri=True)) as connection:
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
    """Whether every record stands in the index with its own texts, and no other."""
    seen = 0
    for documents in batches:
        for document in documents:
            number = "SELECT number FROM search_entry WHERE entry_id = ?"
            row = connection.execute(number, (document.id,)).fetchone()
            if row is None or passages_of(connection, row[0]) != list(document.passages):
                return False
            seen += 1
    return bool(connection.execute("SELECT count(*) = ? FROM search_entry", (seen,)).fetchone()[0])


def _words_agree(connection: sqlite3.Connection) -> bool:
    """Whether FTS5 knows each word of the texts as often as it stands there, and so does the vocabulary."""
    expected, uses = Counter[str](), Counter[str]()
    for number, facets in connection.execute("SELECT number, facets FROM search_entry").fetchall():
        words = words_of(connection, number)
        expected.update({word for known in words.values() for word in known} | set(facets.split()))
        uses.update(vocabulary(words))
    found = dict(connection.execute("SELECT term, doc FROM temp.told"))
    known = dict(connection.execute("SELECT word, uses FROM search_word"))
    return found == dict(expected) and known == dict(uses)
