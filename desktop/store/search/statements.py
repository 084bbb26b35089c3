"""What is said to SQLite when the index is written."""

from desktop.domain.document import COLUMNS
from desktop.store.search.rows import ENTRY_COLUMNS, WORD_COLUMNS

_WORDS = ", ".join(COLUMNS)
_ENTRY_MARKS = ", ".join("?" * len(ENTRY_COLUMNS.split(",")))
_WORD_MARKS = ", ".join("?" * len(COLUMNS))
INSERT_ENTRY = f"INSERT INTO search_entry ({ENTRY_COLUMNS}) VALUES ({_ENTRY_MARKS})"
PUT_ENTRY = INSERT_ENTRY.replace("INSERT", "INSERT OR REPLACE", 1)
"""Of each row SQLite keeps what stood on its pages, which takes most of the time: not for very many rows."""
PUT_PASSAGES = "INSERT OR REPLACE INTO search_passage VALUES (?, ?)"
INSERT_NAME = "INSERT INTO search_name VALUES (?, ?, ?, ?, ?)"
DELETE_NAME = "DELETE FROM search_name WHERE is_archived = ? AND kind = ? AND key = ? AND is_alias = ? AND number = ?"
INSERT = f"INSERT INTO search_index (rowid, {_WORDS}, facets) VALUES (?, {_WORD_MARKS}, ?)"
DELETE = f"INSERT INTO search_index (search_index, rowid, {_WORDS}, facets) VALUES ('delete', ?, {_WORD_MARKS}, ?)"
USE = """
    INSERT INTO search_use (facet, value, kind, uses) VALUES (?, ?, ?, ?)
    ON CONFLICT (facet, value, kind) DO UPDATE SET uses = uses + excluded.uses
"""
_COUNTS = WORD_COLUMNS.split(", ")[1:]
WORD = f"""
    INSERT INTO search_word ({WORD_COLUMNS}) VALUES (?, {", ".join("?" * len(_COUNTS))})
    ON CONFLICT (word) DO UPDATE SET {", ".join(f"{name} = {name} + excluded.{name}" for name in _COUNTS)}
"""
