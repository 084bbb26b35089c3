"""Whoever needs larger text needs larger boxes and arrows beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QStyle

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
