"""Running text and headings, set line by line, each word within the element that it belongs to."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from typing_extensions import override

from desktop.printing.breaking import Line
from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.structure import Element, Node
from desktop.printing.styles import Style
from desktop.printing.wording import Run, Wording

_BALANCE_STEP = 8
_MOST_BALANCED = 4
_LEAST_LINES = 2  # no single line at the foot or the top of a page
_ROUNDING = 1e-6
_STRIKE = 0.06  # the thickness and the height of a line through words, as multiples of their size
_STRIKE_HEIGHT = 0.28


class Outline(NamedTuple):
    """How a heading stands in the outline of the file; level 0 is the title of a record."""

    words: str
    level: int


class Paragraph(Flowable):
    """Text in lines, from one place of a wording to another; without an element it belongs to what surrounds it."""

    def __init__(
        self,
        wording: Wording,
        style: Style,
        element: Element | None,
        *,
        start: int = 0,
        end: int | None = None,
        outline: Outline | None = None,
        is_mirrored: bool = False,
    ) -> None:
        self._wording = wording
        self._style = style
        self._element = element
        self._start = start
        self._end = len(wording.text) if end is None else end
        self._outline = outline
        self._is_mirrored = is_mirrored
        self._lines: Sequence[Line] = ()
        self.space_before = style.space_before if start == 0 else 0.0
        self.space_after = style.space_after
        self.is_kept_with_next = style.is_kept_with_next

    @property
    @override
    def least_width(self) -> float:
        return self._wording.least_width

    @property
    def natural_width(self) -> float:
        """How wide it is as one line."""
        return self._wording.width(Line(self._start, self._end))

    @override
    def _measure(self, width: float) -> float:
        self._lines = self._broken(width)
        if self._style.is_balanced and 1 < len(self._lines) <= _MOST_BALANCED:
            self._balance(width)
        return len(self._lines) * self._style.leading

    def _broken(self, width: float) -> list[Line]:
        return self._wording.lines(width, self._start, self._end)

    def _balance(self, width: float) -> None:
        """Make the lines about equally long: no last word stands alone, and none is divided for that."""
        least = int(max(width / 2, min(self.least_width, width)))
        narrower = (self._broken(room) for room in range(int(width), least, -_BALANCE_STEP))
        for lines in takewhile(lambda lines: len(lines) == len(self._lines), narrower):
            self._lines = lines

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        self.height(width)
        total, fitting = len(self._lines), int((height + _ROUNDING) / self._style.leading)
        if not is_fresh:
            fitting = min(fitting, total - _LEAST_LINES)
        if fitting < (1 if is_fresh else _LEAST_LINES) or fitting >= total:
            return None
        place = self._lines[fitting].start
        return self._part(self._start, place), self._part(place, self._end)

    def _part(self, start: int, end: int) -> "Paragraph":
        outline = self._outline if start == self._start else None
        return Paragraph(
            self._wording,
            self._style,
            self._element,
            start=start,
            end=end,
            outline=outline,
            is_mirrored=self._is_mirrored,
        )

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        self.height(width)
        if self._outline:
            canvas.mark_heading(self._outline.words, self._outline.level, top)
        with canvas.within(self._element):
            text = canvas.beginText()
            around = text.node
            baseline = top - self._style.ascent
            for line in self._lines:
                start = left + width - self._wording.width(line) if self._is_mirrored else left
                text.setTextOrigin(start, baseline)
                for run in self._wording.runs(line):
                    text.node = canvas.node(run.element) if run.element else around
                    text.show(run.text, run.font, self._style.size, run.colour)
                    if run.span.target:
                        self._link(canvas, text.node, run, start, baseline)
                baseline -= self._style.leading
            canvas.drawText(text)
        self._strike(canvas, left, top, width)

    def _strike(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        """A line through what is void; it is drawn for the eye alone."""
        if not self._wording.has_struck:
            return
        height = top - self._style.ascent + self._style.size * _STRIKE_HEIGHT
        for line in self._lines:
            start = left + width - self._wording.width(line) if self._is_mirrored else left
            for run in self._wording.runs(line):
                if run.span.is_struck and run.text.strip():
                    at = start + run.left
                    canvas.rule((at, height), (at + run.width, height), run.colour, self._style.size * _STRIKE)
            height -= self._style.leading

    def _link(self, canvas: SheetCanvas, node: Node | None, run: Run, start: float, baseline: float) -> None:
        """Let the words of a run be pressed."""
        if node is None or run.span.target is None:
            return
        left, size = start + run.left, self._style.size
        box = (left, baseline - 0.2 * size, left + run.width, baseline + size)
        canvas.link(node, run.span.target, run.span.description, box)
