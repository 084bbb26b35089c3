"""The keys that work in dialogs and parts of the window, for the list of all keys; each dialog knows its own."""

from typing import NamedTuple

from desktop.domain.errors import N_


class Place(NamedTuple):
    """Where keys work, and what each does: messages, and keys as QKeySequence spells them."""

    name: str
    keys: tuple[tuple[tuple[str, ...], str], ...]


PLACES = (
    Place(
        N_("In the shortlist"),
        (
            (("Alt+Up", "Alt+Down"), N_("move the record up or down")),
            (("Del",), N_("take the record off")),
            (("Ctrl+Z",), N_("bring it back")),
        ),
    ),
    Place(
        N_("In a form"),
        (
            (("Ctrl+S",), N_("save")),
            (("Ctrl+Return",), N_("save and close")),
            (("Ctrl+PgDown", "Ctrl+PgUp"), N_("next or previous page of the form")),
            (("Ins",), N_("in a list: add a new entry")),
            (("Del",), N_("in a list: remove the entry")),
            (("Alt+Up", "Alt+Down"), N_("in a list: move the entry up or down")),
            (("Esc",), N_("close; asks before anything is lost")),
        ),
    ),
    Place(
        N_("In the list of what is to be checked"),
        (
            (("R", "Space"), N_("still right")),
            (("A",), N_("take over the proposal")),
            (("V",), N_("dismiss the doubt")),
            (("E",), N_("settle the note")),
            (("Return",), N_("show the record")),
            (("Ctrl+E",), N_("edit the record, and come back")),
            (("Ctrl+Z", "Ctrl+Y"), N_("undo, redo")),
            (("F5",), N_("read the list anew")),
        ),
    ),
    Place(
        N_("In other dialogs"),
        (
            (("Ctrl+Return",), N_("keep a note or the own office; merge two records")),
            (("W",), N_("in the history: restore the old value")),
            (("Ctrl++", "Ctrl+-", "Ctrl+0"), N_("in the preview: larger, smaller, fit the width")),
            (("Esc",), N_("close")),
        ),
    ),
)
