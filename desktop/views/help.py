"""What stands behind the Help menu."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.i18n import Translate
from desktop.pages.blocks import Field, Fields, Heading, Value
from desktop.views.dialog_keys import PLACES, Place
from desktop.views.edges import Tells
from desktop.views.menus import Menu, keys_and_names, native

_DISTRIBUTION = "wegweiser-nrw"


def show_keys(menus: Sequence[Menu], tr: Translate, parent: QWidget) -> None:
    """Show every key of the window and its dialogs."""
    from desktop.views.widgets.page_dialog import PageDialog

    always = (
        (tr("letters"), tr("search, wherever the keyboard is in a list or a record")),
        (tr("Enter"), tr("open the best hit; in the list: read the record")),
        (tr("Down, Up"), tr("next or previous record")),
        (tr("Tab"), tr("next control; in a record: next link")),
        (tr("Esc"), tr("clear the search; in a record: back to the list")),
    )
    blocks = (
        Heading(tr("Everywhere")),
        _table(always),
        Heading(tr("Commands")),
        _table(keys_and_names(menus, tr)),
        *(block for place in PLACES for block in (Heading(tr(place.name)), _table(_told(place, tr)))),
    )
    PageDialog(tr("Keys"), blocks, tr, parent).open()


def show_about(notices: Tells, tr: Translate, parent: QWidget) -> None:
    """Say what the program is and which version."""
    text = tr(
        "Wegweiser shows service desks in North Rhine-Westphalia who is responsible, and puts it on paper.\n\n"
        "Version {version}. All records lie on this computer; nothing about clients is ever stored.",
        version=_version(),
    )
    notices.tell(parent, tr("About Wegweiser"), text)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return "0"


def _told(place: Place, tr: Translate) -> list[tuple[str, str]]:
    return [(native(keys, tr), tr(name)) for keys, name in place.keys]


def _table(pairs: Sequence[tuple[str, str]]) -> Fields:
    return Fields(tuple(Field(keys, (Value(text=name),)) for keys, name in pairs))
