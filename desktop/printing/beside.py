"""Pieces of paper with something at their side: a label in a column of its own, or a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.stack import Repeated, Stack
from desktop.printing.structure import Element
from desktop.printing.styles import ACCENT, HAIRLINE, RULE

_BAR = 2
_BAR_INSET = 9.0
_MOST_REPEATED = 30 * mm
_ROUNDING = 1e-6


@dataclass(frozen=True)
class Columns:
    """A column for labels and one for what they label, from left to right or, mirrored, from right to left.

    Where labels have no column of their own, they stand above.
    """

    label_width: float
    gutter: float
    is_mirrored: bool = False

    @property
    def is_stacked(self) -> bool:
        """Whether labels stand above what they label."""
        return not self.label_width

    @property
    def inset(self) -> float:
        """How much the label's column takes from the other."""
        return 0.0 if self.is_stacked else self.label_width + self.gutter

    def label_left(self, left: float, width: float) -> float:
        """The left edge of the labels, between `left` and `left + width`."""
        return left + width - self.label_width if self.is_mirrored and not self.is_stacked else left

    def content_left(self, left: float) -> float:
        """The left edge of what is labelled."""
        return left if self.is_mirrored else left + self.inset


class Beside(Flowable):
    """A label and what it labels, in two columns; a rule may part them from what stands above.

    `continued` stands in the label's place, for the eye alone, where the content goes on after a page break.
    """

    def __init__(
        self,
        label: Flowable | None,
        content: Stack,
        columns: Columns,
        *,
        element: Element | None = None,
        continued: Flowable | None = None,
        space_before: float = 0,
        has_rule: bool = False,
    ) -> None:
        self._label = label
        self._content = content
        self._columns = columns
        self._element = element
        self._continued = continued
        self._has_rule = has_rule
        self.space_before = space_before

    def _label_height(self, width: float) -> float:
        """How much of the height the label takes, with the space below it where it stands above."""
        if self._label is None:
            return 0.0
        if self._columns.is_stacked:
            return self._label.height(width) + self._label.space_after
        return self._label.height(self._columns.label_width)

    def _content_top(self, width: float) -> float:
        """How far below the top the content begins."""
        return self._label_height(width) if self._columns.is_stacked else 0.0

    @override
    def _measure(self, width: float) -> float:
        content = self._content_top(width) + self._content.height(width - self._columns.inset)
        return max(content, self._label_height(width))

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        if self._label_height(width) > height + _ROUNDING:
            return self._parted_label(width, height) if is_fresh else None
        inner, room = width - self._columns.inset, height - self._content_top(width)
        parts = self._content.parted(inner, room, is_fresh=is_fresh)
        return (self._part(self._label, parts[0]), self._rest(self._again(width), parts[1])) if parts else None

    def _parted_label(self, width: float, height: float) -> Parts:
        """The two parts where already the label is taller than a page: it goes on beside the rest of the content."""
        assert self._label is not None
        label = self._label.parted(self._columns.label_width or width, height, is_fresh=True)
        inner = width - self._columns.inset
        if label is None or self._columns.is_stacked:
            return (self._part(label[0], Stack([])), self._rest(label[1], self._content)) if label else None
        if self._content.height(inner) <= height:
            return self._part(label[0], self._content), self._rest(label[1], Stack([]))
        content = self._content.parted(inner, height, is_fresh=True)
        return (self._part(label[0], content[0]), self._rest(label[1], content[1])) if content else None

    def _again(self, width: float) -> Flowable | None:
        """What tells that the content goes on, unless it would take too much of the page itself."""
        again = self._continued
        if again is None or again.height(self._columns.label_width or width) > _MOST_REPEATED:
            return None
        return Repeated(again)

    def _part(self, label: Flowable | None, content: Flowable) -> "Beside":
        return Beside(
            label,
            _stacked(content),
            self._columns,
            element=self._element,
            space_before=self.space_before,
            has_rule=self._has_rule,
        )

    def _rest(self, label: Flowable | None, content: Flowable) -> "Beside":
        return Beside(label, _stacked(content), self._columns, element=self._element, continued=self._continued)

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        if self._has_rule:
            above = top + self.space_before / 2
            canvas.rule((left, above), (left + width, above), RULE, HAIRLINE)
        columns = self._columns
        with canvas.within(self._element):
            if self._label:
                self._label.draw(canvas, columns.label_left(left, width), top, columns.label_width or width)
            below = top - self._content_top(width)
            self._content.draw(canvas, columns.content_left(left), below, width - columns.inset)


class Barred(Stack):
    """Pieces behind a bar, so that nobody overlooks them."""

    def __init__(
        self,
        pieces: Sequence[Flowable],
        *,
        colour: Color = ACCENT,
        space_before: float,
        is_mirrored: bool,
    ) -> None:
        super().__init__(pieces)
        self._colour = colour
        self._is_mirrored = is_mirrored
        self.space_before = space_before

    @property
    @override
    def inset(self) -> float:
        return _BAR_INSET

    @override
    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> Stack:
        """Both parts bear the bar."""
        before = self.space_before if is_first else 0
        return Barred(pieces, colour=self._colour, space_before=before, is_mirrored=self._is_mirrored)

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        bar = left + width - _BAR / 2 if self._is_mirrored else left + _BAR / 2
        canvas.rule((bar, top), (bar, top - self.height(width)), self._colour, _BAR)
        self.draw_pieces(canvas, left if self._is_mirrored else left + _BAR_INSET, top, width - _BAR_INSET)


def _stacked(piece: Flowable) -> Stack:
    return piece if isinstance(piece, Stack) else Stack([piece])
