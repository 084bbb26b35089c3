"""What stands in an index, so that two of them can be compared."""

import sqlite3
from typing import Any

from desktop.store.search.rows import WORD_COLUMNS

_SHOWN = (
    "title, has_short_title, subtitle, place, place_key, badge, status, is_archived, kind, organisation, as_of, facets"
)


def contents(connection: sqlite3.Connection) -> list[list[tuple[Any, ...]]]:
    """Everything in the index; the numbers only say the order."""
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.told USING fts5vocab(main, search_index, instance)")
    by_record = (
        ("temp.told", "doc", "term, col"),
        ("search_passage", "search_passage.number", "body"),
        ("search_name", "search_name.number", "search_name.kind, key, is_alias, search_name.is_archived"),
    )
    found: list[list[tuple[Any, ...]]] = [
        sorted(
            connection.execute(
                f"SELECT entry_id, {columns} FROM search_entry JOIN {table} ON search_entry.number = {number}"
            )
        )
        for table, number, columns in by_record
    ]
    found.append(sorted(connection.execute(f"SELECT {WORD_COLUMNS} FROM search_word")))
    found.append(sorted(connection.execute("SELECT facet, value, kind, uses FROM search_use")))
    found.append(
        connection.execute(f"SELECT entry_id, owner_id, {_SHOWN} FROM search_entry ORDER BY number").fetchall()
    )
    return found
