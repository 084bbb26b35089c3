"""Which deeds one window has to do with, from the opening of its database on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.store.deeds_seen import DeedsSeen


class Sitting:
    """Knows the deeds that were there at the opening, those done here since, and those that a person decided about."""

    def __init__(self, seen: DeedsSeen) -> None:
        self._last_seen = seen.last
        self._done: set[int] = set()
        self._undone = set(seen.undone)
        self._passed: set[int] = set()

    @property
    def passed(self) -> frozenset[int]:
        """The numbers of the deeds that were passed over."""
        return frozenset(self._passed)

    def knows(self, deed: ChangeSet) -> bool:
        """Whether nobody has to be asked before the deed is taken back, or done again.

        What newer shipped data did was nobody's deed: it goes only when somebody agrees.
        """
        if deed.is_undone:
            return deed.number in self._undone
        if deed.is_of_program:
            return deed.number in self._done
        return deed.number <= self._last_seen or deed.number in self._done

    def take(self, deed: ChangeSet) -> None:
        """The deed was done here, or taken back here, or a person has agreed to it as it is now."""
        (self._undone if deed.is_undone else self._done).add(deed.number)

    def pass_over(self, deed: ChangeSet) -> None:
        """Go past the deed from now on."""
        self._passed.add(deed.number)
