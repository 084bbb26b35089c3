"""The list of records to look at: keys for deeds go on to the window around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.records.row_delegate import RowDelegate
from desktop.views.review.letters import letter_of
from desktop.views.review.task_model import TaskModel

if TYPE_CHECKING:
    from desktop.domain.review import Task


class TaskList(QListView):
    """A list over a `TaskModel`; letters and the space bar are left to whoever is around it."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, model: TaskModel, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setObjectName("tasks")
        self.setAccessibleName(tr("Records to check"))
        self.setAccessibleDescription(tr("R or the space bar: still right. Enter shows the record."))
        self.doubleClicked.connect(self.opened)

    def task(self) -> Task | None:
        """The task that is chosen."""
        return self._tasks.task_at(self.currentIndex())

    def choose(self, row: int) -> None:
        """Choose a row, or the nearest that there is."""
        index = self._tasks.index(min(max(row, 0), self._tasks.rowCount() - 1))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.chosen.emit(None)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.indexes():
            self.chosen.emit(self.task())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space or letter_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
