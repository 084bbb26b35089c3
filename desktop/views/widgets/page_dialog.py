"""A small window to read something in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import Translate
from desktop.pages.blocks import Block
from desktop.views.widgets.reading_pane import ReadingPane

_SIDE_IN_EMS = 40


class PageDialog(QDialog):
    """Shows blocks; Esc and Enter close it."""

    def __init__(self, title: str, blocks: Iterable[Block], tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        pane = ReadingPane(tr)
        pane.setAccessibleName(title)
        pane.show_blocks(blocks)
        pane.left.connect(self.reject)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(pane)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        side = _SIDE_IN_EMS * self.fontMetrics().height()
        self.resize(min(parent.width(), side), min(parent.height(), side))
        self.finished.connect(self.deleteLater)
