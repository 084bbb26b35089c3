"""What stands where a list has nothing to show: why, and what to do."""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

_WAYS = 3
_WORD = re.compile(r"\S+")


class EmptyState(QWidget):
    """A title, a sentence and up to three ways on; `taken` tells the number of the one that was pressed."""

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _Words(is_bold=True)
        self._text = _Words()
        self._ways = [QPushButton() for _ in range(_WAYS)]
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (self._title, self._text, *self._ways):
            column.addWidget(widget)
        column.addStretch(3)
        for number, button in enumerate(self._ways):
            button.clicked.connect(partial(self._take, number))

    def say(self, title: str, text: str = "", ways: Sequence[str] = ()) -> None:
        """Show a message and the ways on."""
        self._title.say(title)
        self._text.say(text)
        self._text.setVisible(bool(text))
        for number, button in enumerate(self._ways):
            button.setText(ways[number].replace("&", "&&") if number < len(ways) else "")
            button.setVisible(number < len(ways))

    def focus_way(self) -> None:
        """Put the keyboard on the first way on."""
        self._ways[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, number: int) -> None:
        self.taken.emit(number)


class _Words(QLabel):
    """Text that is broken between words; only a word that is wider than the label is broken within."""

    def __init__(self, *, is_bold: bool = False) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a long word must not push the list's border
        self.setSizePolicy(policy)
        if is_bold:
            font = self.font()
            font.setBold(True)
            self.setFont(font)

    def say(self, text: str) -> None:
        """Show this text."""
        self._whole = text
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = _WORD.sub(lambda word: self._breakable(word[0]), self._whole)
        if fitting != self.text():
            self.setText(fitting)

    def _breakable(self, word: str) -> str:
        is_wide = self.fontMetrics().horizontalAdvance(word) > self.width()
        return "\N{ZERO WIDTH SPACE}".join(word) if is_wide else word
