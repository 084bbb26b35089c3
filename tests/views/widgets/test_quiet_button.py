"""Enter on a button presses that button, and from a field it presses none of them."""

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
