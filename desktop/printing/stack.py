"""How pieces of paper stand together: beneath each other, kept together, repeated; all break across pages."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from typing_extensions import override

from desktop.printing.canvas import Artifact, SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.structure import Element

_KEPT_HEIGHT = 90 * mm
_ROUNDING = 1e-6


class Stack(Flowable):
    """Pieces beneath each other, split between any two of them or within one; together they may be one element."""

    def __init__(self, pieces: Sequence[Flowable], *, element: Element | None = None) -> None:
        self.pieces = list(pieces)
        self.element = element
        if pieces:
            self.space_before = pieces[0].space_before
            self.space_after = pieces[-1].space_after
            self.is_kept_with_next = pieces[-1].is_kept_with_next

    @property
    def inset(self) -> float:
        """How much narrower the pieces are than the stack."""
        return 0.0

    @override
    def _measure(self, width: float) -> float:
        inner = width - self.inset
        return sum(piece.height(inner) for piece in self.pieces) + sum(self._gaps())

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        fitting, rest = self._divided(width - self.inset, height, is_fresh=is_fresh)
        if not fitting or not rest:
            return None
        return self.part(fitting, is_first=True), self.part(rest, is_first=False)

    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> "Stack":
        """The same kind of stack with some of the pieces; a continuation follows where not `is_first`."""
        del is_first
        return Stack(pieces, element=self.element)

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        with canvas.within(self.element):
            self.draw_pieces(canvas, left, top, width - self.inset)

    def draw_pieces(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        """Draw the pieces from the top down."""
        for piece, gap in zip(self.pieces, self._gaps(), strict=True):
            top -= gap
            piece.draw(canvas, left, top, width)
            top -= piece.height(width)

    def _gaps(self) -> list[float]:
        """The space above each piece; the first one has none."""
        after = [piece.space_after for piece in self.pieces[:-1]]
        before = [piece.space_before for piece in self.pieces[1:]]
        return [0.0, *map(max, after, before)][: len(self.pieces)]

    def _divided(self, width: float, height: float, *, is_fresh: bool) -> tuple[list[Flowable], list[Flowable]]:
        """The pieces that fit and those that do not; a piece across the edge is parted itself."""
        left = height + _ROUNDING
        for place, (piece, gap) in enumerate(zip(self.pieces, self._gaps(), strict=True)):
            tall = piece.height(width)
            if gap + tall > left:
                return self._divided_at(place, width, left - gap, is_fresh=is_fresh)
            left -= gap + tall
        return self.pieces, []

    def _divided_at(
        self, place: int, width: float, height: float, *, is_fresh: bool
    ) -> tuple[list[Flowable], list[Flowable]]:
        """The same, where the piece at `place` is the first without room."""
        before, piece, after = self.pieces[:place], self.pieces[place], self.pieces[place + 1 :]
        if parts := piece.parted(width, height, is_fresh=is_fresh and not before):
            return [*before, parts[0]], [parts[1], *after]
        kept = place
        while kept and self.pieces[kept - 1].is_kept_with_next:
            kept -= 1
        if kept or not is_fresh:
            return self.pieces[:kept], self.pieces[kept:]
        if before and (parts := piece.parted(width, height, is_fresh=True)):
            return [*before, parts[0]], [parts[1], *after]
        return before, self.pieces[place:]


class Kept(Stack):
    """Pieces that belong on one page; only what is too tall to move there as a whole is split."""

    def __init__(
        self, pieces: Sequence[Flowable], *, element: Element | None = None, most_height: float = _KEPT_HEIGHT
    ) -> None:
        super().__init__(pieces, element=element)
        self._most_height = most_height

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        if not is_fresh and self.height(width) <= self._most_height:
            return None
        return super().parted(width, height, is_fresh=is_fresh)


class Repeated(Flowable):
    """What stood on an earlier page already and is said again for the eye alone."""

    def __init__(self, piece: Flowable) -> None:
        self._piece = piece
        self.is_kept_with_next = True

    @override
    def _measure(self, width: float) -> float:
        return self._piece.height(width)

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        return None

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        with canvas.artifact(Artifact.REPEATED):
            self._piece.draw(canvas, left, top, width)
