"""What fills the window: search box, notices and tabs, or why the records cannot be shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.views.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from desktop.views.widgets.notice_bar import NoticeBar
    from desktop.views.widgets.trouble_page import TroublePage


class WindowPages(QStackedWidget):
    """Begins with the work; `again_requested` asks for another try after trouble."""

    again_requested = Signal()

    def __init__(self, box: SearchBox, tabs: QTabWidget, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._box = box
        self._work = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 0)
        row.addWidget(box)
        self._column = QVBoxLayout(self._work)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        self._column.addWidget(tabs, 1)
        self.addWidget(self._work)

    @cached_property
    def notices(self) -> NoticeBar:
        """What stands between search box and tabs; made when there may be something to tell."""
        from desktop.views.widgets.notice_bar import NoticeBar
        from desktop.views.widgets.tab_order import stand_behind

        notices = NoticeBar(self._work)
        self._column.insertWidget(1, notices)
        stand_behind(self._box, notices)
        return notices

    def show_work(self) -> None:
        """Show search box, notices and tabs."""
        self.setCurrentWidget(self._work)

    def show_trouble(self, error: ExpectedError) -> None:
        """Say why the records cannot be shown."""
        self.setCurrentWidget(self._trouble)
        self._trouble.say(self._tr("The records cannot be shown."), error.message.in_words(self._tr))

    @cached_property
    def _trouble(self) -> TroublePage:
        from desktop.views.widgets.trouble_page import TroublePage

        page = TroublePage(self._tr)
        page.again_requested.connect(self.again_requested)
        self.addWidget(page)
        return page
