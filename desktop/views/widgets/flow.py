"""Widgets set like words: in a row as long as there is room, then in the next."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """A layout without columns; each widget has the size that it wants. Buttons of a dialog stand `at_end`.

    Where it `wants_row` it asks for the room of all of them beside each other, before what stands next to it grows.
    What is lower than its row stands in the middle of it.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 4, *, at_end: bool = False, wants_row: bool = False
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._at_end = at_end
        self._wants_row = wants_row
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    @override
    def sizeHint(self) -> QSize:
        least = self.minimumSize()
        wanted = [item.sizeHint().width() + self._gap for item in self._items if not item.isEmpty()]
        return least.expandedTo(QSize(sum(wanted) - self._gap, 0)) if self._wants_row else least

    @override
    def minimumSize(self) -> QSize:
        """Room for the widest widget; a narrow list then has a row for each."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def _place(self, area: QRect, *, is_trial: bool) -> int:
        """Put every widget in its place; the height that this takes."""
        top, rows = area.top(), self._rows(area.width())
        for row in rows:
            used = sum(size.width() for _, size in row) + self._gap * (len(row) - 1)
            left = area.left() + (area.width() - used if self._at_end else 0)
            high = max(size.height() for _, size in row)
            for item, size in row:
                if not is_trial:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._gap
            top += high + self._gap
        return top - area.top() - (self._gap if rows else 0)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each row, and how large it is."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint()
            size = QSize(min(wanted.width(), width), wanted.height())
            if not rows or size.width() > room:
                rows.append([])
                room = width
            rows[-1].append((item, size))
            room -= size.width() + self._gap
        return rows
