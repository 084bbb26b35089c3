"""The rows of one list under Qt's model, filtered and sorted by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.views.records.arrange import Line, lines, may_pass, ordered, passes
from desktop.views.records.shape import Group

if TYPE_CHECKING:
    from desktop.domain.listing import ListingRow

LINE_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """What the list shows of all its rows after search, filters and order."""

    def __init__(self, groups: Sequence[Group], headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._headings = headings
        self._rows: tuple[ListingRow, ...] = ()
        self._badge: Callable[[ListingRow], str] = lambda _: ""
        self._lines: list[Line] = []
        self._tiers: Mapping[str, int] | None = None
        self._chosen: Mapping[str, str] = {}
        self._sort = ""
        self.hits = 0
        self.unstated = 0
        """How many rows the filters leave out only because they say nothing."""

    @property
    def total(self) -> int:
        """How many records there are without any filter."""
        return len(self._rows)

    def set_rows(self, rows: Sequence[ListingRow], badge: Callable[[ListingRow], str]) -> None:
        """Show these rows, each with the badge that the function gives it."""
        self._rows, self._badge = tuple(rows), badge
        self._arrange()

    def set_found(self, tiers: Mapping[str, int] | None) -> None:
        """Show only the rows that have a tier, the best first; `None` shows all."""
        self._tiers = tiers
        self._arrange()

    def set_chosen(self, chosen: Mapping[str, str]) -> None:
        """Show only rows that have these values of these facets."""
        self._chosen = dict(chosen)
        self._arrange()

    def set_sort(self, sort: str) -> None:
        """Order the rows within each group."""
        self._sort = sort
        self._arrange()

    def shown(self) -> tuple[ListingRow, ...]:
        """The records as the list shows them."""
        return tuple(line.row for line in self._lines if line.row is not None)

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record stands in the list; an invalid index if it is not shown."""
        for number, line in enumerate(self._lines):
            if line.row is not None and line.row.id == record_id:
                return self.index(number)
        return QModelIndex()

    def best_tier(self) -> int | None:
        """The tier of the best hit shown; nothing without a hit or without a search."""
        tiers = self._tiers or {}
        return min((tiers[line.row.id] for line in self._lines if line.row and line.row.id in tiers), default=None)

    def best(self) -> QModelIndex:
        """The best hit shown, of several the first; without a search the first record."""
        tiers = self._tiers or {}
        shown = [(tiers.get(line.row.id, 0), number) for number, line in enumerate(self._lines) if line.row is not None]
        return self.index(min(shown)[1]) if shown else QModelIndex()

    def holds(self, record_id: str) -> bool:
        """Whether the record belongs to this list, shown or not."""
        return any(row.id == record_id for row in self._rows)

    def row_at(self, index: Index) -> ListingRow | None:
        """The record at an index; nothing for a heading."""
        return self._lines[index.row()].row if index.isValid() else None

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
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _arrange(self) -> None:
        shown = [row for row in self._rows if passes(row, self._chosen, self._tiers)]
        self.unstated = sum(may_pass(row, self._chosen, self._tiers) for row in self._rows) if self._chosen else 0
        in_order = ordered(shown, self._sort, self._badge, self._tiers)
        arranged = list(lines(in_order, self._groups, self._headings, self._badge))
        if arranged == self._lines:
            return
        self.beginResetModel()
        self._lines, self.hits = arranged, len(shown)
        self.endResetModel()
