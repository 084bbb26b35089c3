"""Lasting notices above the tabs: what a person should know until it is dealt with, and never a box in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.announcing import announce
from desktop.views.panes import Pane
from desktop.views.widgets.plain_label import plain_label
from desktop.views.widgets.tab_order import put_in_place


class Way(NamedTuple):
    """A button of a notice: what it says and what it does."""

    label: str
    deed: Callable[[], object]


_LOW = 480
"""Pixels of a window that has room for one notice above its lists."""


class NoticeBar(QWidget):
    """Shows notices one below the other; each has a word by which it is replaced or withdrawn.

    In a low window one at a time is shown, those first that can be dealt with.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, QFrame] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 0)
        self._column.setSpacing(6)
        self.hide()

    def tell(self, word: str, text: str, ways: Sequence[Way] = ()) -> None:
        """Show a notice in the place of the one with the same word."""
        self.withdraw(word)
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        frame.setObjectName(word)
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(_label(text), 1)
        for way in ways:
            button = QPushButton(way.label)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where one types
            button.clicked.connect(lambda _=False, deed=way.deed: deed())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._shown[word] = frame
        self._column.addWidget(frame)
        self._fit()
        put_in_place(self)
        self.show()
        announce(self, text)

    def panes(self) -> tuple[Pane, ...]:
        """The notices, where there are any."""
        return (Pane(self, self.enter),) if self.isVisible() else ()

    def enter(self) -> None:
        """Put the keyboard on the first way on or, where a notice offers none, on its text."""
        frame = self._in_order()[0]
        target = frame.findChild(QPushButton) or frame.findChild(QLabel)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def withdraw(self, word: str) -> None:
        """Show this notice no longer."""
        frame = self._shown.pop(word, None)
        if frame is not None:
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._fit()
        self.setVisible(bool(self._shown))

    def _fit(self) -> None:
        is_low = self.window().height() < _LOW
        for number, frame in enumerate(self._in_order()):
            frame.setVisible(not number or not is_low)

    def _in_order(self) -> list[QFrame]:
        return sorted(self._shown.values(), key=lambda frame: frame.findChild(QPushButton) is None)


def _label(text: str) -> QLabel:
    label = plain_label(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label
