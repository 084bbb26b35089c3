"""Whoever needs larger text needs larger boxes and arrows beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QSpinBox, QStyle, QStyleOptionSpinBox

from desktop.views.style import Style
from desktop.views.text_size import TextSize
from desktop.views.widgets.ink import contrast


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program draws it, which gets its style back."""
    style = qapp.style().objectName()
    qapp.setStyle(Style())
    yield qapp
    qapp.setStyle(style)


def _side(box: QCheckBox) -> int:
    return box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box)


def test_a_box_to_tick_is_twice_as_large_beside_text_twice_as_large(app: QApplication) -> None:
    before = _side(QCheckBox("Großdruck"))
    size = TextSize(200, app)
    assert _side(QCheckBox("Großdruck")) == 2 * before
    size.normal()
    assert _side(QCheckBox("Großdruck")) == before


def test_the_arrow_of_a_list_grows_also_where_the_keyboard_is(app: QApplication) -> None:
    ordinary = _width_of_arrow()
    size = TextSize(200, app)
    assert _width_of_arrow() > ordinary
    size.let_go()
    assert _width_of_arrow() == ordinary


def test_the_arrows_of_a_number_box_grow_and_its_buttons_with_them(app: QApplication) -> None:
    ordinary = _button_of_number_box()
    size = TextSize(200, app)
    assert _button_of_number_box().width() >= 2 * ordinary.width()
    size.let_go()
    assert _button_of_number_box() == ordinary


def test_a_box_to_tick_in_a_menu_is_as_large_as_one_elsewhere(app: QApplication) -> None:
    size = TextSize(200, app)
    menu = QMenu()
    action = menu.addAction("Telefon")
    action.setCheckable(True)
    menu.ensurePolished()
    menu.adjustSize()
    picture, row = menu.grab().toImage(), menu.actionGeometry(action)
    ground = menu.palette().base().color()
    edges = [x for x in range(2, row.height()) if contrast(picture.pixelColor(x, row.center().y()), ground) > 2]
    assert max(edges) - min(edges) + 1 == _side(QCheckBox("Telefon"))
    size.let_go()


def test_a_system_with_large_letters_has_larger_boxes_without_being_told(app: QApplication) -> None:
    font, before = app.font(), _side(QCheckBox("Großdruck"))
    large = app.font()
    large.setPointSizeF(22)
    app.setFont(large)
    size = TextSize(100, app)
    assert _side(QCheckBox("Großdruck")) == 2 * before
    size.let_go()
    app.setFont(font)


def _button_of_number_box() -> QRect:
    box, option = QSpinBox(), QStyleOptionSpinBox()
    box.resize(200, 40)
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_SpinBoxUp
    return box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box)


def _width_of_arrow() -> int:
    """The widest line of pixels at the end of the list that stand out from it."""
    box = QComboBox()
    box.addItem("Deutsch")
    box.resize(300, 40)
    box.ensurePolished()
    picture = box.grab().toImage()
    ground = picture.pixelColor(250, 20)
    lines = ([contrast(picture.pixelColor(x, y), ground) > 2 for x in range(260, 296)] for y in range(8, 32))
    return max(sum(line) for line in lines)
