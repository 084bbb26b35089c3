"""The one search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.widgets.typing import FIND

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QIcon, QKeyEvent

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchBox(QLineEdit):
    """Takes the text; arrow keys and Enter work on the list below while one goes on typing."""

    stepped = Signal(int)
    opened = Signal()
    left = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QAction | None = None
        self.setObjectName("search")
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(tr("Searches all tabs. Enter opens the best hit, Esc clears."))
        self.setPlaceholderText(tr("Name, place, topic, number … (Ctrl+K)"))
        self.setToolTip(tr("Searches all tabs. Enter opens the best hit, Esc clears."))
        self.setClearButtonEnabled(True)
        self.setMaxLength(10_000)

    def show_icon(self, icon: QIcon) -> None:
        """Put a picture before the text."""
        if self._picture is None:
            self._picture = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._picture.setIcon(icon)

    def begin(self, text: str) -> None:
        """Start a new search with a letter that was typed elsewhere; the key `/` only leads here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text == FIND:
            self.selectAll()
        else:
            self.setText(text)

    def go_on(self) -> None:
        """Come back and take the last letter away."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.end(False)
        self.backspace()

    def focus(self) -> None:
        """Take the keyboard, ready to write over what is there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
