"""The first rows of a table as the records that would come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.incoming import Unreadable
from desktop.domain.vocabulary import Kind
from desktop.services.wording import field_name, field_text
from desktop.views.review.words import words
from desktop.views.widgets.ringed_text import RingedText

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.domain.incoming import Entries, Entry
    from desktop.i18n import Translate

_SHOWN = 5
_UNTOLD = frozenset({"id", "name", "provenance", "status", "level", "organization_id", "belongs_to"})
_OF_PEOPLE = "role"
"""What others have by that name stands in no file."""


class Preview(QWidget):
    """A text that is read with the keyboard."""

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._text = RingedText()
        self._text.setAccessibleName(tr("What comes of the first rows"))
        self._text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(tr("What comes of the first rows"), is_bold=True))
        column.addWidget(self._text, 1)

    def show_entries(self, told: Iterable[str]) -> None:
        """Show other rows."""
        self._text.setPlainText("\n\n".join(told) or self._tr("There is nothing below the header."))

    def show_error(self, error: ExpectedError) -> None:
        """Say why there are none."""
        self._text.setPlainText(error.message.in_words(self._tr))


def previewed(entries: Entries, tr: Translate) -> list[str]:
    """The first rows, each in a few lines, below what may help where none can be read; raises as the reader does."""
    first = list(islice(entries, _SHOWN))
    told = ["\n".join(_lines(one, tr)) for one in first]
    if first and all(isinstance(one, Unreadable) for one in first):
        told.insert(0, tr("None of these rows can be read. Does a column mean the name, and is the header row right?"))
    return told


def _lines(one: Entry | Unreadable, tr: Translate) -> Iterator[str]:
    if isinstance(one, Unreadable):
        yield tr("Row {place}: {reason}", place=one.place, reason=one.reason.in_words(tr))
        return
    record = one.record
    yield tr("Row {place}: {name}", place=one.place, name=record.name)
    owners = {need.id: need.name for need in one.needs}
    for field in ("organization_id", "belongs_to"):
        if (name := owners.get(getattr(record, field, ""))) is not None:
            yield f"    {field_name(record.KIND, field, tr)}: {name}"
    for field in record.__struct_fields__:
        is_told = field not in _UNTOLD and (field != _OF_PEOPLE or record.KIND is Kind.PERSON)
        if is_told and (value := getattr(record, field)):
            told = "; ".join(field_text(field, value, tr).splitlines())
            yield f"    {field_name(record.KIND, field, tr)}: {told}"
    for lost in one.lost:
        yield "    " + lost.in_words(tr)
