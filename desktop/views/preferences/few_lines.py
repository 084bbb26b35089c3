"""A field for a few lines of text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

_SHOWN = 3


class FewLines(QPlainTextEdit):
    """Three lines high, whatever the size of the text; it takes no more than is kept, and Tab leaves it."""

    def __init__(self, value: str, most: int) -> None:
        super().__init__(value)
        self._most = most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._shorten)

    @override
    def sizeHint(self) -> QSize:
        around = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), _SHOWN * self.fontMetrics().lineSpacing() + around)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _shorten(self) -> None:
        """Let nobody believe in what would be cut off."""
        if len(self.toPlainText()) > self._most:
            self.setPlainText(self.toPlainText()[: self._most])
            self.moveCursor(QTextCursor.MoveOperation.End)
