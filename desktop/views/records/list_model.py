"""The rows of one list under Qt's model; more of them are fetched when somebody scrolls so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from typing_extensions import override

from desktop.views.records.lines import Line, Rows

if TYPE_CHECKING:
    from desktop.domain.search import Hit

LINE_ROLE = Qt.ItemDataRole.UserRole
_HEADING = Qt.ItemFlag.ItemNeverHasChildren
_RECORD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

Index = QModelIndex | QPersistentModelIndex


class ListModel(QStandardItemModel):
    """The lines that have been fetched so far.

    Qt's own model counts them, though it holds none: a list asks for the count with every row that it finds a place
    for, and a count from Python takes so long that it could do so only piece by piece, losing the reader's place.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._rows = Rows()
        self._has_more = False

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown; nobody changes it, it is replaced."""
        return self._rows.lines

    def show(self, rows: Rows, before: Sequence[Line] = (), *, has_more: bool) -> None:
        """Show these rows; where they begin with those before, and these are still shown, nobody loses their place."""
        self._has_more = has_more
        count = len(self.lines)
        if count and before is self.lines and rows.same == count:
            self._rows = rows
            self.setRowCount(len(rows.lines))
            return
        self.beginResetModel()
        self._rows = rows
        self.blockSignals(True)  # the reset tells all that the count would tell
        self.setRowCount(len(rows.lines))
        self.blockSignals(False)
        self.endResetModel()

    def first(self) -> QModelIndex:
        """The first record; an invalid index if there is none."""
        return self.index(next(iter(self._rows.places.values()), -1), 0)

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record stands in the list; an invalid index if it is not there."""
        return self.index(self._rows.places.get(record_id, -1), 0)

    def hit_at(self, index: Index) -> Hit | None:
        """The record at an index; nothing for a heading."""
        return self.lines[index.row()].hit if index.isValid() else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.subtitle, line.badge) if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _HEADING if self.lines[index.row()].hit is None else _RECORD

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    @override
    def fetchMore(self, parent: Index) -> None:
        """Ask for more; they come when they come, and nobody asks twice for the same."""
        if self._has_more:
            self._has_more = False
            self.more_wanted.emit()
