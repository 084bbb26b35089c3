"""The first rows of a table as the records that would come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.incoming import Unreadable
from desktop.services.wording import field_name, field_text
from desktop.views.review.words import words
from desktop.views.widgets.ringed_text import RingedText

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.domain.incoming import Entries, Entry
    from desktop.i18n import Translate

_SHOWN = 5
_UNTOLD = frozenset({"id", "name", "provenance", "status", "role", "level", "organization_id", "belongs_to"})


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
    """The first rows, each in a few lines; raises as the reader does."""
    return ["\n".join(_lines(one, tr)) for one in islice(entries, _SHOWN)]


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
        if field not in _UNTOLD and (value := getattr(record, field)):
            told = "; ".join(field_text(field, value, tr).splitlines())
            yield f"    {field_name(record.KIND, field, tr)}: {told}"
    for lost in one.lost:
        yield "    " + lost.in_words(tr)
