"""The field for the next step of the client at the counter: one sentence that may be long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent

_LONGEST = 300
_LINES = 3


class StepField(QPlainTextEdit):
    """Shows three lines and wraps; Enter ends it, Tab leaves it, and nothing makes it a second paragraph."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._shorten)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def _shorten(self) -> None:
        """Take no more than is printed, so that nobody believes in what would be cut off."""
        if len(self.toPlainText()) > _LONGEST:
            self.setPlainText(self.toPlainText()[:_LONGEST])
            self.moveCursor(QTextCursor.MoveOperation.End)

    def _fit(self) -> None:
        edges = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + edges)
