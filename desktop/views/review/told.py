"""The history of a record as it is shown: each deed with the fields that it changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.change import DEED_LABELS, PlacedRecord
from desktop.domain.errors import UnknownRecordError
from desktop.services.moments import moment_text
from desktop.services.wording import field_name
from desktop.views.editing.comparing import Row, rows
from desktop.views.editing.side_by_side import names_wanted

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.domain.record import Record, RecordId
    from desktop.i18n import Translate
    from desktop.services.editing import Editing
    from desktop.services.wording import Names


class Told(NamedTuple):
    """What there is to know of a record's past; `today` is missing where it was deleted, `shipped` if it never was."""

    today: Record | None
    shipped: Record | None
    deeds: tuple[ChangeSet, ...]
    names: Names


def told(editing: Editing, record_id: RecordId) -> Told:
    """Read the past of a record, with the names of everything that it ever referred to."""
    deeds, shipped = editing.history(record_id), editing.shipped(record_id)
    try:
        today: Record | None = editing.opened(record_id)
    except UnknownRecordError:
        today = None
    states = [state for deed in deeds for state in states_of(deed, record_id)]
    everything = [record for record in (today, shipped, *states) if record is not None]
    return Told(today, shipped, deeds, editing.names(names_wanted(everything)))


def states_of(deed: ChangeSet, record_id: RecordId) -> tuple[Record | None, Record | None]:
    """A record before and after a deed; `None` where it was not there."""
    for change in deed.changes:
        if change.item.key == record_id:
            before, after = change.before, change.after
            return (
                before.record if isinstance(before, PlacedRecord) else None,
                after.record if isinstance(after, PlacedRecord) else None,
            )
    return None, None


def rows_of(deed: ChangeSet, record_id: RecordId) -> tuple[Row, ...]:
    """The fields of a record that a deed changed."""
    before, after = states_of(deed, record_id)
    return rows(before, after) if before and after else ()


def heading(deed: ChangeSet, record_id: RecordId, tr: Translate) -> str:
    """A deed in two lines: when, who; what, which fields, and whether it was taken back."""
    head = tr("{when}, {who}", when=moment_text(deed.made_at, tr), who=deed.made_by)
    return f"{head}\n{''.join(_what(deed, record_id, tr))}"


def _what(deed: ChangeSet, record_id: RecordId, tr: Translate) -> Iterator[str]:
    yield tr(DEED_LABELS[deed.deed])
    before, _ = states_of(deed, record_id)
    if found := rows_of(deed, record_id):
        assert before is not None
        fields = (field_name(before.KIND, field, tr) for row in found for field in row.fields)
        yield f": {', '.join(fields)}"
    if deed.undone_at is not None:
        when = moment_text(deed.undone_at, tr)
        yield " – " + tr("taken back on {when} by {who}", when=when, who=deed.undone_by)
