"""Tabs that get another name while somebody reads the page behind them."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.views.widgets.still_pages import StillPages


class Drawn(QObject):
    """Counts how often a widget is drawn."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def pages(qtbot: QtBot) -> StillPages:
    made = StillPages()
    qtbot.addWidget(made)
    made.setDocumentMode(True)
    for name in ("Kontakte", "Partner"):
        made.addTab(QWidget(), name)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_tab_gets_another_name_and_nobody_s_page_is_drawn_anew(pages: StillPages, qtbot: QtBot) -> None:
    page, bar = Drawn(pages.currentWidget()), Drawn(pages.tabBar())
    pages.currentWidget().update()
    qtbot.waitUntil(lambda: page.times == 1)
    tabs = bar.times
    pages.rename(1, "Partner (12.345)")
    qtbot.waitUntil(lambda: bar.times > tabs)
    assert pages.tabText(1) == "Partner (12.345)"
    assert page.times == 1


def test_where_the_tabs_become_higher_the_page_makes_room(pages: StillPages, qtbot: QtBot) -> None:
    bar, page, before = pages.tabBar(), pages.currentWidget(), pages.tabBar().height()
    font = bar.font()
    font.setPointSize(3 * font.pointSize())
    bar.setFont(font)
    qtbot.waitUntil(lambda: bar.height() > before)
    assert bar.height() == bar.sizeHint().height()
    assert page.mapTo(pages, page.rect().topLeft()).y() >= bar.geometry().bottom()
