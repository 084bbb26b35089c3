"""The list of chapters, or of those in which what was typed stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.typing import typed_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.pages.manual.chapter import Chapter
    from desktop.pages.manual.finding import Found


_AIR = 10
"""How many pixels a row is higher than its text: fingers and shaky hands have to hit it."""


class _Rows(QStyledItemDelegate):
    """Rows with some air."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _AIR)


class Contents(QListWidget):
    """`chosen` tells the number of a row, `opened` that a person wants to read it."""

    chosen = Signal(int)
    opened = Signal()
    typed = Signal(str)

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("chapters")
        self.setAccessibleName(tr("Chapters"))
        self.setAccessibleDescription(tr("Enter goes to the chapter, letters search in the manual."))
        self.setItemDelegate(_Rows(self))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self.chosen)

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """All chapters in their order."""
        self._fill([chapter.title for chapter in chapters])

    def show_found(self, found: Sequence[Found]) -> None:
        """The chapters that were found, each with the place that fits best."""
        self._fill([f"{one.chapter.title}\n{one.snippet.text}" for one in found])

    def point_to(self, row: int) -> None:
        """Mark a row without choosing it."""
        self.blockSignals(True)
        self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.blockSignals(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if text := typed_text(event):
            self.typed.emit(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, lines: Sequence[str]) -> None:
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(QListWidgetItem(line))
        self.blockSignals(False)
