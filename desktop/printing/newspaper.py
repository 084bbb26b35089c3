"""Short pieces in several columns side by side, filled one after the other as a newspaper is."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.structure import Element

_GAP = 8 * mm
_ROUNDING = 1e-6


class Newspaper(Flowable):
    """Pieces in columns of one width; only a page break and the end of all shorten a column."""

    def __init__(self, pieces: Sequence[Flowable], columns: int, *, element: Element, is_mirrored: bool) -> None:
        self._pieces = pieces
        self._columns = columns
        self._element = element
        self._is_mirrored = is_mirrored

    def _column_width(self, width: float) -> float:
        return (width - _GAP * (self._columns - 1)) / self._columns

    @override
    def _measure(self, width: float) -> float:
        """The least height at which all pieces have room."""
        heights = [piece.height(self._column_width(width)) for piece in self._pieces]
        height = max([sum(heights) / self._columns, *heights], default=0.0)
        while (missing := self._filled(width, height)) < len(self._pieces):
            height += heights[missing]
        return height

    def _filled(self, width: float, height: float) -> int:
        """How many of the pieces have room in columns of this height."""
        return sum(map(len, self._in_columns(width, height)))

    def _in_columns(self, width: float, height: float) -> list[list[Flowable]]:
        wide, found, waiting = self._column_width(width), list[list[Flowable]](), list(self._pieces)
        for _ in range(self._columns):
            room, column = height + _ROUNDING, list[Flowable]()
            while waiting and waiting[0].height(wide) <= room:
                room -= waiting[0].height(wide)
                column.append(waiting.pop(0))
            while waiting and len(column) > 1 and column[-1].is_kept_with_next:
                waiting.insert(0, column.pop())
            found.append(column)
        return found

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        fitting = self._filled(width, height)
        if fitting in (0, len(self._pieces)):
            return None
        return self._part(self._pieces[:fitting]), self._part(self._pieces[fitting:])

    def _part(self, pieces: Sequence[Flowable]) -> "Newspaper":
        return Newspaper(pieces, self._columns, element=self._element, is_mirrored=self._is_mirrored)

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        wide = self._column_width(width)
        with canvas.within(self._element):
            for place, column in enumerate(self._in_columns(width, self.height(width))):
                at = self._columns - 1 - place if self._is_mirrored else place
                below = top
                for piece in column:
                    piece.draw(canvas, left + at * (wide + _GAP), below, wide)
                    below -= piece.height(wide)
