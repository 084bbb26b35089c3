"""Widgets in rows like words: buttons of a dialog stand at the end of theirs, in their order."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.flow import FlowLayout


def _dialog(qtbot: QtBot, width: int, *, at_end: bool) -> QWidget:
    outer = QWidget()
    qtbot.addWidget(outer)
    column, row = QVBoxLayout(outer), FlowLayout(gap=6, at_end=at_end)
    column.setContentsMargins(0, 0, 0, 0)
    for name in ("Alles wie hier", "Einspielen", "Schließen"):
        row.addWidget(QPushButton(name))
    column.addLayout(row)
    outer.resize(width, 120)
    outer.show()
    return outer


def test_buttons_of_a_dialog_stand_at_its_right_edge(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, 800, at_end=True)
    buttons = dialog.findChildren(QPushButton)
    assert buttons[-1].geometry().right() == 799
    assert [one.x() for one in buttons] == sorted(one.x() for one in buttons)
    assert len({one.y() for one in buttons}) == 1


def test_what_is_no_dialog_begins_at_the_left_edge(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, 800, at_end=False)
    assert dialog.findChildren(QPushButton)[0].x() == 0


def test_a_row_that_is_full_goes_on_below_and_ends_at_the_same_edge(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, 230, at_end=True)
    buttons = dialog.findChildren(QPushButton)
    assert buttons[-1].y() > buttons[0].y()
    assert buttons[-1].geometry().right() == 229
