"""The list itself: moves by keyboard, hands letters to the search box, tells which record is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desktop.views.records.list_model import ListModel
from desktop.views.widgets.typing import is_back, typed_text

if TYPE_CHECKING:
    from desktop.domain.search import Hit


MARGIN, GAP = 10, 3
"""Pixels above and below a record's two lines together, and between them."""


def record_height(line_height: int) -> int:
    """The height of a record's row in pixels."""
    return 2 * line_height + GAP + MARGIN + 4


class RecordList(QListView):
    """A list over a `ListModel`; `picked` tells that a person chose a row, be it the one that was chosen already."""

    chosen = Signal(object)
    opened = Signal()
    typed = Signal(str)
    typed_back = Signal()
    left = Signal()
    picked = Signal()

    def __init__(self, model: ListModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self.setModel(model)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # else Qt asks every row for its height
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
        self.setObjectName("records")
        self.doubleClicked.connect(self.opened)

    def prepare(self) -> None:
        """Get ready to draw rows."""
        from desktop.views.records.row_delegate import RowDelegate

        self.setItemDelegate(RowDelegate(self))

    def room(self) -> int:
        """How many records can be seen at once, and one more, so that what lies below is fetched by going there."""
        height = record_height(self.fontMetrics().height())
        return self.viewport().height() // height + 2

    def chosen_hit(self) -> Hit | None:
        """The record that is chosen."""
        return self._records.hit_at(self.currentIndex())

    def choose(self, index: QModelIndex) -> None:
        """Make a record the chosen one and bring it into sight; an invalid index chooses none."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
            self.chosen.emit(None)

    def choose_none(self) -> None:
        """Let no row be the chosen one, because the record that is read has none here; nobody is told."""
        self.selectionModel().clear()

    def step(self, by: int) -> None:
        """Choose the next or the previous record, passing over headings."""
        number = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        while 0 <= number < self._records.rowCount():
            if self._records.hit_at(self._records.index(number, 0)) is not None:
                self.choose(self._records.index(number, 0))
                return
            number += 1 if by >= 0 else -1

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.indexes():
            self.chosen.emit(self.chosen_hit())

    @override
    def verticalScrollbarValueChanged(self, value: int) -> None:
        """Whoever has gone half the way shall find the rest there; Qt would fetch it when they stand at the end."""
        super().verticalScrollbarValueChanged(value)
        if 2 * value > self.verticalScrollBar().maximum():
            self._records.fetchMore(QModelIndex())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row the current one, but does not choose it; a person sees no difference."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.choose(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if text := typed_text(event):
            self.typed.emit(text)
        elif is_back(event):
            self.typed_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.picked.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.picked.emit()
