"""Says what the program is, what it holds, where things lie, and whose work is in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import Translate
from desktop.pages.blocks import Drawn, Field, Fields, Heading, Paragraph, Value
from desktop.views.announcing import announce
from desktop.views.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.errors import ExpectedError
    from desktop.services.about import About
    from desktop.store.holdings import Holdings

_SIDE_IN_EMS = 42


class AboutDialog(QDialog):
    """Is there at once; what has to be looked up follows."""

    def __init__(self, tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._tr = tr
        self._pane = ReadingPane(tr)
        self._copy = QPushButton(tr("&Copy everything"))
        self._said = QLabel()
        self._text = ""
        self.setWindowTitle(tr("About Wegweiser"))
        self._lay_out()
        side = _SIDE_IN_EMS * self.fontMetrics().height()
        self.resize(min(parent.width(), side), min(parent.height(), side))
        self._copy.setEnabled(False)
        self._copy.clicked.connect(lambda: self._put(self._text))
        self._pane.copy_requested.connect(lambda value: self._put(value.copied))
        self._pane.left.connect(self.reject)
        self._pane.show_aside(tr("Loading …"))
        self.finished.connect(self.deleteLater)

    def show_about(self, about: About) -> None:
        """Show what was looked up."""
        blocks = tuple(_blocks(about, self._tr))
        self._text = "\n".join(_lines(blocks))
        self._pane.show_blocks(blocks)
        self._copy.setEnabled(True)

    def show_trouble(self, error: ExpectedError) -> None:
        """Say why it could not be looked up, with what is certain all the same."""
        self._pane.show_hint(self._tr("About Wegweiser"), _promise(self._tr), error.message.in_words(self._tr))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        said = self._tr("Copied.")
        self._said.setText(said)
        announce(self._said, said)

    def _lay_out(self) -> None:
        interaction = self._pane.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self._pane.setTextInteractionFlags(interaction)
        self._pane.setAccessibleName(self.windowTitle())
        self._pane.setAccessibleDescription("")
        close = QPushButton(self._tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addWidget(self._said, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._pane, 1)
        column.addLayout(row)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)


def _promise(tr: Translate) -> str:
    return tr("Nothing leaves this computer: Wegweiser opens no connection, and nothing about clients is ever stored.")


def _blocks(about: About, tr: Translate) -> Iterator[Drawn]:
    yield Heading(tr("Wegweiser {version}", version=about.version))
    yield Paragraph(tr("Who is responsible, found in seconds."))
    yield Paragraph(_promise(tr))
    yield Heading(tr("The data"), level=3)
    yield Fields(tuple(_held(about.holdings, tr)))
    yield Heading(tr("Where things lie"), level=3)
    yield Fields(tuple(_places(about, tr)))
    yield Heading(tr("Versions"), level=3)
    versions = (("Python", about.python), ("Qt", qVersion()), ("SQLite", about.sqlite))
    yield Fields(tuple(_row(name, version) for name, version in versions))
    yield Heading(tr("Work of others that is in it"), level=3)
    yield Fields(
        tuple(
            _row(f"{piece.name} {piece.version}", piece.licence or tr("licence in its package"))
            for piece in about.pieces
        )
    )


def _places(about: About, tr: Translate) -> Iterator[Field]:
    yield _place(tr("Data folder"), str(about.data))
    if about.share is not None:
        yield _place(tr("Copied from the network drive"), str(about.share))
    yield _place(tr("Log of errors"), str(about.log))


def _held(held: Holdings, tr: Translate) -> Iterator[Field]:
    from desktop.services.counting import counted

    if held.oldest and held.youngest:
        days = [_day(day, tr) for day in (held.oldest, held.youngest)]
        span = days[0] if held.oldest == held.youngest else tr("{first} to {last}", first=days[0], last=days[1])
        yield _row(tr("As of"), span)
    yield _row(tr("Shipped data"), tr("version {version}", version=held.shipped_version))
    counts = (counted(kind, count, tr) for kind, count in held.counts.items())
    yield Field(tr("Records"), tuple(Value(text=text) for text in counts))


def _day(day: date, tr: Translate) -> str:
    from desktop.pages.words import day_text

    return day_text(day, tr)


def _row(name: str, text: str) -> Field:
    return Field(name, (Value(text=text),))


def _place(name: str, path: str) -> Field:
    return Field(name, (Value(text=path, copied=path),))


def _lines(blocks: tuple[Drawn, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text, level):
                yield from ("", text) if level > 2 else (text,)
            case Paragraph(text):
                yield text
            case Fields(fields):
                yield from (f"{field.label}: {value.text}" for field in fields for value in field.values)
            case _:
                continue
