"""The rows of the work-list under Qt's model; those behind the first are fetched when somebody scrolls so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.records.list_model import LINE_ROLE
from desktop.views.review.wording import line_of

if TYPE_CHECKING:
    from desktop.domain.record import RecordId
    from desktop.domain.review import Task

_ROOT = QModelIndex()
_TASK = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex


class TaskModel(QAbstractListModel):
    """The tasks that have been fetched so far; `more_wanted` asks for those behind them."""

    more_wanted = Signal()

    def __init__(self, tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._tasks: list[Task] = []
        self._has_more = False

    def show(self, tasks: tuple[Task, ...], *, has_more: bool) -> bool:
        """Show these tasks; whether all rows are new, so that the view has lost its place."""
        before, self._has_more = len(self._tasks), has_more
        if list(tasks[:before]) == self._tasks:
            if len(tasks) > before:
                self.beginInsertRows(QModelIndex(), before, len(tasks) - 1)
                self._tasks += tasks[before:]
                self.endInsertRows()
            return False
        self.beginResetModel()
        self._tasks = list(tasks)
        self.endResetModel()
        return True

    def put(self, record_id: RecordId, task: Task | None) -> Task | None:
        """Show a record's row as it is now, or take it away; the task that stood there."""
        row = self.index_of(record_id).row()
        if row < 0:
            return None
        before = self._tasks[row]
        if task is None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._tasks[row]
            self.endRemoveRows()
        else:
            self._tasks[row] = task
            self.dataChanged.emit(self.index(row), self.index(row))
        return before

    def task_at(self, index: Index) -> Task | None:
        """The task at an index."""
        return self._tasks[index.row()] if index.isValid() else None

    def index_of(self, record_id: RecordId | None) -> QModelIndex:
        """Where a record stands; an invalid index if it is not there."""
        rows = (row for row, task in enumerate(self._tasks) if task.reference.id == record_id)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (LINE_ROLE, Qt.ItemDataRole.DisplayRole, _SPOKEN):
            return None
        line = line_of(self._tasks[index.row()], self._tr)
        if role == LINE_ROLE:
            return line
        return line.title if role == Qt.ItemDataRole.DisplayRole else ", ".join((line.title, line.badge, line.subtitle))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _TASK if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    @override
    def fetchMore(self, parent: Index) -> None:
        """Ask for more; they come when they come, and nobody asks twice for the same."""
        if self._has_more:
            self._has_more = False
            self.more_wanted.emit()
