"""How many records would have to be checked if a check held for so long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.catalogue import Catalogue
    from desktop.services.clock import Clock


class Due:
    """Counts without changing anything; raises `StoreError`."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self._catalogue = catalogue
        self._clock = clock

    def count(self, months: int) -> int:
        """The records whose check would be due today."""
        from desktop.domain.review import Reason
        from desktop.store.worklist import work_list

        with self._catalogue.reading() as unit:
            found = work_list(unit.rows, self._clock.now().date(), months, (Reason.PAST,), limit=0)
        return found.counts[Reason.PAST]
