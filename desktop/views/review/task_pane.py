"""The work-list with what it is limited to and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.review import Reason, Task
from desktop.i18n import Translate
from desktop.pages.words import number_text
from desktop.services.review import PAGE
from desktop.views.review.reason_bar import ReasonBar
from desktop.views.review.task_list import TaskList
from desktop.views.review.task_model import TaskModel
from desktop.views.review.words import say, words

if TYPE_CHECKING:
    from desktop.domain.record import RecordId
    from desktop.domain.review import WorkList


class TaskPane(QWidget):
    """`wanted` asks for so many tasks of the reasons that are pressed, `chosen` tells the one chosen, or none."""

    wanted = Signal(int)
    chosen = Signal(object)

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._found: WorkList | None = None
        self._bar = ReasonBar(tr)
        self._model = TaskModel(tr, self)
        self._count = words()
        self.list = TaskList(self._model, tr)
        self.list.chosen.connect(self.chosen)
        self._bar.changed.connect(lambda: self.wanted.emit(PAGE))
        self._model.more_wanted.connect(lambda: self.wanted.emit(self._model.rowCount() + PAGE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._bar, self._count, self.list):
            column.addWidget(widget, int(widget is self.list))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reason that the list is limited to; nothing where any will do."""
        return self._bar.reasons

    @property
    def reach(self) -> int:
        """How many tasks there have to be so that nothing goes that was shown."""
        return max(PAGE, self._model.rowCount())

    @property
    def is_filled(self) -> bool:
        """Whether there is a list already."""
        return self._found is not None

    def take_all(self) -> None:
        """Limit the list to no reason; it is not asked for anew."""
        self._bar.take_all()

    def show_list(self, found: WorkList, record_id: RecordId | None = None) -> None:
        """Show what was found; the chosen record stays chosen, or the one that is named becomes it."""
        task, row, height = self.list.task(), self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        is_new = self._model.show(found.tasks, has_more=found.total > len(found.tasks))
        self._found = found
        self._tell()
        there = self._model.index_of(record_id)
        if there.isValid() or is_new or task is None:
            place = there if there.isValid() else self._model.index_of(task.reference.id if task else None)
            self.list.verticalScrollBar().setValue(height)
            self.list.choose(place.row() if place.isValid() else max(row, 0))

    def next(self) -> None:
        """Choose the next record, if there is one."""
        self.list.choose(self.list.currentIndex().row() + 1)

    def put(self, record_id: RecordId, task: Task | None) -> bool:
        """Show what there is left to do about a record; whether it stood in the list."""
        is_wanted = task is not None and bool(set(task.reasons) & set(self.reasons or Reason))
        before = self._model.put(record_id, task if is_wanted else None)
        if before is None or self._found is None:
            return False
        counts = dict(self._found.counts)
        for reason in Reason:
            counts[reason] += (task is not None and reason in task.reasons) - (reason in before.reasons)
        total, whole = self._found.total - (not is_wanted), self._found.whole - (task is None)
        self._found = replace(self._found, total=total, counts=counts, whole=whole)
        self._tell()
        if self._model.rowCount() == 0:
            self.chosen.emit(None)
        return True

    def _tell(self) -> None:
        """Never a list cut off in silence: so many of so many."""
        found, tr = self._found, self._tr
        if found is not None:
            shown, total = (number_text(count, tr) for count in (self._model.rowCount(), found.total))
            say(self._count, tr("{shown} of {total} records to check", shown=shown, total=total))
            self._bar.show_counts(found.counts, found.whole)
