"""Text beside a picture in the upper corner, where lines end."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.stack import Stack

_GAP = 6 * mm


@dataclass(frozen=True)
class Corner:
    """What stands in a corner, and how wide it is in points."""

    content: Flowable
    width: float

    @property
    def inset(self) -> float:
        """What it takes from the width of the text beside it."""
        return self.width + _GAP

    @property
    def height(self) -> float:
        """How far down it reaches."""
        return self.content.height(self.width)


class Cornered(Flowable):
    """Pieces that leave room for a corner; where they go on after a page break, they have the whole width."""

    def __init__(self, pieces: Sequence[Flowable], corner: Corner, *, is_mirrored: bool) -> None:
        self._pieces = Stack(pieces)
        self._corner = corner
        self._is_mirrored = is_mirrored
        self.space_before = self._pieces.space_before
        self.space_after = self._pieces.space_after

    @override
    def _measure(self, width: float) -> float:
        return max(self._pieces.height(width - self._corner.inset), self._corner.height)

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        if self._corner.height > height:
            return None
        parts = self._pieces.parted(width - self._corner.inset, height, is_fresh=is_fresh)
        return (Cornered([parts[0]], self._corner, is_mirrored=self._is_mirrored), parts[1]) if parts else None

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        inset, wide = self._corner.inset, self._corner.width
        self._pieces.draw(canvas, left + inset if self._is_mirrored else left, top, width - inset)
        self._corner.content.draw(canvas, left if self._is_mirrored else left + width - wide, top, wide)


def around(pieces: Sequence[Flowable], corner: Corner, width: float, *, is_mirrored: bool) -> list[Flowable]:
    """Pieces around a corner: those that begin beside it are narrow, the others have the whole width.

    A name with a word too long for the narrow place stands above.
    """
    if len(pieces) > 1 and pieces[0].least_width > width - corner.inset:
        return [pieces[0], *around(pieces[1:], corner, width, is_mirrored=is_mirrored)]
    beside, below = _divided(pieces, corner.height, width - corner.inset)
    return [Cornered(beside, corner, is_mirrored=is_mirrored), *below]


def _divided(pieces: Sequence[Flowable], height: float, width: float) -> tuple[list[Flowable], list[Flowable]]:
    """The pieces down to a height, and those below it; a stack is divided between two of its own."""
    for place, piece in enumerate(pieces):
        before = [*pieces[:place]]
        above = Stack(before).height(width)
        if above >= height:
            return before, [*pieces[place:]]
        if isinstance(piece, Stack) and above + piece.height(width) > height:
            upper, lower = _divided(piece.pieces, height - above, width)
            if upper and lower:
                parts = piece.part(upper, is_first=True), piece.part(lower, is_first=False)
                return [*before, parts[0]], [parts[1], *pieces[place + 1 :]]
    return [*pieces], []
