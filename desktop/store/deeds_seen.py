"""Which deeds a database holds at its opening, told without SQLAlchemy: the start must not pay for it."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import StoreError
from desktop.store.read_only import reading


class DeedsSeen(NamedTuple):
    """The number of the last deed, and the numbers of those that are taken back and can be done again."""

    last: int = 0
    undone: frozenset[int] = frozenset()


def deeds_in(path: Path) -> DeedsSeen:
    """The deeds in the database at `path`; none where its history cannot be read."""
    with suppress(StoreError), reading(path) as connection:
        return deeds_seen(connection)
    return DeedsSeen()


def deeds_seen(driver: sqlite3.Connection) -> DeedsSeen:
    """The deeds in an open database; they differ as soon as anything is done, taken back or done again."""
    (last,) = driver.execute("SELECT coalesce(max(number), 0) FROM change_set").fetchone()
    query = "SELECT number FROM change_set WHERE undone_at IS NOT NULL AND NOT is_discarded"
    return DeedsSeen(last, frozenset(number for (number,) in driver.execute(query)))
