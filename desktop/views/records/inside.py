"""What a tab of records consists of: the finder on the left, the reading pane on the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from desktop.i18n import Translate
from desktop.views.records.finder import Finder
from desktop.views.records.shape import Shape
from desktop.views.search import SearchDesk
from desktop.views.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from datetime import date

_LIST_WIDTH = 430


class Inside(QSplitter):
    """Both sides; a person may move the border between them, but not hide one."""

    def __init__(self, shape: Shape, desk: SearchDesk, today: "Callable[[], date]", tr: Translate) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.finder = Finder(shape, desk, today, tr)
        self.pane = ReadingPane(tr)
        self.addWidget(self.finder)
        self.addWidget(self.pane)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setSizes([_LIST_WIDTH, 2 * _LIST_WIDTH])
        self.setChildrenCollapsible(False)
        self.setAccessibleName(tr("List and record"))
