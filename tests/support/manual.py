"""The manual as a person finds it on the screen, beside the window."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.manual.window import ManualWindow
from tests.support.keys import press, write


def open_manuals() -> list[ManualWindow]:
    """The windows of manuals that can be seen."""
    return [top for top in QApplication.topLevelWidgets() if isinstance(top, ManualWindow) and top.isVisible()]


W = TypeVar("W", bound=QWidget)


class Manual:
    """Reads and uses the one manual that is open."""

    def __init__(self, qtbot: QtBot) -> None:
        (self.window,) = open_manuals()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def pane(self) -> QTextBrowser:
        """Where the chapter stands."""
        return self._part(QTextBrowser)

    @property
    def contents(self) -> QListWidget:
        """The chapters, or the hits."""
        return self._part(QListWidget)

    @property
    def box(self) -> QLineEdit:
        """The search field."""
        return self._part(QLineEdit)

    def title(self) -> str:
        """The title of the chapter that is read."""
        return self.pane.document().firstBlock().text()

    def rows(self) -> list[str]:
        """The first lines in the list."""
        return [self.contents.item(row).text().splitlines()[0] for row in range(self.contents.count())]

    def marked(self) -> list[str]:
        """What is marked in the chapter."""
        return [mark.cursor.selectedText() for mark in self.pane.extraSelections()]

    def said(self) -> str:
        """What stands above the list."""
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def presses(self, *names: str) -> None:
        """Press keys wherever the keyboard is in the manual."""
        for name in names:
            press(self.focused(), name)

    def types(self, text: str) -> None:
        """Press one key for each letter."""
        for letter in text:
            write(self.focused(), letter)

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        return self.window.focusWidget() or self.window

    def _part(self, kind: type[W]) -> W:
        (found,) = (part for part in self.window.findChildren(kind) if part.isVisible())
        return found
