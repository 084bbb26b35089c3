"""How changes reach the database: looked at as things stand in the very transaction that carries them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.domain.change import Change, PlacedNote, PlacedRecord, PlacedTerm
from desktop.domain.editing import ConflictError, ReferredError
from desktop.domain.errors import N_, ExpectedError, InvalidRecordError
from desktop.domain.municipality import Municipality
from desktop.domain.past import GoneError

if TYPE_CHECKING:
    from desktop.domain.change import Item
    from desktop.domain.record import Record, RecordId, Term
    from desktop.store.unit_of_work import Unit

    Wanted = Sequence[tuple[Record | None, Record | None]]
    """Records as they are and as they shall be."""


def placed(unit: Unit, wanted: Wanted) -> list[Change]:
    """The changes with the places of their records; raises `ConflictError` where one is not what it was."""
    ids = [record.id for pair in wanted for record in pair if record is not None]
    here = unit.records.placed(ids)
    free = 0 if all(record_id in here for record_id in ids) else unit.records.next_position()
    return [_change(unit, here, free, before, after) for before, after in wanted]


def _change(
    unit: Unit, here: dict[RecordId, PlacedRecord], free: int, before: Record | None, after: Record | None
) -> Change:
    record = after or before
    assert record is not None
    found = here.get(record.id)
    if (found.record if found else None) != before:
        raise _meanwhile(unit, record, found)
    return Change(before=found, after=PlacedRecord(found.position if found else free, after) if after else None)


def _meanwhile(unit: Unit, record: Record, found: PlacedRecord | None) -> ConflictError:
    """What somebody else did to a record."""
    deed = unit.history.removal_of(record.id) if found is None else None
    return GoneError(record.name, deed) if deed else ConflictError(record.name, found.record if found else None)


def refuse_loose_ends(unit: Unit, changes: Iterable[Change]) -> None:
    """Raise `InvalidRecordError` where a record names something that is not there, or goes and is still named."""
    records = [change for change in changes if isinstance(change.item, PlacedRecord)]
    coming = {item.key: item.record for change in records if isinstance(item := change.after, PlacedRecord)}
    gone = {change.item.key: change.item.name for change in records if change.after is None}
    for record in coming.values():
        if (found := unit.loose_end(record, coming, gone.keys())) is not None:
            raise InvalidRecordError(found.msgid, value=found.value)
        _refuse_key_of_another(unit, record)
    for record_id, name in gone.items():
        left = [one.name for one in unit.records.pointing_to(record_id) if one.id not in {*coming, *gone}]
        if left:
            raise ReferredError(name, left)


def _refuse_key_of_another(unit: Unit, record: Record) -> None:
    if isinstance(record, Municipality) and (other := unit.records.name_with_key(record.ags, record.id)):
        words = N_("The official key {key} is that of “{name}” already. Each municipality has its own.")
        raise InvalidRecordError(words, field="ags", key=record.ags, name=other)


def apply(unit: Unit, changes: Iterable[Change]) -> None:
    """Lead everything to its state after; whether the records are in the one before is the caller's to know.

    Terms go last: what goes with them is filed under them.
    """
    records: list[PlacedRecord] = []
    gone: list[RecordId] = []
    terms_gone: list[Change] = []
    for change in changes:
        if isinstance(change.item, PlacedTerm):
            if change.after is None:
                terms_gone.append(change)
            else:
                _apply_term(unit, change)
        elif isinstance(change.item, PlacedNote):
            _apply_note(unit, change)
        elif isinstance(change.after, PlacedRecord):
            records.append(change.after)
        else:
            gone.append(change.item.key)
    unit.records.put_many(records, gone)
    for change in terms_gone:
        _apply_term(unit, change)


def _apply_term(unit: Unit, change: Change) -> None:
    item = change.item
    assert isinstance(item, PlacedTerm)
    here = unit.terms.find(item.taxonomy, item.term.id)
    if _meaning(here) != _meaning(change.before):
        raise ConflictError(item.name, None)
    if isinstance(change.after, PlacedTerm):
        was = change.before.position if isinstance(change.before, PlacedTerm) else None
        has_stayed = here is not None and was == change.after.position
        position = here.position if here is not None and has_stayed else change.after.position
        unit.terms.put([replace(change.after, position=position)])
    else:
        _refuse_in_use(unit, item)
        unit.terms.put([], [item])


def _apply_note(unit: Unit, change: Change) -> None:
    """A note that somebody has looked after since stays."""
    item = change.item
    assert isinstance(item, PlacedNote)
    here = unit.notes.find(item.note.id)
    if here != (change.before.note if isinstance(change.before, PlacedNote) else None):
        raise ConflictError(item.name, None)
    if isinstance(change.after, PlacedNote):
        unit.notes.add(change.after.note)
    else:
        unit.notes.remove(item.note.id)


def _meaning(item: Item | None) -> Term | None:
    """A term without its place, which new data shift."""
    return item.term if isinstance(item, PlacedTerm) else None


def _refuse_in_use(unit: Unit, item: PlacedTerm) -> None:
    if users := unit.terms.users(item.taxonomy, item.term.id):
        raise ExpectedError(
            N_("“{name}” cannot be deleted: {count} records are filed under it."), name=item.name, count=len(users)
        )
