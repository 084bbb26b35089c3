"""A person before one of the dialogs in which records are kept true."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.i18n import Translate, load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.review import Review
from desktop.views.background import Background
from tests.support.edges import FakeEdges
from tests.support.keys import press, write
from tests.support.leftovers import clear_away
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
ENGLISH = load(TRANSLATIONS, "en")
W = TypeVar("W", bound=QWidget)


class Clerk:
    """Uses a dialog over a real database, and writes down what it says."""

    def __init__(self, database: Path, edges: FakeEdges, qtbot: QtBot, language: Translate = ENGLISH) -> None:
        desk = Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12)
        self.catalogue = Catalogue(database, SHIPPED, language)
        self.review = Review(self.catalogue, desk)
        self.editing = Editing(self.catalogue, desk, lambda: None)
        self.background = Background()
        self.edges = edges
        self.window = QWidget()
        self.tr = language
        self.said: list[str] = []
        self.asked: list[object] = []
        self.keys = 0
        self._qtbot = qtbot
        self._dialogs: list[QDialog] = []
        self.window.resize(1180, 720)
        self.window.show()

    def opens(self, dialog: QDialog) -> None:
        """Open a dialog."""
        self.meets(dialog)
        dialog.open()
        self.waits()

    def meets(self, dialog: QDialog | None) -> None:
        """Go on with a dialog."""
        assert dialog is not None
        self._dialogs.append(dialog)

    def presses(self, *names: str) -> None:
        """Press keys or chords where the keyboard is, one after another without waiting for anything."""
        for name in names:
            self.keys += 1
            if QApplication.activeWindow() is None:
                self.dialog.activateWindow()
            press(self.focused(), name)
            QApplication.processEvents()

    def types(self, text: str) -> None:
        """Write."""
        write(self.focused(), text)

    def clicks(self, name: str) -> None:
        """Press a button that can be seen and pressed."""
        button = self.button(name)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.waits()

    def waits(self, until: Callable[[], bool] = lambda: True) -> None:
        """Wait until everything asked for is there."""
        self._qtbot.waitUntil(lambda: self.background.is_idle and until(), timeout=20_000)
        QApplication.processEvents()

    @property
    def dialog(self) -> QDialog:
        """The dialog in front."""
        return self._dialogs[-1]

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        return self.dialog.focusWidget() or self.dialog

    def button(self, name: str) -> QAbstractButton:
        """The first visible button with this text."""
        buttons = self.dialog.findChildren(QAbstractButton)
        return next(b for b in buttons if b.isVisible() and b.text().replace("&", "") == name)

    def finds(self, kind: type[W], name: str = "") -> W:
        """The one visible widget of a kind."""
        found = [one for one in self.dialog.findChildren(kind) if one.isVisible() and name in ("", one.objectName())]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__} “{name}”"
        return found[0]

    def sees(self) -> str:
        """What labels and buttons say."""
        labels = [label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible()]
        texts = labels + [one.text() for one in self.dialog.findChildren(QAbstractButton) if one.isVisible()]
        return "\n".join(texts).replace("\N{ZERO WIDTH SPACE}", "")

    def leaves(self) -> None:
        """Close everything."""
        for dialog in self._dialogs:
            if isValid(dialog):
                dialog.close()
                dialog.deleteLater()
        self.background.close()
        self.window.close()
        self.window.deleteLater()
        self.catalogue.close()
        clear_away()


@pytest.fixture
def clerk(database: Path, edges: FakeEdges, qtbot: QtBot) -> Iterator[Clerk]:
    found = Clerk(database, edges, qtbot)
    yield found
    found.leaves()
