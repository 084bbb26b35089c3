"""The tables of the index; all that stands in them follows from the records and can be made anew at any time."""

from desktop.domain.document import COLUMNS
from desktop.domain.search import FACETS, UNSTATED

FORM_KEY, FORM = "search_index", "1"
"""Key in the state of a database, and the number of the form below: count it up when folding or tables change."""

CREATE = (
    """CREATE TABLE search_entry (
        number INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        is_archived INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        title TEXT NOT NULL,
        organisation TEXT,
        owner_id TEXT,
        as_of TEXT,
        facets TEXT NOT NULL
    )""",
    "CREATE INDEX search_entry_order ON search_entry (is_archived, sort_key, entry_id)",
    "CREATE TABLE search_passage (number INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    """CREATE TABLE search_name (
        is_archived INTEGER NOT NULL,
        key TEXT NOT NULL,
        is_alias INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (is_archived, key, is_alias, number)
    ) WITHOUT ROWID""",
    f"""CREATE VIRTUAL TABLE search_index USING fts5(
        {", ".join(COLUMNS)}, facets, content='', columnsize=0, detail=column, prefix='1 2 3',
        tokenize="unicode61 remove_diacritics 0"
    )""",
    "CREATE TABLE search_word (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL)",
    "CREATE INDEX search_word_unused ON search_word (number) WHERE uses <= 0",
    """CREATE VIRTUAL TABLE search_part USING fts5(
        word, content='search_word', content_rowid='number', columnsize=0, tokenize='trigram'
    )""",
)
"""`number` follows the order of the lists, archived records last, so that the first rows are the best of a tier.

The passages of a record are kept in one packed piece, to show where a match stands and to know what has to be taken
out of the index again. The words of a record stand in `search_index` alone, without their text; parts of words are
looked up among the distinct words only, which costs a fraction of what an index of parts over all texts would.
"""
DROP = tuple(
    f"DROP TABLE IF EXISTS {name}"
    for name in ("search_part", "search_word", "search_index", "search_name", "search_passage", "search_entry")
)

_MARK = "\N{LATIN LETTER ALVEOLAR CLICK}"  # a letter to FTS5, typed by nobody


def facet_word(facet: str, value: str) -> str:
    """The word in the column `facets` that says a record has this value; for `UNSTATED`, that it says nothing."""
    letters = (char if char.isascii() and char.isalnum() else f"{ord(char):x}" for char in value.lower())
    return f"{_MARK}{FACETS.index(facet)}{'x' + ''.join(letters) if value != UNSTATED else ''}"
