"""Buttons that Enter presses where the keyboard is on them, and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override


def quiet_button(words: str, deed: Callable[[], object]) -> QPushButton:
    """A button with what it does."""
    button = QuietButton(words)
    button.clicked.connect(lambda _=False: deed())
    return button


class QuietButton(QPushButton):
    """Qt knows only buttons that Enter presses from every field, and buttons on which it presses another one."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            if not event.isAutoRepeat():  # held down, the key would press what the keyboard is moved to
                self.click()
        else:
            super().keyPressEvent(event)
