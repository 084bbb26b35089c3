"""The numbers of the records: they follow the order of the lists, with room between them for new ones."""

import sqlite3

from desktop.domain.document import Document
from desktop.domain.folding import sort_key
from desktop.store.search.rows import is_archived

STEP = 64
_ROOM = 4
_AROUND = 8
_FROM = "SELECT number, is_archived, title, entry_id FROM search_entry WHERE number >= ? ORDER BY number LIMIT 1"

Place = tuple[int, str, str]
"""Where a record stands: archived records last, by name, and at last by id."""


def place_of(document: Document) -> Place:
    """Where a record belongs."""
    return is_archived(document), sort_key(document.title), document.id


def free_number(connection: sqlite3.Connection, place: Place) -> tuple[int, bool]:
    """The number for a record that belongs there, and whether it is free; where it is not, room must be made."""
    after = _first_behind(connection, place)
    row = connection.execute("SELECT max(number) FROM search_entry WHERE number < ?", (after,)).fetchone()
    before = row[0] or 0
    if after > _last(connection):
        return before + STEP, True
    number = (before + after) // 2
    return number, number > before


def with_room(connection: sqlite3.Connection, at: int) -> dict[int, int]:
    """New numbers for the records around a crowded place, with room between them, by their present ones."""
    around = _AROUND
    while True:
        below = _numbers(connection, "number <= ? ORDER BY number DESC", at, around + 1)
        above = _numbers(connection, "number > ? ORDER BY number", at, around + 1)
        low = below.pop() if len(below) > around else 0
        moved = [*reversed(below), *above[:around]]
        high = above[around] if len(above) > around else low + STEP * (len(moved) + 1)
        step = (high - low) // (len(moved) + 1)
        if step >= _ROOM:
            return {old: low + step * nth for nth, old in enumerate(moved, 1)}
        around *= 2


def _first_behind(connection: sqlite3.Connection, place: Place) -> int:
    """The number of the first record behind a place, or one that is higher than all; found by halving."""
    low, high = 0, _last(connection) + 1
    while low < high:
        middle = (low + high) // 2
        row = connection.execute(_FROM, (middle,)).fetchone()
        if row is None or (row[1], sort_key(row[2]), row[3]) > place:
            high = middle
        else:
            low = row[0] + 1
    row = connection.execute(_FROM, (low,)).fetchone()
    return int(row[0]) if row else low


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM search_entry").fetchone()[0])


def _numbers(connection: sqlite3.Connection, where: str, at: int, most: int) -> list[int]:
    rows = connection.execute(f"SELECT number FROM search_entry WHERE {where} LIMIT ?", (at, most))
    return [number for (number,) in rows]
