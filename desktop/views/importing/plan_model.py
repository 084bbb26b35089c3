"""The rows of a plan under Qt's model: each is read from its file when somebody looks at it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.domain.importing import DECISION_LABELS, FOUND_LABELS, Found

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.services.importing.plan import Plan

_ROOT = QModelIndex()
_KEPT = 500
ROW, NAME, DECISION = range(3)
Index = QModelIndex | QPersistentModelIndex


class PlanModel(QAbstractTableModel):
    """Some rows of a plan, by their numbers in it."""

    def __init__(self, plan: Plan, tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._tr = tr
        self._numbers: Sequence[int] = plan.rows()
        self._names: OrderedDict[int, tuple[str, str]] = OrderedDict()
        self._heads = (tr("Row"), tr("Name"), tr("Decision"))

    @property
    def numbers(self) -> Sequence[int]:
        """The rows that are shown, by their numbers in the plan."""
        return self._numbers

    def show(self, numbers: Sequence[int]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._numbers = numbers
        self.endResetModel()

    def tell_decided(self) -> None:
        """Decisions are others than before."""
        if self._numbers:
            self.dataChanged.emit(self.index(0, DECISION), self.index(len(self._numbers) - 1, DECISION))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_head = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._heads[section] if is_head else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        at = self._numbers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(at, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cells = (*self._told(at), self._tr(FOUND_LABELS[self._plan.found(at)]), self._cell(at, DECISION))
            return ", ".join(cells)
        return None

    def _cell(self, at: int, column: int) -> str:
        if column in (ROW, NAME):
            return self._told(at)[column]
        return self._tr(DECISION_LABELS[self._plan.decision(at)])

    def _told(self, at: int) -> tuple[str, str]:
        if at not in self._names:
            row = self._plan.row(at)
            record = row.record if self._plan.found(at) is not Found.UNREADABLE else None
            self._names[at] = str(row.place), record.name if record else row.text or "–"
            if len(self._names) > _KEPT:
                self._names.popitem(last=False)
        return self._names[at]
