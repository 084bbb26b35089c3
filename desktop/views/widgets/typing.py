"""Which key presses are the beginning of a search, wherever they are made."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_GROUP_SWITCH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
FIND = "/"
"""The key that goes to the search box without writing anything into it."""


def typed_text(event: QKeyEvent) -> str:
    """The letter, digit or sign that a key wrote; nothing for commands, and a space begins no search."""
    modifiers = event.modifiers() & _COMMAND
    if modifiers and modifiers != _GROUP_SWITCH:  # AltGr arrives as Ctrl+Alt on Windows
        return ""
    text = event.text()
    return text if text.isprintable() and text.strip() else ""


def is_back(event: QKeyEvent) -> bool:
    """Whether the key takes a letter back."""
    return event.key() == Qt.Key.Key_Backspace and not event.modifiers() & _COMMAND
