"""The only message boxes of the program; what they say is always plain text.

As at all edges, what Qt has for them is imported when it is first needed: the start must not pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMessageBox, QWidget

    from desktop.i18n import Translate


class Notices:
    """Tells a person something, or asks for a decision, in a box that must be answered."""

    def __init__(self, tr: Translate) -> None:
        self._tr = tr

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say something and wait until it is read."""
        from PySide6.QtWidgets import QMessageBox

        self._say(parent, title, text, QMessageBox.Icon.Information)

    def warn(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say that something did not work, and what to do next."""
        from PySide6.QtWidgets import QMessageBox

        self._say(parent, title, text, QMessageBox.Icon.Warning)

    def offers(self, parent: QWidget | None, title: str, text: str, offer: str) -> bool:
        """Say something, offer one way on, and tell whether it was taken."""
        return self._takes(parent, title, text, offer, is_first=True)

    def may_lose(self, parent: QWidget | None, title: str, text: str, loss: str) -> bool:
        """Ask before something is lost for good, and tell whether it may be; Enter keeps it."""
        return self._takes(parent, title, text, loss, is_first=False)

    def asks(self, parent: QWidget | None, title: str, text: str, choices: Sequence[str]) -> str:
        """Say something and ask which of some ways to go; Enter takes the first of them, Esc the last."""
        box = question(parent, title, text, choices)
        buttons = dict(zip(box.buttons(), choices, strict=True))
        answer = _answer(box)
        return next((choice for button, choice in buttons.items() if button is answer), choices[-1])

    def _takes(self, parent: QWidget | None, title: str, text: str, way: str, *, is_first: bool) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = _box(parent, title, text, QMessageBox.Icon.Information)
        taken = box.addButton(way, QMessageBox.ButtonRole.AcceptRole)
        left = box.addButton(self._tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(taken if is_first else left)
        box.setEscapeButton(left)
        return _answer(box) is taken

    def _say(self, parent: QWidget | None, title: str, text: str, icon: QMessageBox.Icon) -> None:
        box = _box(parent, title, text, icon)
        box.addButton(self._tr("OK"), box.ButtonRole.AcceptRole)
        _answer(box)


def question(parent: QWidget | None, title: str, text: str, choices: Sequence[str]) -> QMessageBox:
    """A box with a button for each of some ways to go."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, title, text, QMessageBox.Icon.Question)
    buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    return box


def _box(parent: QWidget | None, title: str, text: str, icon: QMessageBox.Icon) -> QMessageBox:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setText(text)
    return box


def _answer(box: QMessageBox) -> object:
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked
