"""The rows of one list under Qt's model; more of them are fetched when somebody scrolls so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from desktop.views.records.lines import Line

if TYPE_CHECKING:
    from desktop.domain.search import Hit

LINE_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_HEADING = Qt.ItemFlag.ItemNeverHasChildren
_RECORD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """The lines that have been fetched so far."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._has_more = False

    @property
    def hits(self) -> int:
        """How many records have been fetched."""
        return sum(line.hit is not None for line in self._lines)

    def show(self, lines: Sequence[Line], *, has_more: bool) -> None:
        """Show these lines; those that are there already stay, so that nobody loses their place."""
        before, self._has_more = len(self._lines), has_more
        if before and len(lines) >= before and list(lines[:before]) == self._lines:
            self._append(lines[before:])
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def first(self) -> QModelIndex:
        """The first record; an invalid index if there is none."""
        return next((self.index(at) for at, line in enumerate(self._lines) if line.hit is not None), QModelIndex())

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record stands in the list; an invalid index if it is not there."""
        for number, line in enumerate(self._lines):
            if line.hit is not None and line.hit.id == record_id:
                return self.index(number)
        return QModelIndex()

    def hit_at(self, index: Index) -> Hit | None:
        """The record at an index; nothing for a heading."""
        return self._lines[index.row()].hit if index.isValid() else None

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in line[:3] if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _HEADING if self._lines[index.row()].hit is None else _RECORD

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    @override
    def fetchMore(self, parent: Index) -> None:
        """Ask for more; they come when they come, and nobody asks twice for the same."""
        if self._has_more:
            self._has_more = False
            self.more_wanted.emit()

    def _append(self, lines: Sequence[Line]) -> None:
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()
