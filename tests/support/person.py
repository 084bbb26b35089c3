"""A person at the keyboard: presses keys wherever the focus is, and sees only what is visible."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget

from desktop.views.background import Background
from desktop.views.main_window import MainWindow
from desktop.views.records.list_model import LINE_ROLE
from tests.support.keys import press, write

PATIENCE_MS = 60_000
W = TypeVar("W", bound=QWidget)


class Waits(Protocol):
    """Lets the window work until something is so: `qtbot` in a test, `Patience` elsewhere."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> object:  # noqa: N802
        """Wait until the callback says so."""

    def waitSignal(self, signal: SignalInstance, *, timeout: int) -> AbstractContextManager[object]:  # noqa: N802
        """Do something and wait for a signal."""


def seen(label: QLabel) -> str:
    """The text of a label as it is seen."""
    return label.text().replace("\N{ZERO WIDTH SPACE}", "")


class Person:
    """Uses one window and counts the keys."""

    def __init__(self, window: MainWindow, qtbot: Waits) -> None:
        self.window = window
        self.keys = 0
        self._qtbot = qtbot

    @property
    def background(self) -> Background:
        """The worker behind the window."""
        return self.window.background

    def types(self, text: str) -> None:
        """Press one key for each letter."""
        for letter in text:
            self.keys += 1
            write(self.focused(), letter)
        self.waits()

    def presses(self, *names: str) -> None:
        """Press keys or chords as menus spell them: `Ctrl+P`, `Return`, `Esc`."""
        for name in names:
            self._press(name)
            self.waits()

    def presses_at_once(self, *names: str) -> None:
        """Press keys faster than anything can answer."""
        for name in names:
            self._press(name)

    def _press(self, name: str) -> None:
        """Without a window manager nobody makes a window the active one again when a dialog has gone."""
        self.keys += 1
        if QApplication.activeWindow() is None:
            self.top().activateWindow()
            QApplication.processEvents()
        press(self.focused(), name)

    def clicks(self, button: QAbstractButton) -> None:
        """Press a button that can be seen and pressed."""
        assert button.isVisible(), f"“{button.text()}” cannot be seen"
        assert button.isEnabled(), f"“{button.text()}” cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.waits()

    def waits(self, until: Callable[[], bool] = lambda: True) -> None:
        """Wait until everything asked for is there."""
        self._qtbot.waitUntil(lambda: self.window.is_idle and until(), timeout=PATIENCE_MS)
        QApplication.sendPostedEvents()

    def chooses(self, command: str) -> None:
        """Choose a command of the menus by its name."""
        action = next(action for action in self.window.findChildren(QAction) if action.text() == command)
        assert action.isEnabled()
        action.trigger()
        self.waits()

    @contextmanager
    def settles(self) -> Iterator[None]:
        """Do something that makes the window load everything anew."""
        with self._qtbot.waitSignal(self.window.settled, timeout=PATIENCE_MS):
            yield
        self.waits()

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        widget, top = QApplication.focusWidget(), self.top()
        if widget is None or not (top is widget or top.isAncestorOf(widget)):
            widget = top.focusWidget() or top
        return widget

    def top(self) -> QWidget:
        """The window or dialog in front."""
        return QApplication.activeModalWidget() or self.window

    def finds(self, kind: type[W], name: str = "") -> W:
        """The one visible widget of a kind, by its object name if it has one."""
        found = [
            widget
            for widget in self.top().findChildren(kind)
            if widget.isVisible() and name in ("", widget.objectName())
        ]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__} “{name}”"
        return found[0]

    def button(self, text: str) -> QAbstractButton:
        """The visible button with this text."""
        plain = text.replace("&", "")
        buttons = self.top().findChildren(QAbstractButton)
        return next(b for b in buttons if b.isVisible() and b.text().replace("&", "") == plain)

    def reads(self) -> str:
        """The record in front, as text."""
        return self.finds(QTextEdit, "reading").toPlainText()

    def sees_rows(self) -> list[str]:
        """The titles in the list in front."""
        view = self.finds(QAbstractItemView, "records")
        model = view.model()
        indexes = [model.index(row, 0, QModelIndex()) for row in range(model.rowCount(QModelIndex()))]
        return [index.data() for index in indexes if index.flags() & Qt.ItemFlag.ItemIsSelectable]

    def sees_chosen(self) -> str:
        """The title of the chosen row in the list in front."""
        return str(self.finds(QAbstractItemView, "records").currentIndex().data())

    def sees_marks(self) -> list[list[str]]:
        """What is marked in title and second line of each row in front, because it matches what was typed."""
        model = self.finds(QAbstractItemView, "records").model()
        lines = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount(QModelIndex()))]
        return [
            [
                *(line.title[slice(*mark)] for mark in line.title_marks),
                *(line.subtitle[slice(*mark)] for mark in line.subtitle_marks),
            ]
            for line in lines
            if line.hit is not None
        ]

    def sees_chips(self) -> list[str]:
        """What the chips say that the list in front is filtered by."""
        buttons = [b for b in self.top().findChildren(QAbstractButton) if b.objectName().startswith("chip-")]
        return [b.text().rpartition(" ")[0] for b in buttons if b.isVisible()]

    def sees_texts(self) -> str:
        """Everything that labels and buttons say; nobody sees where a word may be broken."""
        labels = [seen(w) for w in self.top().findChildren(QLabel) if w.isVisible()]
        return "\n".join(labels + [b.text() for b in self.top().findChildren(QAbstractButton) if b.isVisible()])
