"""A bare table of Qt that fetches its rows page by page, drawn as Qt draws it."""

import sqlite3
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleFactory, QTableView, QWidget
from typing_extensions import override

PAGE, PAGES_KEPT = 200, 50
_PAGE = "SELECT title, badge, place_key, as_of FROM search_entry WHERE number > ? ORDER BY number LIMIT ?"

Index = QModelIndex | QPersistentModelIndex


class Lazy(QAbstractTableModel):
    """Four columns of text, a page of rows at a time."""

    def __init__(self, rows: sqlite3.Connection, count: int) -> None:
        super().__init__()
        self._rows = rows
        self._count = count
        self._pages: OrderedDict[int, list[tuple[str, ...]]] = OrderedDict()

    def reset(self) -> None:
        """Know nothing any more."""
        self.beginResetModel()
        self._pages.clear()
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        page, at = divmod(index.row(), PAGE)
        if page not in self._pages:
            self._pages[page] = self._rows.execute(_PAGE, (page * PAGE, PAGE)).fetchall()
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page][at][index.column()]


def make_bare(table: QTableView) -> None:
    """Draw a table as Qt does, without the edges and rings of this program."""
    style = QStyleFactory.create("fusion")
    style.setParent(table)
    for widget in (table, *table.findChildren(QWidget)):
        widget.setStyle(style)
