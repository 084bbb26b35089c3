"""Texts with paths of files in them, which may be broken between folders and are copied as they are."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_SEPARATOR = re.compile(r"(?<=\S)[/\\](?=\S)")


class PathLabel(QLabel):
    """A text that can be marked and copied, in as many lines as it needs."""

    def __init__(self, text: str) -> None:
        super().__init__(_SEPARATOR.sub(lambda found: found[0] + _MAY_BREAK, text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAccessibleName(text)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        QGuiApplication.clipboard().dataChanged.connect(self._clean_copy)

    def _clean_copy(self) -> None:
        """Qt copies what it shows; where that may be broken nobody shall paste."""
        clipboard = QGuiApplication.clipboard()
        if self.hasSelectedText() and clipboard.text() == self.selectedText() and _MAY_BREAK in clipboard.text():
            clipboard.setText(self.selectedText().replace(_MAY_BREAK, ""))
