"""Writes what a person has decided, within one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.domain.change import Change, PlacedRecord, PlacedTerm
from desktop.domain.errors import InvalidRecordError
from desktop.domain.plain import encoded
from desktop.domain.record import Record
from desktop.services.applying.surveying import Compared, Tell, compared, item_of, new_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.applying import Decisions
    from desktop.domain.package import Package
    from desktop.services.applying.brought import Brought
    from desktop.store.last_shipped import LastShipped
    from desktop.store.unit_of_work import Unit


def write(
    unit: Unit, brought: Brought, package: Package | None, decisions: Decisions, tell: Tell
) -> tuple[LastShipped, tuple[Change, ...]]:
    """Everything that changes, written; what was brought now is what later edits are told from."""
    if package is not None:
        unit.records.put_new_sources(package.catalogue.sources)
    found = list(compared(unit, brought, decisions, tell))
    changed = [one for one in found if one.is_changed]
    terms = _written_terms(unit, changed)
    records = _written_records(unit, changed, tell)
    notes = [] if package is None else new_notes(unit, package)
    for note in notes:
        unit.notes.add(note.note)
    return _remembered(unit, brought, found), (*terms, *records, *(Change(before=None, after=note) for note in notes))


def _written_terms(unit: Unit, changed: Sequence[Compared]) -> list[Change]:
    changes = []
    for one in changed:
        if isinstance(one.merged.result, Record) or one.merged.result is None or isinstance(one.ours, Record):
            continue
        item = item_of(one, 0)
        if isinstance(item, PlacedTerm):
            if one.here is None:
                item = PlacedTerm(unit.terms.next_position(item.taxonomy), item.taxonomy, item.term)
            unit.terms.put([item])
            changes.append(Change(before=one.here, after=item))
    return changes


def _written_records(unit: Unit, changed: Sequence[Compared], tell: Tell) -> list[Change]:
    free = unit.records.next_position()
    changes = []
    for at, one in enumerate(changed):
        item = item_of(one, free + at)
        if isinstance(item, PlacedRecord):
            changes.append(Change(before=one.here, after=item))
    items = [change.after for change in changes if isinstance(change.after, PlacedRecord)]
    unit.records.put_many(items, tell=lambda done: tell(done, len(items)))
    _refuse_unfit(unit, changed)
    return changes


def _refuse_unfit(unit: Unit, changed: Sequence[Compared]) -> None:
    """What is neither as it was here nor as it is there may name what is not there any more."""
    for one in changed:
        result = one.merged.result
        is_mixed = isinstance(result, Record) and result != one.theirs and one.theirs is not None
        if is_mixed and isinstance(result, Record) and (problem := unit.loose_end(result, {})) is not None:
            raise InvalidRecordError(problem.msgid, value=problem.value)


def _remembered(unit: Unit, brought: Brought, found: Sequence[Compared]) -> LastShipped:
    last = brought.last(unit)
    for one in found:
        if one.is_left_out:
            continue
        if one.theirs is not None:
            body = encoded(one.theirs) if isinstance(one.theirs, Record) else msgspec.json.encode(one.theirs).decode()
            last.remember(one.key, body)
        elif brought.public_key:
            last.forget(one.key)
        else:
            last.catch_up(one.key)
    return last
