"""Which records come beside the rows that name them, and which rows go because those that they name are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.importing import CHANGING, Decision

if TYPE_CHECKING:
    from desktop.domain.progress import Progress
    from desktop.domain.record import RecordId
    from desktop.services.importing.plan import Plan
    from desktop.services.importing.rows import Row

_MEANT = frozenset({Decision.UPDATE, Decision.FILL, Decision.SAME})


class Beside:
    """Looks at the decisions of a plan as they are when it is carried out."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._missing: dict[RecordId, bool] = {}

    def wanted(self, progress: Progress | None = None) -> dict[RecordId, None]:
        """What rows name that will be written, in their order; raises `CancelledError`."""
        found: dict[RecordId, None] = {}
        for at in range(len(self._plan)) if self._plan.needs else ():
            if progress is not None:
                progress.tell(at, len(self._plan))
            if self._plan.decision(at) in CHANGING and not self.is_cut_off(row := self._plan.row(at)):
                found.update(dict.fromkeys(one for one in row.needs if one in self._plan.needs))
        return found

    def is_cut_off(self, row: Row) -> bool:
        """Whether a row names another one that is left out."""
        return any(map(self._is_missing, row.needs))

    def target(self, at: int) -> RecordId | None:
        """The record here that a row was found to be."""
        return self._plan.row(at).target if self._plan.decision(at) in _MEANT else None

    def _is_missing(self, need_id: RecordId) -> bool:
        if need_id not in self._missing:
            self._missing[need_id] = False  # two rows that name each other are there together
            need = self._plan.needs.get(need_id)
            if need is not None and need.row is not None:
                self._missing[need_id] = self._is_gone(need.row)
        return self._missing[need_id]

    def _is_gone(self, at: int) -> bool:
        if self._plan.decision(at) is Decision.NEW:
            return self.is_cut_off(self._plan.row(at))
        return self.target(at) is None


def count_beside(plan: Plan, progress: Progress) -> int:
    """How many records would be added that rows name and that are no rows themselves; raises `CancelledError`."""
    return sum(plan.needs[need_id].row is None for need_id in Beside(plan).wanted(progress))
