"""Tables whose head comes again on every page and whose rows, however tall, break across pages."""

from collections.abc import Sequence
from typing import Self

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.printing.stack import Stack
from desktop.printing.styles import ACCENT, HAIRLINE, RULE, Role
from desktop.printing.text import Writer

_COLUMN_GAP = 4 * mm


class Row(Flowable):
    """Cells side by side above a line; `shares` tells how they divide the width."""

    def __init__(
        self, cells: Sequence[Flowable], shares: Sequence[float], padding: float, *, is_head: bool = False
    ) -> None:
        super().__init__()
        self._cells = cells
        self._shares = shares
        self._padding = padding
        self._is_head = is_head
        self.keepWithNext = is_head
        self._widths: list[float] = []
        self._heights: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As high as the tallest cell, with space above and below."""
        self._widths = [available_width * share / sum(self._shares) for share in self._shares]
        self._heights = [
            cell.wrapOn(self.canv, width - _COLUMN_GAP, available_height)[1]
            for cell, width in zip(self._cells, self._widths, strict=True)
        ]
        self.width, self.height = available_width, max(self._heights) + 2 * self._padding
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Every cell at the same height, or nothing where one of them cannot be parted there."""
        self.wrap(available_width, available_height)
        room = available_height - 2 * self._padding
        upper, lower = [], []
        for cell, width, height in zip(self._cells, self._widths, self._heights, strict=True):
            parts = [cell, Stack([])] if height <= room else cell.splitOn(self.canv, width - _COLUMN_GAP, room)
            if not parts:
                return []
            upper.append(parts[0])
            lower.append(parts[1])
        return [Row(upper, self._shares, self._padding), Row(lower, self._shares, self._padding)]

    def draw(self) -> None:
        """Draw the cells from left to right, then the line."""
        left = 0.0
        for cell, width, height in zip(self._cells, self._widths, self._heights, strict=True):
            cell.drawOn(self.canv, left, self.height - self._padding - height)
            left += width
        self.canv.setStrokeColor(ACCENT if self._is_head else RULE)
        self.canv.setLineWidth(2 * HAIRLINE if self._is_head else HAIRLINE)
        self.canv.line(0, 0, self.width, 0)


class Table(Stack):
    """Rows below a head; a continuation begins with the head again."""

    def __init__(self, head: Row, rows: Sequence[Flowable], *, space_before: float = 0) -> None:
        super().__init__([head, *rows])
        self._head = head
        self.spaceBefore = space_before

    def part(self, pieces: Sequence[Flowable], *, is_first: bool) -> Self:
        """The first part holds the head already."""
        rows = pieces[1:] if is_first else pieces
        return type(self)(self._head, rows, space_before=self.spaceBefore)


def row(
    texts: Sequence[str],
    shares: Sequence[float],
    writer: Writer,
    *,
    below: Sequence[Flowable] = (),
    is_head: bool = False,
) -> Row:
    """A row of texts; `below` follows the text of the first cell."""
    role = Role.COLUMN_HEAD if is_head else Role.CELL
    first, *others = (writer.paragraph(role, [writer.plain(text)]) for text in texts)
    cells = [Stack([first, *below]), *map(Stack, ([other] for other in others))]
    return Row(cells, shares, writer.styles.paragraph_gap * 0.6, is_head=is_head)
