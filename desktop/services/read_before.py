"""What is known of the states in which somebody has read a record beside its translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.domain.change import PlacedRecord
from desktop.domain.translation_checks import with_true_checks

if TYPE_CHECKING:
    from desktop.domain.record import Record, RecordId
    from desktop.store.unit_of_work import Unit


def as_it_was_read(unit: Unit, record: Record) -> Record:
    """The record with those translations checked that ever were, beside its summary."""
    known = [*_states(unit, record.id)] if any(one.is_checked for one in record.translations) else []
    return with_true_checks(record, known or [record])


def _states(unit: Unit, record_id: RecordId) -> Iterator[Record]:
    """Every state of a record that history, database and shipped data know."""
    changes = [change for deed in unit.history.of(record_id) for change in deed.changes]
    items = [item for change in changes for item in (change.before, change.after)]
    here = unit.records.find(record_id), unit.shipped.newer(record_id), unit.shipped.first(record_id)
    yield from (item.record for item in items if isinstance(item, PlacedRecord) and item.key == record_id)
    yield from (record for record in here if record is not None)
