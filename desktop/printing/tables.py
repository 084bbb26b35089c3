"""Tables whose head comes again on every page and whose rows, however tall, break across pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from typing_extensions import override

from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.stack import Repeated, Stack
from desktop.printing.structure import Element, Scope, Tag, head
from desktop.printing.styles import ACCENT, HAIRLINE, RULE, Role
from desktop.printing.text import Writer
from desktop.printing.wording import Span

_COLUMN_GAP = 4 * mm
_ROUNDING = 1e-6


@dataclass(frozen=True)
class Grid:
    """How the columns of a table divide its width, the space above and below what stands in a row, and between."""

    shares: tuple[float, ...]
    padding: float
    is_mirrored: bool = False
    gap: float = _COLUMN_GAP

    def cells(self, left: float, width: float) -> Iterator[tuple[float, float]]:
        """Left edge and width of what stands in each column, the first column first."""
        before = 0.0
        for share in self.shares:
            room = width * share / sum(self.shares)
            edge = left + width - before - room + self.gap if self.is_mirrored else left + before
            yield edge, room - self.gap
            before += room


class Row(Flowable):
    """Cells side by side above a line.

    `continued` stands in the place of the first one, for the eye alone, where the others go on after a page break.
    """

    def __init__(
        self,
        cells: Sequence[Flowable],
        grid: Grid,
        *,
        is_head: bool = False,
        element: Element | None = None,
        continued: Flowable | None = None,
    ) -> None:
        self._cells = cells
        self._grid = grid
        self._is_head = is_head
        self._continued = continued
        self._element = element or Element(Tag.ROW)
        self.is_kept_with_next = is_head

    @override
    def _measure(self, width: float) -> float:
        cells = zip(self._cells, self._grid.cells(0, width), strict=True)
        return max(cell.height(room) for cell, (_, room) in cells) + 2 * self._grid.padding

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        """Every cell at the same height, or nothing where one of them cannot be parted there."""
        room = height - 2 * self._grid.padding + _ROUNDING
        upper: list[Flowable] = []
        lower: list[Flowable] = []
        for cell, (_, wide) in zip(self._cells, self._grid.cells(0, width), strict=True):
            fits = cell.height(wide) <= room
            parts = (cell, Stack([])) if fits else cell.parted(wide, room, is_fresh=is_fresh)
            if parts is None:
                return None
            upper.append(parts[0])
            lower.append(parts[1])
        if self._continued and upper[0] is self._cells[0]:
            lower[0] = Repeated(self._continued)
        part = partial(Row, grid=self._grid, element=self._element, continued=self._continued)
        return part(upper), part(lower)

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        with canvas.within(self._element):
            for cell, (edge, room) in zip(self._cells, self._grid.cells(left, width), strict=True):
                cell.draw(canvas, edge, top - self._grid.padding, room)
        bottom = top - self.height(width)
        colour, thickness = (ACCENT, 2 * HAIRLINE) if self._is_head else (RULE, HAIRLINE)
        canvas.rule((left, bottom), (left + width, bottom), colour, thickness)


class Table(Stack):
    """Rows below a head; a continuation begins with the head again, for the eye alone."""

    def __init__(
        self, head: Flowable, rows: Sequence[Flowable], *, space_before: float = 0, element: Element | None = None
    ) -> None:
        super().__init__([head, *rows], element=element or Element(Tag.TABLE))
        self._head = head
        self.space_before = space_before

    @override
    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> Stack:
        """The first part holds the head already."""
        rows = pieces[1:] if is_first else pieces
        head = self._head if is_first else _again(self._head)
        return Table(head, rows, space_before=self.space_before, element=self.element)


def _again(head: Flowable) -> Flowable:
    return head if isinstance(head, Repeated) else Repeated(head)


@dataclass(frozen=True)
class Cell:
    """What stands in a row below the head of its column; `below` follows the words."""

    words: Span
    below: Sequence[Flowable] = ()


def head_row(texts: Sequence[str], grid: Grid, writer: Writer) -> Row:
    """The heads of the columns."""
    cells = [writer.paragraph(Role.COLUMN_HEAD, [writer.plain(text)], head(Scope.COLUMN)) for text in texts]
    return Row(cells, grid, is_head=True)


def row(cells: Sequence[Cell], grid: Grid, writer: Writer) -> Row:
    """A row whose first cell is its head: a reader that goes down a column says it before each cell."""
    first, *others = cells
    named = _cell(first, head(Scope.ROW), writer)
    return Row([named, *(_cell(cell, Element(Tag.CELL), writer) for cell in others)], grid)


def _cell(cell: Cell, element: Element, writer: Writer) -> Flowable:
    if not cell.below:
        return writer.paragraph(Role.CELL, [cell.words], element)
    return Stack([writer.paragraph(Role.CELL, [cell.words]), *cell.below], element=element)
