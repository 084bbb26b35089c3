"""The matrix under Qt's model: rows are terms, columns municipalities, the first column counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.pages.matrix import MatrixPage, Said

Index = QModelIndex | QPersistentModelIndex
IS_QUIET_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_ACROSS = Qt.Orientation.Horizontal


class MatrixModel(QAbstractTableModel):
    """Every cell says sign and word, and to a screen reader also whose and what it is."""

    def __init__(self, tr: Translate, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = tr
        self._page: MatrixPage | None = None
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, page: MatrixPage) -> None:
        """Show this matrix."""
        self.beginResetModel()
        self._page = page
        self.endResetModel()

    def municipality(self, column: int) -> Reference | None:
        """The municipality of a column; none of the one that counts."""
        return self._page.columns[column - 1] if self._page and column > 0 else None

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._page.rows) if self._page and not parent.isValid() else 0

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(self._page.columns) + 1 if self._page and not parent.isValid() else 0

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._page is None or not index.isValid():
            return None
        row = self._page.rows[index.row()]
        if index.column() == 0:
            return self._counted(row.label, row.count, role)
        return self._said(row.label, row.cells[index.column() - 1], index.column(), role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._page is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == _ACROSS:
            return self._page.columns[section - 1].name if section else self._tr("Count")
        return self._page.rows[section].label

    def _counted(self, label: str, count: str, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return count
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{label}: {count}"
        return self._bold if role == Qt.ItemDataRole.FontRole else None

    def _said(self, label: str, said: Said, column: int, role: int) -> Any:
        assert self._page is not None
        name = self._page.columns[column - 1].name
        whole = f"{name}, {label}: {said.word}" + (f" ({said.detail})" if said.detail else "")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{said.sign}\N{NO-BREAK SPACE}{said.word}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return whole
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(whole)
            case Qt.ItemDataRole.FontRole:
                return self._bold if said.is_named else None
            case _:
                return not said.is_named if role == IS_QUIET_ROLE else None
