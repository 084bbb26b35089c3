"""A picture on a sheet, with the words that stand for it where it is not seen."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.structure import Element, Tag


@dataclass(frozen=True)
class Picture:
    """Something of a size in points that draws itself from its lower left corner."""

    width: float
    height: float
    draw: Callable[[Canvas, float, float], None]


class Figure(Flowable):
    """A picture with its alternative text, where a line begins; it is never parted."""

    def __init__(self, picture: Picture, alternative: str, *, is_mirrored: bool) -> None:
        self._picture = picture
        self._element = Element(Tag.FIGURE, alternative=alternative)
        self._is_mirrored = is_mirrored

    @override
    def _measure(self, width: float) -> float:
        return self._picture.height

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        return None

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        picture = self._picture
        start = left + width - picture.width if self._is_mirrored else left
        bottom = top - picture.height
        with canvas.figure(self._element, (start, bottom, start + picture.width, top)):
            picture.draw(canvas, start, bottom)
