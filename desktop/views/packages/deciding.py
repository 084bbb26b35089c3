"""What a person has decided so far about a look, and what is still to be decided."""

from __future__ import annotations

from desktop.domain.applying import Finding, Look, Outcome, Point
from desktop.domain.merging import Side


class Deciding:
    """Keeps the decisions; where the records change meanwhile those stay that are about the same states."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.decisions: dict[Point, Side] = {}

    @property
    def findings(self) -> list[Finding]:
        """Everything in its order: what is to decide first, what was done at the start last."""
        order = list(Outcome)
        waiting = sorted(self.look.findings, key=lambda one: order.index(one.outcome))
        return [*waiting, *self.look.taken]

    @property
    def undecided(self) -> int:
        """How many fields wait."""
        return self.look.undecided(self.decisions)

    def decide(self, point: Point, side: Side) -> None:
        """Remember a decision, or another one about the same."""
        self.decisions[point] = side

    def decide_all(self, side: Side) -> None:
        """Decide for one side about everything."""
        self.decisions.update(dict.fromkeys(self.look.points(), side))

    def go_on_with(self, look: Look) -> None:
        """The records are others than they were."""
        states = {finding.key: finding.state for finding in self.look.findings}
        same = {one.key for one in look.findings if one.state and states.get(one.key) == one.state}
        for point in [point for point in self.decisions if point.key not in same]:
            del self.decisions[point]
        self.look = look
