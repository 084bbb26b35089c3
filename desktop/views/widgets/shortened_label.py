"""A line of words, as the path of a file, of which the middle gives way where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from desktop.views.widgets.plain_tip import plain_tip

_WIDTH_IN_EMS = 10


class ShortenedLabel(QLabel):
    """Asks for little room and takes what there is; its tip and a screen reader have all of the words."""

    def __init__(self) -> None:
        super().__init__()
        self._brief = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def setText(self, text: str) -> None:
        self.set_texts(text, "")

    def set_texts(self, text: str, brief: str) -> None:
        """Show words, or where they do not fit briefer ones, of which the end gives way."""
        self._brief = brief
        super().setText(text)
        self._fit()

    @property
    def shown(self) -> str:
        """What can be read in the room there is."""
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        whole = metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, width)
        if whole == self.text() or not self._brief:
            return whole
        return metrics.elidedText(self._brief, Qt.TextElideMode.ElideRight, width)

    @override
    def sizeHint(self) -> QSize:
        whole = super().sizeHint()
        return QSize(min(whole.width(), _WIDTH_IN_EMS * self.fontMetrics().height()), whole.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        alignment = self.alignment()
        area, is_on = self.contentsRect(), self.isEnabled()
        self.style().drawItemText(painter, area, alignment, self.palette(), is_on, shown, self.foregroundRole())

    def _fit(self) -> None:
        text = self.text()
        self.setToolTip("" if self.shown == text else plain_tip(text))
