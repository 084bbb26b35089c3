"""Where the views of the programme get what they show: read in the background, the newest wish wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from desktop.views.background import Background, Failed, Job

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.domain.geography import Outline, Place
    from desktop.domain.matrix import Axis
    from desktop.pages.comparing import Comparison
    from desktop.pages.matrix import MatrixPage
    from desktop.pages.timeline import Timeline

T = TypeVar("T")


class Overviews(Protocol):
    """What is derived from many records at once."""

    def outline(self) -> Outline:
        """The border of the Land."""

    def places(self) -> tuple[Place, ...]:
        """Where the municipalities lie."""

    def timeline(self, *, is_whole: bool = False) -> Timeline:
        """What is dated in the programme, or in all records."""

    def matrix(self, axis: Axis) -> MatrixPage:
        """All municipalities beside what they name."""

    def municipalities(self) -> tuple[Reference, ...]:
        """All municipalities by name."""

    def comparison(self, ids: Sequence[str]) -> Comparison:
        """Some municipalities side by side."""


class Sources(NamedTuple):
    """The overviews, and the worker that reads them."""

    overviews: Overviews
    background: Background


class Asking:
    """Asks one thing at a time for one view."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._job: Job | None = None

    def ask(self, work: Callable[[], T], done: Callable[[T], object], failed: Failed) -> None:
        """Have something read; what was asked for before is forgotten."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._background.run(work, done, failed)
