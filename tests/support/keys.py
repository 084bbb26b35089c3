"""Key presses by the names that menus give them."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def write(widget: QWidget, letters: str) -> None:
    """Press the keys of these letters, umlauts too, which `QTest` takes for the bytes they are made of."""
    click: Any = QTest.keyClick  # its type stubs forget that it takes letters
    for letter in letters:
        if letter.isascii():
            click(widget, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(widget: QWidget, name: str) -> None:
    """Press a key or chord: `Return`, `Ctrl+P`."""
    sequence: Any = QKeySequence(name)  # its type stubs forget that it has elements
    QTest.keyClick(widget, sequence[0].key(), sequence[0].keyboardModifiers())
