"""What a clerk does with a form and sees in it."""

from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)

from desktop.domain.editing import with_numbers
from desktop.domain.phone import Phone
from desktop.domain.reach import Reachable
from desktop.domain.record import Record
from desktop.views.editing.dialog import EditDialog
from tests.support.edges import FakeEdges
from tests.support.keys import press, write

W = TypeVar("W", bound=QWidget)


def focus() -> QWidget:
    """Where the keyboard is."""
    QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*names: str) -> None:
    """Press keys there."""
    for name in names:
        press(focus(), name)


def types(text: str) -> None:
    """Write there."""
    write(focus(), text)


def pastes(text: str) -> None:
    """Paste there."""
    QGuiApplication.clipboard().setText(text)
    keys("Ctrl+V")


def field(dialog: EditDialog, kind: type[W], name: str) -> W:
    """A field by its name."""
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name and one.isVisible())


def sees(dialog: EditDialog) -> str:
    """All words that can be seen."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def phones(record: Record) -> tuple[Phone, ...]:
    """The numbers of a record."""
    assert isinstance(record, Reachable)
    return record.phones


def saved_by(dialog: EditDialog) -> list[Record]:
    """What the form asks to keep; it is kept at once."""
    kept: list[Record] = []

    def keep(record: Record) -> None:
        kept.append(record)
        dialog.saved("saved 10:42", with_numbers(record))

    dialog.save_requested.connect(keep)
    return kept


def closes(dialog: EditDialog, edges: FakeEdges) -> None:
    """Go, and throw away what is not saved."""
    edges.notices.choice = 1
    keys("Esc")
