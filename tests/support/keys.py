"""Key presses by the names that menus give them."""

from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def write(widget: QWidget, letters: str) -> None:
    """Press the keys of these letters, umlauts too."""
    click: Any = QTest.keyClick  # its type stubs forget that it takes letters
    for letter in letters:
        click(widget, letter)


def press(widget: QWidget, name: str) -> None:
    """Press a key or chord: `Return`, `Ctrl+P`."""
    sequence: Any = QKeySequence(name)  # its type stubs forget that it has elements
    QTest.keyClick(widget, sequence[0].key(), sequence[0].keyboardModifiers())
