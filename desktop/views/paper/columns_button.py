"""The columns of a list, chosen from a menu that stays open."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate


class ColumnsButton(QToolButton):
    """A button with a menu of all columns; `chosen` is empty as long as nobody has changed the usual ones."""

    changed = Signal()

    def __init__(self, chosen: Sequence[str], tr: Translate) -> None:
        super().__init__()
        self.chosen = tuple(chosen)
        self._tr = tr
        self._actions: list[QAction] = []
        self.setText(tr("Columns"))
        self.setObjectName("columns")
        self.setToolTip(tr("Choose the columns of the list"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def propose(self, kinds: Collection[Kind]) -> None:
        """Offer all columns, with those of these kinds chosen unless a person has chosen."""
        from desktop.pages.columns import COLUMNS, usual

        shown = self.chosen or usual(kinds)
        menu = QMenu(self)
        self._actions = []
        for column in COLUMNS[1:]:
            action = QAction(self._tr(column.title), menu)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setData(column.key)
            action.toggled.connect(self._choose)
            menu.addAction(action)
            self._actions.append(action)
        if (before := self.menu()) is not None:
            before.deleteLater()
        self.setMenu(menu)

    def _choose(self) -> None:
        self.chosen = ("name", *(action.data() for action in self._actions if action.isChecked()))
        self.changed.emit()
