"""A list of two-line rows in which keys for deeds go on to whoever is around it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desktop.views.records.row_delegate import RowDelegate
from desktop.views.review.letters import letter_of


class DeedList(QListView):
    """`chosen` hands over what `found_at` has for the row that is looked at."""

    chosen = Signal(object)

    def __init__(
        self, model: QAbstractListModel, found_at: Callable[[QModelIndex], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found_at = found_at
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def choose(self, row: int) -> None:
        """Choose a row, or the nearest that there is."""
        model = self.model()
        index = model.index(min(max(row, 0), model.rowCount() - 1), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.chosen.emit(None)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.indexes():
            self.chosen.emit(self._found_at(self.currentIndex()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
