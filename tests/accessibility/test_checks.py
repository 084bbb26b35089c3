"""The checks find what they look for: each is shown something bad, and something good beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from tests.accessibility.clipping import covered, cut_off, outside
from tests.accessibility.controls import alike, nameless, small, unexplained, unlabelled
from tests.accessibility.legibility import faint
from tests.accessibility.walking import leaps, missed, walk
from tests.support.leftovers import clear_away


@pytest.fixture
def sheet(dressed: QApplication) -> Iterator[QWidget]:
    """A window with two good buttons, one below the other."""
    window = QWidget()
    column = QVBoxLayout(window)
    for name in ("Speichern", "Schließen"):
        column.addWidget(QPushButton(name))
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.close()
    window.deleteLater()
    clear_away()


def test_nothing_is_found_where_all_is_well(sheet: QWidget) -> None:
    there = walk(sheet, looks=True)
    for found in (nameless, unexplained, unlabelled, alike, small, cut_off, covered, faint):
        assert list(found(sheet)) == []
    assert [*missed(there), *leaps(there), *there.unmarked] == []


def _add(sheet: QWidget, widget: QWidget) -> None:
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


def test_a_field_without_name_and_label_is_found(sheet: QWidget) -> None:
    _add(sheet, QLineEdit())
    assert len(list(nameless(sheet))) == len(list(unlabelled(sheet))) == 1


def test_signs_doubles_and_small_targets_are_found(sheet: QWidget) -> None:
    _add(sheet, QPushButton("↑"))
    _add(sheet, QPushButton("Speichern"))
    tiny = QPushButton("Klein")
    tiny.setFixedSize(16, 30)
    _add(sheet, tiny)
    assert len(list(unexplained(sheet))) == len(list(alike(sheet))) == len(list(small(sheet))) == 1


def test_faint_words_are_found(sheet: QWidget) -> None:
    label = QLabel("Kaum zu lesen")
    palette = label.palette()
    palette.setColor(palette.ColorRole.WindowText, Qt.GlobalColor.gray)
    label.setPalette(palette)
    _add(sheet, label)
    assert len(list(faint(sheet))) >= 1


def test_what_is_cut_off_covered_or_outside_is_found(sheet: QWidget) -> None:
    label = QLabel("Ein Satz, der mehr Platz braucht", sheet)
    label.setGeometry(380, 290, 90, 20)
    label.show()
    over = QPushButton("Darüber", sheet)
    over.setGeometry(380, 280, 90, 30)
    over.show()
    assert len(list(cut_off(sheet))) == len(list(covered(sheet))) == 1
    assert len(list(outside(sheet, (300, 300)))) == 3


def test_a_text_that_keeps_the_keyboard_is_found(sheet: QWidget) -> None:
    trap = QTextEdit()
    trap.setAccessibleName("Falle")
    _add(sheet, trap)
    trap.setFocus()
    assert "does not come back" in "".join(missed(walk(sheet)))


def test_steps_against_the_order_of_reading_are_found(sheet: QWidget) -> None:
    buttons = sheet.findChildren(QPushButton)
    _add(sheet, third := QPushButton("Drittens"))
    QWidget.setTabOrder(third, buttons[1])
    QWidget.setTabOrder(buttons[1], buttons[0])
    assert len(list(leaps(walk(sheet)))) == 2
