"""The list of what a package would do: what has to be decided first; keys for decisions go on to the dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.domain.applying import Finding, Point
from desktop.views.packages.wording import line_of, spoken
from desktop.views.records.list_model import LINE_ROLE
from desktop.views.review.deed_list import DeedList

if TYPE_CHECKING:
    from desktop.i18n import Translate

_ROOT = QModelIndex()
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex


class FindingModel(QAbstractListModel):
    """The findings that are shown; `decisions` are looked up when a row is drawn."""

    def __init__(self, decisions: Mapping[Point, object], tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decisions = decisions
        self._tr = tr
        self._findings: Sequence[Finding] = ()
        self._taken: frozenset[str] = frozenset()

    def show(self, findings: Sequence[Finding], taken: frozenset[str]) -> None:
        """Show these; those that are `taken` were done already."""
        self.beginResetModel()
        self._findings, self._taken = findings, taken
        self.endResetModel()

    def finding_at(self, index: Index) -> Finding | None:
        """The finding at an index."""
        return self._findings[index.row()] if index.isValid() else None

    def tell(self, row: int) -> None:
        """Something was decided about a row."""
        self.dataChanged.emit(self.index(row), self.index(row))

    def row_to_decide(self, begin: int) -> int | None:
        """The first row behind this one, and then from the top, in which something is undecided."""
        order = [*range(begin, len(self._findings)), *range(min(begin, len(self._findings)))]
        return next((row for row in order if self._undecided(self._findings[row])), None)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._findings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (LINE_ROLE, Qt.ItemDataRole.DisplayRole, _SPOKEN):
            return None
        finding = self._findings[index.row()]
        line = line_of(finding, self._undecided(finding), self._tr, is_taken=finding.key in self._taken)
        if role == LINE_ROLE:
            return line
        return line.title if role == Qt.ItemDataRole.DisplayRole else spoken((line.title, line.badge, line.subtitle))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _ROW if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _undecided(self, finding: Finding) -> int:
        return sum(Point(finding.key, field) not in self._decisions for field in finding.conflicts)


class FindingList(DeedList):
    """A list over a `FindingModel`."""

    def __init__(self, model: FindingModel, tr: Translate) -> None:
        super().__init__(model, model.finding_at)
        self._findings = model
        self.setObjectName("findings")
        self.setMinimumHeight(3 * self.fontMetrics().height())
        self.setAccessibleName(tr("What becomes of the records"))
        self.setAccessibleDescription(tr("1 keeps what is here, 2 takes what is there, for the field that is marked."))

    def finding(self) -> Finding | None:
        """The finding that is chosen."""
        return self._findings.finding_at(self.currentIndex())
