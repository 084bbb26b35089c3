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


class NoticeBar(QWidget):
    """Shows notices one below the other; each has a word by which it is replaced or withdrawn."""

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
        put_in_place(self)
        self.show()
        announce(self, text)

    def panes(self) -> tuple[Pane, ...]:
        """The notices, where there are any."""
        return (Pane(self, self.enter),) if self.isVisible() else ()

    def enter(self) -> None:
        """Put the keyboard on the first way on or, where a notice offers none, on its text."""
        frame = next(iter(self._shown.values()))
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
        self.setVisible(bool(self._shown))


def _label(text: str) -> QLabel:
    label = plain_label(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label
