"""A text to be read, without a frame, around which a ring tells that the keyboard is there."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

RING = 2
"""How many pixels around the text are kept for the ring."""


class RingedText(QTextBrowser):
    """The ring is drawn around the viewport; within it, scrolling would smear it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setViewportMargins(RING, RING, RING, RING)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus():
            self._draw_ring()
        return handled

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _draw_ring(self) -> None:
        from PySide6.QtGui import QPainter, QPen

        from desktop.views.widgets.ink import Inks

        painter = QPainter(self)
        painter.setPen(QPen(Inks(self.palette()).ring, RING))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
