"""Ids for records that come from a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.domain.naming import new_id

if TYPE_CHECKING:
    from desktop.domain.record import RecordId


class FreeIds:
    """Gives each id once; the thousandth record of one name need not try the nine hundred before it."""

    def __init__(self, here: Iterable[RecordId], reserved: Iterable[RecordId]) -> None:
        self._here = frozenset(here)
        self._taken = {*self._here, *reserved}
        self._last: dict[RecordId, int] = {}

    def take(self, name: str) -> RecordId:
        """An id that reads like a name and that nothing else has."""
        base = new_id(name, ())
        number = self._last.get(base, 1)
        found = base if number == 1 else f"{base}-{number}"
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._last[base] = number
        self._taken.add(found)
        return found

    def is_here(self, record_id: RecordId) -> bool:
        """Whether a record has this id that was here before."""
        return record_id in self._here
