"""Every key, for the chapter "Tastenkürzel": those of the commands come from the menus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.domain.errors import N_
from desktop.i18n import Translate
from desktop.pages.blocks import Drawn, Field, Fields, Heading, Value
from desktop.views.help.dialog_keys import EVERYWHERE, PLACES, Place
from desktop.views.menus import Command, Menu

NAMES = {
    "Return": N_("Enter"),
    "Tab": N_("Tab"),
    "Down": N_("Down arrow"),
    "Up": N_("Up arrow"),
    "Left": N_("Left arrow"),
    "PgDown": N_("Page down"),
    "PgUp": N_("Page up"),
    "Space": N_("Space bar"),
}
"""Keys that are called otherwise than Qt calls them."""


def blocks(menus: Sequence[Menu], tr: Translate) -> Iterator[Drawn]:
    """Every key with what it does, part by part."""
    letters = Field(tr("letters"), (Value(text=tr("search, wherever the keyboard is in a list or a record")),))
    yield Heading(tr(EVERYWHERE.name))
    yield Fields((letters, *_table(EVERYWHERE, tr).fields))
    yield Heading(tr("Commands"))
    for menu in menus:
        if commands := [command for command in menu.commands if command is not None and command.keys]:
            yield Heading(tr(menu.name).replace("&", ""), level=3)
            yield Fields(tuple(_command(command, tr) for command in commands))
    yield Heading(tr("In parts of the window and in dialogs"))
    for place in PLACES:
        yield Heading(tr(place.name), level=3)
        yield _table(place, tr)


def spelled(keys: Sequence[str], tr: Translate) -> str:
    """Keys as this system writes them; those without a letter by the name that people know them by."""
    from PySide6.QtGui import QKeySequence

    native = QKeySequence.SequenceFormat.NativeText
    found = []
    for key in keys:
        chord, plus, last = key.rpartition("+") if not key.endswith("+") else (key, "", "")
        if last in NAMES:
            held = QKeySequence(f"{chord}+A").toString(native)[:-1] if plus else ""
            found.append(held + tr(NAMES[last]))
        else:
            found.append(QKeySequence(key).toString(native))
    return " / ".join(found)


def _command(command: Command, tr: Translate) -> Field:
    name = tr(command.name).replace("&", "").rstrip(" …")
    return Field(spelled(command.keys, tr), (Value(text=name),))


def _table(place: Place, tr: Translate) -> Fields:
    return Fields(tuple(Field(spelled(keys, tr), (Value(text=tr(what)),)) for keys, what in place.keys))
