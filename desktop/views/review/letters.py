"""Letters that stand for deeds: lists would take them for the beginning of a name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget
from typing_extensions import override

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def letter_of(event: QKeyEvent) -> str:
    """The letter of a key that was pressed alone, as a capital; nothing for commands."""
    text = event.text()
    return text.upper() if text.isprintable() and text.strip() and not event.modifiers() & _COMMAND else ""


class QuietList(QListWidget):
    """A short list that leaves letters to whoever is around it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter_of(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
