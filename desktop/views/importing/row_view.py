"""One row of a file: its record, why it may be here already, and both side by side where one here is meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import InvalidRecordError
from desktop.domain.importing import FOUND_LABELS, Decision, Found, replacements, updated
from desktop.services.wording import field_name, field_text
from desktop.views.editing.comparing import Choice
from desktop.views.editing.side_by_side import Side, SideBySide
from desktop.views.review.words import say, words

if TYPE_CHECKING:
    from desktop.domain.record import Record
    from desktop.i18n import Translate
    from desktop.services.importing.plan import Choice as Decided
    from desktop.services.importing.rows import Row

_ONE_SIDE = {Decision.UPDATE: Choice.RIGHT, Decision.SKIP: Choice.LEFT, Decision.SAME: Choice.LEFT}
"""Filling gaps is what the comparison proposes by itself."""
_UNTOLD = frozenset({"id", "provenance", "status"})


class Shown(NamedTuple):
    """A row, how it stands to what is here, and the record that may be meant, as it is now.

    `names` are those of the records and terms that both refer to.
    """

    row: Row
    found: Found
    here: Record | None
    names: Mapping[str, str]


class RowView(QWidget):
    """`fields_chosen` gives the record that a person put together field by field."""

    fields_chosen = Signal(object)

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._why = words()
        self._text = words()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area = QScrollArea()
        self._area.setWidget(self._text)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(tr("What the file says"))
        self._sides: SideBySide | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._why)
        self._column.addWidget(self._area, 1)

    def show_row(self, shown: Shown | None) -> None:
        """Show another row, or none."""
        if self._sides is not None:
            self._column.removeWidget(self._sides)
            self._sides.hide()
            self._sides.deleteLater()
            self._sides = None
        say(self._why, "\n".join([found_text(shown.found, self._tr), *self._reasons(shown.row)]) if shown else "")
        self._why.setVisible(bool(self._why.text()))
        self._area.setVisible(True)
        if shown is None:
            say(self._text, "")
        elif shown.here is not None and (told := _told(shown)) is not None:
            self._compare(shown, shown.here, told)
        else:
            say(self._text, "\n".join(self._lines(shown)))

    def show_decision(self, decided: Decided) -> None:
        """Show whose value every field gets by what was decided about the row."""
        if self._sides is None:
            return
        self._sides.blockSignals(True)
        if decided.record is not None:
            self._sides.choose_as_in(decided.record)
        elif decided.decision in _ONE_SIDE:
            self._sides.choose_all(_ONE_SIDE[decided.decision])
        else:
            self._sides.choose_proposed()
        self._sides.blockSignals(False)

    def _compare(self, shown: Shown, here: Record, told: Record) -> None:
        tr = self._tr
        self._sides = SideBySide(Side(tr("Here"), here), Side(tr("In the file"), told), tr, names=shown.names)
        self._sides.changed.connect(self._tell)
        self._column.addWidget(self._sides, 1)
        self._area.setVisible(False)

    def _tell(self) -> None:
        if self._sides is None:
            return
        try:
            record = self._sides.result()
        except InvalidRecordError as error:
            say(self._why, error.message.in_words(self._tr))
            self._why.setVisible(True)
        else:
            self.fields_chosen.emit(record)

    def _reasons(self, row: Row) -> list[str]:
        tr = self._tr
        found = [row.reason_words.in_words(tr)] if row.reason_words else []
        for one in row.alike:
            why = "; ".join(reason.in_words(tr) for reason in one.reasons())
            if one.row is None:
                found.append(tr("Here: {name} – {why}", name=one.name, why=why))
            else:
                found.append(tr("Row {place}: {name} – {why}", place=one.place, name=one.name, why=why))
        return [*found, *(one.in_words(tr) for one in row.lost_words)]

    def _lines(self, shown: Shown) -> list[str]:
        """What the record says, a field a line."""
        record = shown.row.record
        if record is None:
            return [shown.row.text]
        fields = [name for name in record.__struct_fields__ if name not in _UNTOLD and getattr(record, name)]
        return [
            f"{field_name(record.KIND, name, self._tr)}: {_one_line(name, getattr(record, name), shown, self._tr)}"
            for name in fields
        ]


def found_text(found: Found, tr: Translate) -> str:
    """How a row stands to what is here, as a line of its own."""
    text = tr(FOUND_LABELS[found])
    return text[:1].upper() + text[1:]


def _told(shown: Shown) -> Record | None:
    """The record here with all that the file says; nothing where that does not fit together."""
    record, here = shown.row.record, shown.here
    if record is None or here is None:
        return None
    try:
        return updated(here, record, [one.field for one in replacements(here, record, shown.row.given)])
    except InvalidRecordError:
        return None


def _one_line(name: str, value: object, shown: Shown, tr: Translate) -> str:
    return "; ".join(field_text(name, value, tr, shown.names).splitlines())
