"""The filters beside their names: nothing touches, and what is chosen can be read."""

from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox

from tests.support.person import Person

LONGEST = "Jugendliche und junge Erwachsene"


def room_for_text(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()


def test_a_name_does_not_touch_its_box(person: Person) -> None:
    person.window.resize(1366, 738)
    person.presses("Ctrl+2", "Ctrl+L")
    box = person.finds(QComboBox, "filter-anonymous")
    label = next(one for one in person.top().findChildren(QLabel) if one.buddy() is box)
    assert box.x() - (label.x() + label.width()) >= 8


def test_a_long_choice_can_be_read_with_the_shortlist_open(person: Person) -> None:
    person.window.resize(1366, 738)
    person.presses("Ctrl+2", "Ctrl+Shift+M", "Ctrl+L")
    box = person.finds(QComboBox, "filter-target_group")
    box.setCurrentText(LONGEST)
    person.waits()
    assert box.currentText() == LONGEST
    assert room_for_text(box) >= box.fontMetrics().horizontalAdvance(LONGEST)
