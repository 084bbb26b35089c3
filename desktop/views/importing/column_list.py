"""The list of the columns of a table: what each is called, holds and means."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidgetItem
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.plain_tip import plain_tip
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.tree_ring import RingedItems

_COLUMN, _EXAMPLES, _MEANING = range(3)


class ColumnList(RingedItems):
    """Enter goes on to the meaning of the column in front (`taken`)."""

    taken = Signal()

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self.setHeaderLabels([tr("Column"), tr("Examples"), tr("Meaning")])
        self.setAccessibleName(tr("Columns of the table"))
        self.setAccessibleDescription(tr("Enter chooses the meaning of the column in front."))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        make_roomy(self)
        for column in (_COLUMN, _EXAMPLES, _MEANING):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(lambda *_: self.taken.emit())

    def add(self, name: str, examples: Iterable[str], meaning: str) -> None:
        """One column more."""
        told = " ".join(" · ".join(dict.fromkeys(examples)).split())
        item = QTreeWidgetItem([name, told, meaning])
        for column, text in ((_COLUMN, name), (_EXAMPLES, told)):
            item.setToolTip(column, plain_tip(text))
        self.addTopLevelItem(item)

    def choose(self, at: int) -> None:
        """Look at a column."""
        if (item := self.topLevelItem(at)) is not None:
            self.setCurrentItem(item)

    def say(self, at: int, meaning: str) -> None:
        """Show what a column means."""
        if (item := self.topLevelItem(at)) is not None:
            item.setText(_MEANING, meaning)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)
