"""Enter on a button presses that button, and from a field it presses none of them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.views.widgets.quiet_button import QuietButton
from tests.support.keys import press


def test_enter_presses_the_button_with_the_keyboard_and_not_the_default_one(qtbot: QtBot) -> None:
    dialog, pressed = QDialog(), list[str]()
    line, default, other = QLineEdit(), QPushButton("Restore"), QuietButton("Close")
    default.setDefault(True)
    default.clicked.connect(lambda: pressed.append("Restore"))
    other.clicked.connect(lambda: pressed.append("Close"))
    column = QVBoxLayout(dialog)
    for widget in (line, default, other):
        column.addWidget(widget)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    other.setFocus()
    press(other, "Return")
    assert pressed == ["Close"]
    line.setFocus()
    press(line, "Enter")
    assert pressed == ["Close", "Restore"]


def test_enter_held_down_presses_once(qtbot: QtBot) -> None:
    pressed = list[str]()
    button = QuietButton("Import")
    button.clicked.connect(lambda: pressed.append("Import"))
    qtbot.addWidget(button)
    for is_repeated in (False, True, True):
        key = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=is_repeated
        )
        QApplication.sendEvent(button, key)
    assert pressed == ["Import"]
