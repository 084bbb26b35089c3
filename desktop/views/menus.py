"""Menus: every command with its name, its key and what it does, so that nothing needs the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.i18n import Translate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence


class Command(NamedTuple):
    """One line of a menu; the name is a message, the keys are as QKeySequence spells them.

    What is only for those who look after the records is out of reach at an event.
    """

    name: str
    keys: tuple[str, ...]
    deed: Callable[[], object]
    is_for_staff: bool = False


class Menu(NamedTuple):
    """A menu with its commands; `None` draws a line."""

    name: str
    commands: Sequence[Command | None]


def add_titles(window: QMainWindow, menus: Sequence[Menu], tr: Translate) -> list[QMenu]:
    """Put the titles into the window's menu bar; the menus are still empty."""
    return [window.menuBar().addMenu(tr(menu.name)) for menu in menus]


def fill(shown: Sequence[QMenu], menus: Sequence[Menu], window: QMainWindow, tr: Translate) -> None:
    """Put the commands into the menus; from now on their keys work."""
    for target, menu in zip(shown, menus, strict=True):
        for command in menu.commands:
            if command is None:
                target.addSeparator()
            else:
                target.addAction(_action(window, command, tr))


def _action(window: QMainWindow, command: Command, tr: Translate) -> QAction:
    action = QAction(tr(command.name), window)
    action.setShortcuts(cast("list[QKeySequence]", list(command.keys)))  # Qt reads the words itself
    action.triggered.connect(lambda: command.deed())
    action.setProperty("is_for_staff", command.is_for_staff)
    return action
