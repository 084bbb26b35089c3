"""How pieces of paper stand together: beneath each other, beside a label, behind a bar; all break across pages."""

from collections.abc import Sequence
from typing import Self

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.printing.styles import ACCENT, HAIRLINE, RULE

_BAR = 2
_BAR_INSET = 9.0
_KEPT_HEIGHT = 90 * mm


class Stack(Flowable):
    """Flowables beneath each other, split between any two of them or within one."""

    def __init__(self, pieces: Sequence[Flowable]) -> None:
        super().__init__()
        self.pieces = list(pieces)
        self.inset = 0.0
        self._heights: list[float] = []
        self._wrapped_to: float | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take all the width there is and the height of all pieces with the space between them; measured once."""
        if self._wrapped_to != available_width:
            self._wrapped_to = available_width
            self._measure(available_width, available_height)
        return self.width, self.height

    def _measure(self, available_width: float, available_height: float) -> None:
        inner = available_width - self.inset
        self._heights = [piece.wrapOn(self.canv, inner, available_height)[1] for piece in self.pieces]
        self.width, self.height = available_width, sum(self._heights) + sum(self._gaps())

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """What fits and the rest, or nothing where not even a first line fits."""
        fitting, rest = self._divided(available_width, available_height)
        if not fitting or not rest:
            return []
        return [self.part(fitting, is_first=True), self.part(rest, is_first=False)]

    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> Self:
        """The same kind of stack with some of the pieces; a continuation follows where not `is_first`."""
        del is_first
        return type(self)(pieces)

    def draw(self) -> None:
        """Draw the pieces from the top down."""
        top = self.height
        for piece, height, gap in zip(self.pieces, self._heights, self._gaps(), strict=True):
            top -= gap + height
            piece.drawOn(self.canv, self.inset, top)

    def _gaps(self) -> list[float]:
        """The space above each piece; the first one has none."""
        after = [piece.getSpaceAfter() for piece in self.pieces[:-1]]
        before = [piece.getSpaceBefore() for piece in self.pieces[1:]]
        return [0.0, *map(max, after, before)][: len(self.pieces)]

    def _divided(self, width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
        """The pieces that fit and those that do not; a piece across the edge is split itself."""
        self.wrap(width, height)
        self._wrapped_to = None  # a paragraph that could not be split has forgotten its lines
        left = height
        for place, (piece, tall, gap) in enumerate(zip(self.pieces, self._heights, self._gaps(), strict=True)):
            if gap + tall > left:
                parts = piece.splitOn(self.canv, width - self.inset, left - gap)
                if parts:
                    return [*self.pieces[:place], parts[0]], [*parts[1:], *self.pieces[place + 1 :]]
                return self._parted_before(place)
            left -= gap + tall
        return self.pieces, []

    def _parted_before(self, place: int) -> tuple[list[Flowable], list[Flowable]]:
        """The pieces in two, with a heading kept to what it heads."""
        while place and self.pieces[place - 1].getKeepWithNext():  # type: ignore[no-untyped-call]  # a gap in the stubs
            place -= 1
        return self.pieces[:place], self.pieces[place:]


class Kept(Stack):
    """Pieces that belong on one page; only what is too tall to move there as a whole is split."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Nothing, so that all of it moves to the next page, unless it would leave too much of this one empty."""
        self.wrap(available_width, available_height)
        return [] if self.height <= _KEPT_HEIGHT else super().split(available_width, available_height)


class Beside(Stack):
    """A label in its own column on the left, what it labels on the right; `rule` draws a hairline above both."""

    def __init__(
        self,
        label: Flowable | None,
        pieces: Sequence[Flowable],
        *,
        label_width: float,
        gutter: float,
        space_before: float = 0,
        has_rule: bool = False,
    ) -> None:
        super().__init__(pieces)
        self._label = label
        self._label_width = label_width
        self._gutter = gutter
        self._has_rule = has_rule
        self._label_height = 0.0
        self.inset = label_width + gutter
        self.spaceBefore = space_before

    def _measure(self, available_width: float, available_height: float) -> None:
        """As high as the taller of the two columns."""
        super()._measure(available_width, available_height)
        if self._label:
            self._label_height = self._label.wrapOn(self.canv, self._label_width, available_height)[1]
        self.height = max(self.height, self._label_height)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The label stays with the first part."""
        self.wrap(available_width, available_height)
        return [] if self._label_height > available_height else super().split(available_width, available_height)

    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> Self:
        """Only the first part bears label and rule."""
        return type(self)(
            self._label if is_first else None,
            pieces,
            label_width=self._label_width,
            gutter=self._gutter,
            space_before=self.spaceBefore,
            has_rule=self._has_rule and is_first,
        )

    def draw(self) -> None:
        """Draw rule, label and pieces, the label first: so they are read."""
        if self._has_rule:
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(HAIRLINE)
            above = self.height + self.spaceBefore / 2
            self.canv.line(0, above, self.width, above)
        if self._label:
            self._label.drawOn(self.canv, 0, self.height - self._label_height)
        super().draw()


class Barred(Stack):
    """Pieces behind a bar at their left, so that nobody overlooks them."""

    def __init__(self, pieces: Sequence[Flowable], *, colour: Color = ACCENT, space_before: float = 0) -> None:
        super().__init__(pieces)
        self._colour = colour
        self.inset = _BAR_INSET
        self.spaceBefore = space_before

    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> Self:
        """Both parts bear the bar."""
        return type(self)(pieces, colour=self._colour, space_before=self.spaceBefore if is_first else 0)

    def draw(self) -> None:
        """Draw the bar, then the pieces."""
        self.canv.setStrokeColor(self._colour)
        self.canv.setLineWidth(_BAR)
        self.canv.line(_BAR / 2, 0, _BAR / 2, self.height)
        super().draw()
