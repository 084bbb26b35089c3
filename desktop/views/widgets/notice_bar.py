"""Lasting notices above the tabs: what a person should know until it is dealt with, and never a box in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.views.announcing import announce
from desktop.views.panes import Pane
from desktop.views.widgets.path_label import PathLabel
from desktop.views.widgets.tab_order import put_in_place


class Way(NamedTuple):
    """A button of a notice: what it says and what it does."""

    label: str
    deed: Callable[[], object]


class Weight(IntEnum):
    """Which of several notices goes before the others where one alone has room."""

    ASKED_FOR = 0
    """A person began just now what it is about."""
    HINDERS = 1
    """As long as it stands there nothing can be changed; what else could be told would lead to a change."""
    TELLS = 2
    """It may wait; those that can be dealt with come first."""


class _Notice(NamedTuple):
    frame: QFrame
    weight: Weight

    @property
    def rank(self) -> tuple[Weight, bool]:
        return self.weight, self.frame.findChild(QPushButton) is None


LOW = 480
"""Pixels of a window; in a lower one there is room for one notice above its lists."""


class NoticeBar(QWidget):
    """Shows notices one below the other; each has a word by which it is replaced or withdrawn.

    In a low window the one that weighs most is shown alone, in a higher one all of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, _Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 0)
        self._column.setSpacing(6)
        self.hide()

    def tell(self, word: str, text: str, ways: Sequence[Way] = (), weight: Weight = Weight.TELLS) -> None:
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
        self._shown[word] = _Notice(frame, weight)
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
        notice = self._shown.pop(word, None)
        if notice is not None:
            frame = notice.frame
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._fit()
        self.setVisible(bool(self._shown))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """From now on the height of the window says how many are shown."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at the height of the window, and swallows nothing."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fit()
        return False

    def _fit(self) -> None:
        is_low = self.window().height() < LOW
        for number, frame in enumerate(self._in_order()):
            frame.setVisible(not number or not is_low)

    def _in_order(self) -> list[QFrame]:
        return [notice.frame for notice in sorted(self._shown.values(), key=lambda notice: notice.rank)]


def _label(text: str) -> QLabel:
    label = PathLabel(text)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label
