"""Which deeds a database holds at its opening, told without SQLAlchemy: the start must not pay for it."""

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
        last = connection.execute("SELECT max(number) FROM change_set").fetchone()[0] or 0
        query = "SELECT number FROM change_set WHERE undone_at IS NOT NULL AND NOT is_discarded"
        return DeedsSeen(last, frozenset(row[0] for row in connection.execute(query)))
    return DeedsSeen()
