"""The columns of a list or the sections of a comparison, chosen from a menu that stays open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton


class ChoiceButton(QToolButton):
    """A button with a menu of parts; `chosen` is empty as long as nobody has changed the usual ones.

    `always` are parts that every choice has.
    """

    changed = Signal()

    def __init__(self, name: str, words: tuple[str, str], chosen: Sequence[str], always: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.chosen = tuple(chosen)
        self._always = always
        self._actions: list[QAction] = []
        text, tip = words
        self.setText(text)
        self.setObjectName(name)
        self.setToolTip(tip)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def propose(self, offered: Iterable[tuple[str, str]], usual: Collection[str]) -> None:
        """Offer parts by their keys and names, with the usual ones chosen unless a person has chosen."""
        shown = self.chosen or usual
        menu = QMenu(self)
        self._actions = []
        for key, name in offered:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(key in shown)
            action.setData(key)
            action.toggled.connect(self._choose)
            menu.addAction(action)
            self._actions.append(action)
        if (before := self.menu()) is not None:
            before.deleteLater()
        self.setMenu(menu)

    def _choose(self) -> None:
        self.chosen = (*self._always, *(action.data() for action in self._actions if action.isChecked()))
        self.changed.emit()
