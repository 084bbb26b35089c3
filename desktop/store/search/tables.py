"""The tables of the index; all that stands in them follows from the records and can be made anew at any time."""

from desktop.domain.document import COLUMNS
from desktop.store.search.expressions import LONGEST_PREFIX

FORM_KEY, FORM = "search_index", "6"
"""Key in the state of a database, and the number of the form below: count it up when folding or tables change."""
_PREFIXES = [str(letters) for letters in range(1, LONGEST_PREFIX + 1)]

CREATE = (
    """CREATE TABLE search_entry (
        number INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        is_archived INTEGER NOT NULL,
        title TEXT NOT NULL,
        as_of TEXT,
        facets TEXT NOT NULL,
        status TEXT NOT NULL,
        badge TEXT NOT NULL,
        place_key TEXT NOT NULL,
        has_short_title INTEGER NOT NULL,
        organisation TEXT,
        owner_id TEXT,
        place TEXT NOT NULL,
        subtitle TEXT NOT NULL
    )""",
    """CREATE TABLE search_use (
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        kind TEXT NOT NULL,
        uses INTEGER NOT NULL,
        PRIMARY KEY (facet, value, kind)
    ) WITHOUT ROWID""",
    "CREATE TABLE search_passage (number INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    """CREATE TABLE search_name (
        is_archived INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        key TEXT NOT NULL,
        is_alias INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (is_archived, kind, key, is_alias, number)
    ) WITHOUT ROWID""",
    f"""CREATE VIRTUAL TABLE search_index USING fts5(
        {", ".join(COLUMNS)}, facets, content='', columnsize=0, detail=column, prefix='{" ".join(_PREFIXES)}',
        tokenize="unicode61 remove_diacritics 0"
    )""",
    """CREATE TABLE search_word (
        number INTEGER PRIMARY KEY,
        word TEXT NOT NULL UNIQUE,
        uses INTEGER NOT NULL,
        in_names INTEGER NOT NULL,
        in_place INTEGER NOT NULL,
        in_topics INTEGER NOT NULL,
        in_texts INTEGER NOT NULL,
        in_everyday INTEGER NOT NULL
    )""",
    """CREATE VIRTUAL TABLE search_part USING fts5(
        word, content='search_word', content_rowid='number', columnsize=0, tokenize='trigram'
    )""",
)
"""`number` follows the order of the lists, archived records last, so that the first rows are the best of a tier.

`search_use` counts the records in use for each value of a facet, and for the facet `TOTAL` all of them. The passages
of a record are kept in one packed piece, to show where a match stands and to know what has to be taken out of the index
again. The words of a record stand in `search_index` alone, without their text; parts of words are looked up among the
distinct words only, which costs a fraction of what an index of parts over all texts would. `search_word` counts in how
many columns of records each word stands, in all and at each `Level`.
"""
INDEXES = (
    "CREATE INDEX search_entry_kind ON search_entry (kind) WHERE is_archived = 0",
    "CREATE INDEX search_entry_place ON search_entry (kind, place_key) WHERE is_archived = 0",
    "CREATE INDEX search_entry_badge ON search_entry (kind, badge) WHERE is_archived = 0",
    "CREATE INDEX search_word_unused ON search_word (number) WHERE uses <= 0",
)
"""They are made when the tables are filled, which takes a fraction of the time."""
DROP = tuple(
    f"DROP TABLE IF EXISTS {name}"
    for name in (
        "search_part",
        "search_word",
        "search_index",
        "search_name",
        "search_passage",
        "search_use",
        "search_entry",
    )
)
TOTAL = ""
"""The facet that all records have, in `search_use`."""
NO_PLACE = "\U0010ffff"
"""The key of records without a place: it stands behind every other."""
