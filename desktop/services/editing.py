"""Changes to records: each one a deed of a person, remembered with what was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.domain.change import Change, ChangeSet, Deed, Item, PlacedRecord, PlacedTerm
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.difference import with_fields
from desktop.domain.duplicates import Lookalike, lookalikes
from desktop.domain.editing import (
    ConflictError,
    ReferredError,
    Referring,
    pointing_elsewhere,
    pointing_no_more,
    sorted_by_need,
    with_hours_of,
    with_numbers,
    with_proposal,
    without_flag,
)
from desktop.domain.errors import N_, ExpectedError, InvalidRecordError
from desktop.domain.naming import new_id
from desktop.domain.review import months_later
from desktop.domain.visible import refuse_unseen, with_clean_texts
from desktop.domain.vocabulary import Kind, Status, Taxonomy

if TYPE_CHECKING:
    from desktop.domain.provenance import Flag
    from desktop.domain.record import Record, RecordId, Term
    from desktop.services.catalogue import Catalogue
    from desktop.store.unit_of_work import Unit

    Wanted = Sequence[tuple[Record | None, Record | None]]
    """Records as they are and as they shall be."""


class Desk(NamedTuple):
    """Who changes records, when, and for how many months a check holds."""

    who: Callable[[], str]
    now: Callable[[], datetime]
    months: Callable[[], int]


class Editing:
    """One method, one deed, one transaction; raises `StoreError` where the database cannot be written.

    `before_first` is called before the first deed of a day.
    """

    def __init__(self, catalogue: Catalogue, desk: Desk, before_first: Callable[[], object]) -> None:
        self._catalogue = catalogue
        self._desk = desk
        self._before_first = before_first
        self._backed_up_on: date | None = None

    def opened(self, record_id: RecordId) -> Record:
        """A record as it is now; raises `UnknownRecordError`."""
        return self._catalogue.dossier(record_id).record

    def new_id(self, name: str) -> RecordId:
        """An id for a record that is made here."""
        with self._catalogue.reading() as unit:
            return new_id(name, frozenset(unit.records.ids()))

    def save(self, before: Record | None, after: Record) -> ChangeSet:
        """Keep a record that was opened as `before`, or a new one.

        Raises `InvalidRecordError`, and `ConflictError` where somebody else changed it meanwhile.
        """
        return self._do(Deed.EDIT if before else Deed.ADD, [(before, with_clean_texts(with_numbers(after)))])

    def archive(self, record_id: RecordId) -> ChangeSet:
        """Take a record out of all lists; nothing of it is lost."""
        before = self.opened(record_id)
        return self._do(Deed.ARCHIVE, [(before, replace(before, status=Status.ARCHIVED))])

    def reactivate(self, record_id: RecordId) -> ChangeSet:
        """Put an archived record back."""
        before = self.opened(record_id)
        return self._do(Deed.REACTIVATE, [(before, replace(before, status=Status.ACTIVE))])

    def switch_archive(self, record_id: RecordId) -> ChangeSet:
        """Archive a record, or put it back if it is archived."""
        is_archived = self.opened(record_id).status is Status.ARCHIVED
        return self.reactivate(record_id) if is_archived else self.archive(record_id)

    def referring(self, record_id: RecordId) -> Referring:
        """The records that name this one."""
        with self._catalogue.reading() as unit:
            return sorted_by_need(record_id, unit.records.pointing_to(record_id))

    def delete(self, record_id: RecordId) -> ChangeSet:
        """Remove a record, and the links that others have to it; raises `ReferredError` where some depend on it."""
        before = self.opened(record_id)

        def wanted(unit: Unit) -> Wanted:
            referring = sorted_by_need(record_id, unit.records.pointing_to(record_id))
            if referring.dependent:
                raise ReferredError(before.name, [record.name for record in referring.dependent])
            return [*((record, pointing_no_more(record, record_id)) for record in referring.pointing), (before, None)]

        return self._do_in(Deed.DELETE, wanted)

    def merge(self, kept: Record, merged: Record, gone: Record) -> ChangeSet:
        """Let one record take the place of two: `kept` becomes `merged`, and whatever named `gone` names it."""
        if kept.id == gone.id:
            raise ExpectedError(N_("“{name}” cannot be merged with itself."), name=kept.name)
        after = pointing_elsewhere(with_hours_of(with_clean_texts(with_numbers(merged)), gone), gone.id, kept.id)

        def wanted(unit: Unit) -> Wanted:
            named = [one for one in unit.records.pointing_to(gone.id) if one.id not in {kept.id, gone.id}]
            others = [(record, pointing_elsewhere(record, gone.id, kept.id)) for record in named]
            return [(kept, after), *others, (gone, None)]

        return self._do_in(Deed.MERGE, wanted)

    def confirm(self, ids: Iterable[RecordId]) -> ChangeSet:
        """Remember that records were found to be still right today."""
        return self._do(Deed.CONFIRM, [(record, self._checked(record)) for record in map(self.opened, ids)])

    def accept(self, record_id: RecordId, flag: Flag) -> ChangeSet:
        """Take over what a doubt proposes."""
        before = self.opened(record_id)
        return self._do(Deed.ACCEPT, [(before, with_proposal(before, flag))])

    def refuse(self, record_id: RecordId, flag: Flag) -> ChangeSet:
        """Settle a doubt without changing what it is about."""
        before = self.opened(record_id)
        return self._do(Deed.REFUSE, [(before, without_flag(before, flag))])

    def restore_fields(self, record_id: RecordId, values: Mapping[str, object]) -> ChangeSet:
        """Give fields the values that they had before; some are only right together, as the day of a check and who did.

        Raises `InvalidRecordError`.
        """
        before = self.opened(record_id)
        return self._do(Deed.RESTORE, [(before, with_clean_texts(with_fields(before, values)))])

    def save_term(self, before: PlacedTerm | None, after: PlacedTerm | None) -> ChangeSet:
        """Add, change or remove an entry of a closed list; one that records are filed under is not removed."""
        self._make_safe()
        with self._catalogue.writing() as unit:
            placed = after or before
            assert placed is not None
            if after is not None:
                refuse_unseen(after.term.name, *after.term.alternate_names)
            deed = Deed.DELETE if after is None else Deed.EDIT if before else Deed.ADD
            return _carry_out(unit, deed, [Change(before=before, after=after)], self._desk)

    def all_terms(self) -> tuple[PlacedTerm, ...]:
        """The terms of both closed lists."""
        with self._catalogue.reading() as unit:
            return tuple(placed for taxonomy in Taxonomy for placed in unit.terms.all(taxonomy))

    def beginning(self, kind: Kind, chosen: RecordId | None) -> dict[str, str]:
        """What a new record of a kind begins with, made beside the record that is in front."""
        record = self.opened(chosen) if chosen else None
        owner = record.organization_id if isinstance(record, Location) else chosen
        if kind is Kind.LOCATION:
            return {"organization_id": owner} if owner and isinstance(record, Location | Organization) else {}
        if kind is Kind.PERSON:
            return {"belongs_to": chosen} if chosen and not isinstance(record, Person) else {}
        if kind is Kind.PARTNER:
            networks = self._ids_of(Kind.NETWORK)
            return {"network_id": networks[0]} if networks else {}
        return {}

    def next_undo(self) -> ChangeSet | None:
        """The deed that `undo` would take back."""
        from desktop.store.history import UnreadableError

        with self._catalogue.reading() as unit, suppress(UnreadableError):
            return unit.history.to_undo()
        return None

    def next_redo(self) -> ChangeSet | None:
        """The deed that `redo` would do again."""
        from desktop.store.history import UnreadableError

        with self._catalogue.reading() as unit, suppress(UnreadableError):
            return unit.history.to_redo()
        return None

    def undo(self) -> ChangeSet | None:
        """Take back the last deed; `None` where there is none. Raises `ExpectedError` where new data are in the way."""
        self._make_safe()
        with self._catalogue.writing() as unit:
            if (found := unit.history.to_undo()) is not None:
                _lead(unit, [change.reversed() for change in reversed(found.changes)])
                unit.history.mark_undone(found.number, self._desk.who(), self._desk.now())
            return found

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last; `None` where something was done since. Raises as `undo` does."""
        self._make_safe()
        with self._catalogue.writing() as unit:
            if (found := unit.history.to_redo()) is not None:
                _lead(unit, found.changes)
                unit.history.mark_redone(found.number)
            return found

    def history(self, key: str) -> tuple[ChangeSet, ...]:
        """What was done to a record or a term, the last deed first."""
        with self._catalogue.reading() as unit:
            return unit.history.of(key)

    def names(self, ids: Iterable[RecordId]) -> dict[RecordId, str]:
        """The names of records and terms; what is not there any more has none."""
        wanted = set(ids)
        with self._catalogue.reading() as unit:
            terms = (placed.term for taxonomy in Taxonomy for placed in unit.terms.all(taxonomy))
            return {**{term.id: term.name for term in terms if term.id in wanted}, **unit.records.names(wanted)}

    def shipped(self, record_id: RecordId) -> Record | None:
        """A record as it was last shipped; `None` for one that was made here."""
        with self._catalogue.reading() as unit:
            return unit.records.shipped(record_id)

    def lookalikes(self, record: Record, before: Record | None = None) -> tuple[Lookalike, ...]:
        """The records that may be the same as this one, the likeliest first, but for what `before` already shared."""
        from desktop.store.lookalikes import candidates

        with self._catalogue.reading() as unit:
            return lookalikes(with_numbers(record), candidates(unit.rows, with_numbers(record)), before)

    def _ids_of(self, kind: Kind) -> list[RecordId]:
        with self._catalogue.reading() as unit:
            return [record.id for record in unit.records.all(kind)]

    def _checked(self, record: Record) -> Record:
        today = self._desk.now().date()
        provenance = replace(
            record.provenance,
            checked_on=today,
            checked_by=self._desk.who(),
            next_check=months_later(today, self._desk.months()),
        )
        return replace(record, provenance=provenance)

    def _do(self, deed: Deed, wanted: Wanted) -> ChangeSet:
        return self._do_in(deed, lambda _: wanted)

    def _do_in(self, deed: Deed, wanted: Callable[[Unit], Wanted]) -> ChangeSet:
        """Do what is `wanted` as things stand in the very transaction that does it."""
        self._make_safe()
        with self._catalogue.writing() as unit:
            changes = _placed(unit, wanted(unit))
            _refuse_loose_ends(unit, changes)
            return _carry_out(unit, deed, changes, self._desk)

    def _make_safe(self) -> None:
        self._catalogue.refuse_read_only()
        today = self._desk.now().date()
        if self._backed_up_on != today:
            self._before_first()
            self._backed_up_on = today


def _placed(unit: Unit, wanted: Wanted) -> list[Change]:
    """The changes with the places of their records; raises `ConflictError` where one is not what it was."""
    ids = [record.id for pair in wanted for record in pair if record is not None]
    here = unit.records.placed(ids)
    free = 0 if all(record_id in here for record_id in ids) else unit.records.next_position()
    changes = []
    for before, after in wanted:
        record = after or before
        assert record is not None
        placed = here.get(record.id)
        if (placed.record if placed else None) != before:
            raise ConflictError(record.name, placed.record if placed else None)
        position = placed.position if placed else free
        changes.append(
            Change(
                before=placed,
                after=PlacedRecord(position, after) if after else None,
            )
        )
    return changes


def _refuse_loose_ends(unit: Unit, changes: Iterable[Change]) -> None:
    """Raise `InvalidRecordError` where a record names something that is not there, or goes and is still named."""
    records = [change for change in changes if isinstance(change.item, PlacedRecord)]
    coming = {item.key: item.record for change in records if isinstance(item := change.after, PlacedRecord)}
    gone = {change.item.key: change.item.name for change in records if change.after is None}
    for record in coming.values():
        if (found := unit.loose_end(record, coming, gone.keys())) is not None:
            raise InvalidRecordError(found.msgid, value=found.value)
    for record_id, name in gone.items():
        left = [one.name for one in unit.records.pointing_to(record_id) if one.id not in {*coming, *gone}]
        if left:
            raise ReferredError(name, left)


def _carry_out(unit: Unit, deed: Deed, changes: list[Change], desk: Desk) -> ChangeSet:
    _apply(unit, changes)
    return unit.history.write(deed, desk.who(), desk.now(), changes)


def _lead(unit: Unit, changes: Iterable[Change]) -> None:
    """As `_apply`, for deeds of the past: what was changed since must not be lost."""
    led = list(changes)
    try:
        _expect(unit, led)
        _refuse_loose_ends(unit, led)
        _apply(unit, led)
    except ConflictError as error:
        raise ExpectedError(
            N_("“{name}” was changed since in another way. Its history shows every value and restores single ones."),
            name=error.message.params["name"],
        ) from error


def _apply(unit: Unit, changes: Iterable[Change]) -> None:
    """Lead everything to its state after; whether the records are in the one before is the caller's to know."""
    records: list[PlacedRecord] = []
    gone: list[RecordId] = []
    for change in changes:
        if isinstance(change.item, PlacedTerm):
            _apply_term(unit, change)
            continue
        if isinstance(change.after, PlacedRecord):
            records.append(change.after)
        else:
            gone.append(change.item.key)
    unit.records.put_placed(records, gone)


def _expect(unit: Unit, changes: Iterable[Change]) -> None:
    """Raise `ConflictError` where a record is not in its state before."""
    records = [change for change in changes if isinstance(change.item, PlacedRecord)]
    placed = unit.records.placed([change.item.key for change in records])
    for change in records:
        here = placed.get(change.item.key)
        if here != change.before:
            raise ConflictError(change.item.name, here.record if here else None)


def _apply_term(unit: Unit, change: Change) -> None:
    item = change.item
    assert isinstance(item, PlacedTerm)
    here = unit.terms.find(item.taxonomy, item.term.id)
    if _meaning(here) != _meaning(change.before):
        raise ConflictError(item.name, None)
    if isinstance(change.after, PlacedTerm):
        has_stayed = here is not None and change.before and change.before.position == change.after.position
        position = here.position if here is not None and has_stayed else change.after.position
        unit.terms.put([replace(change.after, position=position)])
    else:
        _refuse_in_use(unit, item)
        unit.terms.put([], [item])


def _meaning(item: Item | None) -> Term | None:
    """A term without its place, which new data shift."""
    return item.term if isinstance(item, PlacedTerm) else None


def _refuse_in_use(unit: Unit, placed: PlacedTerm) -> None:
    if users := unit.terms.users(placed.taxonomy, placed.term.id):
        raise ExpectedError(
            N_("“{name}” cannot be deleted: {count} records are filed under it."), name=placed.name, count=len(users)
        )
