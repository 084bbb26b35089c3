"""What flows down a page: it knows its height at a width, can be parted where a page ends, and draws itself."""

from abc import ABC, abstractmethod
from typing import TypeAlias

from desktop.printing.canvas import SheetCanvas

Parts: TypeAlias = "tuple[Flowable, Flowable] | None"


class Flowable(ABC):
    """A piece of paper of any kind; the space around it is asked for, and given only between pieces."""

    space_before = 0.0
    space_after = 0.0
    is_kept_with_next = False
    _measured_at: float | None = None
    _height = 0.0

    @property
    def least_width(self) -> float:
        """The width below which a word of it would have to be divided, as far as it knows."""
        return 0.0

    def height(self, width: float) -> float:
        """How tall it is at this width; measured once."""
        if self._measured_at != width:
            self._height = self._measure(width)
            self._measured_at = width
        return self._height

    @abstractmethod
    def _measure(self, width: float) -> float:
        """Work out the height."""

    @abstractmethod
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        """What fits into a height and the rest, or None where it should not be parted there.

        On a fresh page nothing is gained by going to the next one: whatever has room is taken.
        """

    @abstractmethod
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        """Draw it below and to the right of a corner; what comes first is read first."""
