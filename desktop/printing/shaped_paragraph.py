"""A paragraph in which scripts and directions meet, drawn run by run in the order of reading."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import NamedTuple

from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.page_direction import surplus
from desktop.printing.paragraph import Outline, Paragraph
from desktop.printing.shaped_wording import Placed, ShapedWording
from desktop.printing.shaped_words import draw_marks
from desktop.printing.structure import Element
from desktop.printing.styles import Style


class _Drawn(NamedTuple):
    """A run of a line that begins at `left` on a baseline."""

    placed: Placed
    left: float
    baseline: float


class ShapedParagraph(Paragraph):
    """Text in lines, each of its words as it is written in its own script; without an element as its surroundings.

    From `turned_from` lines on it begins at the other side of its block: German sentences do on an Arabic sheet, while
    a German name stays beside its label.
    """

    def __init__(
        self,
        wording: ShapedWording,
        style: Style,
        element: Element | None,
        *,
        start: int = 0,
        end: int | None = None,
        outline: Outline | None = None,
        turned_from: int | None = None,
    ) -> None:
        is_mirrored = wording.is_mirrored
        super().__init__(wording, style, element, start=start, end=end, outline=outline, is_mirrored=is_mirrored)
        self._shaped = wording
        self._turned_from = turned_from

    @override
    def _part(self, start: int, end: int) -> "ShapedParagraph":
        outline = self._outline if start == self._start else None
        turned_from = self._turned_from and 1
        return ShapedParagraph(
            self._shaped, self._style, self._element, start=start, end=end, outline=outline, turned_from=turned_from
        )

    @override
    def _measure(self, width: float) -> float:
        height = super()._measure(width)
        is_turned = self._turned_from is not None and len(self._lines) >= self._turned_from
        self._is_mirrored = self._shaped.is_mirrored is not is_turned
        return height

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        self.height(width)
        if self._outline:
            canvas.mark_heading(self._outline.words, self._outline.level, top)
        runs = list(self._placed(left, top - self._style.ascent, width))
        with canvas.within(self._element):
            for is_reversed, group in groupby(runs, key=lambda run: run.placed.shaped.is_right_to_left):
                with _reversed(canvas) if is_reversed else canvas.within(None):
                    self._show(canvas, group)
        self._strike(canvas, left, top, width)
        for run in runs:
            canvas.surplus += surplus(run.placed.shaped.text)
            draw_marks(canvas, run.placed.shaped, run.left, run.baseline, self._style.size, run.placed.look.colour)

    def _placed(self, left: float, baseline: float, width: float) -> Iterator[_Drawn]:
        for line in self._lines:
            start = left + width - self._wording.width(line) if self._is_mirrored else left
            for placed in self._shaped.placed(line):
                yield _Drawn(placed, start + placed.look.left, baseline)
            baseline -= self._style.leading

    def _show(self, canvas: SheetCanvas, runs: Iterable[_Drawn]) -> None:
        text = canvas.beginText()
        around = text.node
        for (look, _), left, baseline in runs:
            text.node = canvas.node(look.element) if look.element else around
            text.setTextOrigin(left, baseline)
            text.show(look.text, look.font, self._style.size, look.colour)
            if look.span.target:
                self._link(canvas, text.node, look, left - look.left, baseline)
        canvas.drawText(text)


@contextmanager
def _reversed(canvas: SheetCanvas) -> Iterator[None]:
    """What is shown from left to right is read from right to left."""
    canvas.addLiteral("/ReversedChars BMC")
    yield
    canvas.addLiteral("EMC")
