"""What a row marks of what was searched for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Mark(NamedTuple):
    """Where in a text a match begins and ends; nowhere if both are equal."""

    start: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        return self.end > self.start

    def moved(self, by: int) -> Mark:
        """The mark in a text that has been put so far behind another."""
        return Mark(self.start + by, self.end + by)


Marks = tuple[Mark, ...]


def joined(marks: Iterable[Mark]) -> Marks:
    """The marks in their order; those that overlap are one."""
    found: list[Mark] = []
    for mark in sorted(one for one in marks if one):
        if found and mark.start <= found[-1].end:
            found[-1] = Mark(found[-1].start, max(found[-1].end, mark.end))
        else:
            found.append(mark)
    return tuple(found)
