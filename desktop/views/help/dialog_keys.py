"""The keys of parts of the window and of dialogs, which no menu names."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.domain.errors import N_


class Place(NamedTuple):
    """A part of the program that has keys of its own: keys as QKeySequence spells them, with what they do."""

    name: str
    keys: Sequence[tuple[tuple[str, ...], str]]


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
        N_("Records that may be the same"),
        ((("Ctrl+Return",), N_("merge")), (("Esc",), N_("keep both"))),
    ),
    Place(
        N_("Own office"),
        ((("Ctrl+Return",), N_("keep what was written")), (("Esc",), N_("close"))),
    ),
    Place(
        N_("Backups"),
        ((("Return",), N_("restore the chosen backup")), (("Esc",), N_("close"))),
    ),
    Place(
        N_("Rows of an import"),
        (
            (("N",), N_("take the row in as a new record")),
            (("U",), N_("update the record that is here")),
            (("L",), N_("only fill what is empty here")),
            (("G",), N_("it is the same record, which stays as it is")),
            (("S",), N_("leave the row out")),
            (("Shift+N", "Shift+S"), N_("the same for all rows that are shown")),
            (("Ctrl+Return",), N_("next step")),
            (("Esc",), N_("close")),
        ),
    ),
    Place(
        N_("What comes in a package"),
        (
            (("1", "2"), N_("as it is here, as it is in the package")),
            (("Ctrl+1", "Ctrl+2"), N_("the same for everything that is open")),
            (("Ctrl+Return",), N_("apply it")),
            (("Esc",), N_("close")),
        ),
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
"""Keys of parts and dialogs, which no menu names."""
