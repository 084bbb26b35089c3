"""Every key, for the chapter "Tastenkürzel": those of the commands from the menus, the others from the table here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.domain.errors import N_
from desktop.i18n import Translate
from desktop.pages.blocks import Drawn, Field, Fields, Heading, Value
from desktop.views.menus import Command, Menu


class Place(NamedTuple):
    """A part of the program that has keys of its own: keys as QKeySequence spells them, with what they do."""

    name: str
    keys: Sequence[tuple[tuple[str, ...], str]]


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
EVERYWHERE = Place(
    N_("Everywhere"),
    (
        (("Return",), N_("open the best hit; in the list: read the record")),
        (("Down", "Up"), N_("next or previous record")),
        (("Tab",), N_("next control; in a record: next link")),
        (("Esc",), N_("clear the search; in a record: back to the list")),
    ),
)
PLACES = (
    Place(
        N_("Shortlist"),
        (
            (("Alt+Up", "Alt+Down"), N_("move the record")),
            (("Del",), N_("take the record off")),
            (("Ctrl+Z",), N_("put back what was taken off")),
            (("Return",), N_("show the record")),
        ),
    ),
    Place(
        N_("Preview of a sheet"),
        (
            (("Return", "Ctrl+P"), N_("print")),
            (("Ctrl+S",), N_("save as PDF")),
            (("Ctrl++", "Ctrl+-"), N_("larger, smaller")),
            (("Ctrl+0",), N_("fit the width")),
            (("Esc",), N_("close")),
        ),
    ),
    Place(N_("Show across the desk"), ((("Esc", "F11"), N_("close")),)),
    Place(
        N_("Form of a record"),
        (
            (("Ctrl+S",), N_("save and go on")),
            (("Ctrl+Return",), N_("save and close")),
            (("Ctrl+PgDown", "Ctrl+PgUp"), N_("next or previous page of the form")),
            (("Ins", "Del"), N_("in a list: new entry, remove the entry")),
            (("Alt+Up", "Alt+Down"), N_("in a list: move the entry")),
            (("Esc",), N_("close")),
        ),
    ),
    Place(N_("Note from the counter"), ((("Ctrl+Return",), N_("keep the note")), (("Esc",), N_("close")))),
    Place(
        N_("To check"),
        (
            (("R", "Space"), N_("still right")),
            (("A",), N_("take over the proposal")),
            (("V",), N_("dismiss the doubt")),
            (("E",), N_("the note is settled")),
            (("Return",), N_("show the record")),
            (("Ctrl+E",), N_("edit the record")),
            (("Ctrl+Z", "Ctrl+Y"), N_("undo, redo")),
            (("F5",), N_("read the list anew")),
            (("Esc",), N_("close")),
        ),
    ),
    Place(
        N_("History"),
        ((("W",), N_("restore the marked value")), (("Ctrl+Z", "Ctrl+Y"), N_("undo, redo")), (("Esc",), N_("close"))),
    ),
    Place(
        N_("Manual"),
        (
            (("Ctrl+F",), N_("search in the manual")),
            (("Alt+Left",), N_("back to the chapter before")),
            (("F6", "Shift+F6"), N_("next or previous part of the window")),
            (("Esc",), N_("clear the search, or close")),
        ),
    ),
)
"""Keys of parts and dialogs, which no menu names; a test presses them."""


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
