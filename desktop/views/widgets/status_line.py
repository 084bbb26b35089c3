"""The status line of the window, in as many lines as its message needs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar
from typing_extensions import override

from desktop.views.announcing import announce

_SAID_FOR_MS = 8000
_AIR = 8
"""Pixels at both ends: words that begin at the very edge of the screen are hard to read."""


class StatusLine(QStatusBar):
    """Qt's own would paint a message on one line and cut it off where other parts stand."""

    def __init__(self) -> None:
        super().__init__()
        self._passing = ""
        self._message = _Message()
        self.setContentsMargins(_AIR, 0, _AIR, 0)
        self.addPermanentWidget(self._message, 1)
        self.messageChanged.connect(self._message.say)

    def say(self, text: str) -> None:
        """Tell something for a while, and aloud where a screen reader listens."""
        self._passing = text
        self.showMessage(text, _SAID_FOR_MS)
        announce(self, text)

    def say_to_the_end(self, text: str) -> None:
        """Tell something that what is shown next does not make pointless."""
        self.say(text)
        self._passing = ""

    def fall_silent(self) -> None:
        """What was said about a record goes when another one comes."""
        if self.currentMessage() == self._passing:
            self.clearMessage()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.palette().mid())
        painter.end()


class _Message(QLabel):
    """A text that is broken where it must be."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def say(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # or else Qt thinks that the text is as high as the last one
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))
