"""Menus: every command with its name, its key and what it does, so that nothing needs the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.i18n import Translate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence

    from desktop.views.widgets.icons import Icons


class Command(NamedTuple):
    """One line of a menu; the name is a message, the keys are as QKeySequence spells them.

    What is only for those who look after the records is out of reach at an event. `icon` is the name of a drawing.
    """

    name: str
    keys: tuple[str, ...]
    deed: Callable[[], object]
    is_for_staff: bool = False
    icon: str = ""


class Menu(NamedTuple):
    """A menu with its commands; `None` draws a line."""

    name: str
    commands: Sequence[Command | None]


def fill(shown: Sequence[QMenu], menus: Sequence[Menu], window: QMainWindow, icons: Icons, tr: Translate) -> None:
    """Put the commands into the menus; from now on their keys work. Icons are drawn when a menu is opened."""
    for target, menu in zip(shown, menus, strict=True):
        for command in menu.commands:
            if command is None:
                target.addSeparator()
            else:
                target.addAction(_action(window, command, tr))
        target.aboutToShow.connect(partial(_draw_icons, target, icons))


def _draw_icons(menu: QMenu, icons: Icons) -> None:
    """In the colour that text has now."""
    ink = menu.palette().text().color()
    for action in menu.actions():
        if name := action.property("icon_name"):
            action.setIcon(icons.icon(name, ink))


def _action(window: QMainWindow, command: Command, tr: Translate) -> QAction:
    action = QAction(tr(command.name), window)
    action.setShortcuts(cast("list[QKeySequence]", list(command.keys)))  # Qt reads the words itself
    action.triggered.connect(lambda: command.deed())
    action.setProperty("is_for_staff", command.is_for_staff)
    action.setProperty("icon_name", command.icon)
    return action
