"""The list of records to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.review.deed_list import DeedList
from desktop.views.review.task_model import TaskModel

if TYPE_CHECKING:
    from desktop.domain.review import Task


class TaskList(DeedList):
    """A list over a `TaskModel`; the space bar, too, is left to whoever is around it."""

    opened = Signal()

    def __init__(self, model: TaskModel, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(model, model.task_at, parent)
        self._tasks = model
        self.setObjectName("tasks")
        self.setAccessibleName(tr("Records to check"))
        self.setAccessibleDescription(tr("R or the space bar: still right. Enter shows the record."))
        self.doubleClicked.connect(self.opened)

    def task(self) -> Task | None:
        """The task that is chosen."""
        return self._tasks.task_at(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)
