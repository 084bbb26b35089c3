"""Changes to records: each one a deed of a person, remembered with what was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from desktop.domain.beginning import beginning_of
from desktop.domain.change import ChangeSet, Deed, PlacedTerm
from desktop.domain.difference import with_fields
from desktop.domain.duplicates import Lookalike, lookalikes
from desktop.domain.editing import (
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
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.naming import new_id
from desktop.domain.review import checked
from desktop.domain.translation_checks import with_true_checks
from desktop.domain.visible import with_clean_texts
from desktop.domain.vocabulary import Kind, Status, Taxonomy
from desktop.services.carrying_out import apply, placed, refuse_loose_ends
from desktop.services.clock import is_wrong, refuse_wrong
from desktop.services.past import Past
from desktop.services.read_before import as_it_was_read
from desktop.services.safe_writing import SafeWriting
from desktop.services.term_lists import TermLists

if TYPE_CHECKING:
    from desktop.domain.progress import Progress
    from desktop.domain.provenance import Flag
    from desktop.domain.record import Record, RecordId
    from desktop.services.carrying_out import Wanted
    from desktop.services.catalogue import Catalogue
    from desktop.store.unit_of_work import Unit


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
        self._writing = SafeWriting(catalogue, desk.now, before_first)
        self._past = Past(catalogue, desk, self._writing)
        self._terms = TermLists(catalogue, desk, self._writing)

    def opened(self, record_id: RecordId) -> Record:
        """A record as it is now; raises `UnknownRecordError`."""
        return self._catalogue.dossier(record_id).record

    def new_id(self, name: str) -> RecordId:
        """An id for a record that is made here."""
        with self._catalogue.reading() as unit:
            return new_id(name, frozenset(unit.records.ids()))

    def save(self, before: Record | None, after: Record) -> ChangeSet:
        """Keep a record that was opened as `before`, or a new one.

        Raises `InvalidRecordError`, and `ConflictError` where somebody else changed it meanwhile; one that is gone
        meanwhile (`GoneError`) goes on under its id, with its history, where it is saved once more as a new one.
        """
        clean = with_clean_texts(with_numbers(after))
        if before is None:
            return self._do_in(Deed.ADD, lambda unit: [(None, as_it_was_read(unit, clean))])
        return self._do(Deed.EDIT, [(before, with_true_checks(clean, [before]))])

    def add(self, record: Record) -> ChangeSet:
        """Keep a new record under an id of its own, whatever id it has; raises `InvalidRecordError`."""
        clean = with_clean_texts(with_numbers(record))

        def wanted(unit: Unit) -> Wanted:
            return [(None, replace(clean, id=new_id(clean.name, frozenset(unit.records.ids()))))]

        return self._do_in(Deed.ADD, wanted)

    def archive(self, record_id: RecordId) -> ChangeSet:
        """Take a record out of all lists; nothing of it is lost."""
        before = self.opened(record_id)
        return self._do(Deed.ARCHIVE, [(before, replace(before, status=Status.ARCHIVED))])

    def reactivate(self, record_id: RecordId) -> ChangeSet:
        """Put an archived record back."""
        before = self.opened(record_id)
        return self._do(Deed.REACTIVATE, [(before, replace(before, status=Status.ACTIVE))])

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
        clean = with_true_checks(with_clean_texts(with_numbers(merged)), [kept, gone])
        after = pointing_elsewhere(with_hours_of(clean, gone), gone.id, kept.id)

        def wanted(unit: Unit) -> Wanted:
            named = [one for one in unit.records.pointing_to(gone.id) if one.id not in {kept.id, gone.id}]
            others = [(record, pointing_elsewhere(record, gone.id, kept.id)) for record in named]
            return [(kept, after), *others, (gone, None)]

        return self._do_in(Deed.MERGE, wanted)

    def confirm(self, ids: Iterable[RecordId]) -> ChangeSet:
        """Remember that records were found to be still right today; raises `ExpectedError` where the clock is wrong."""
        refuse_wrong(self._desk.now())
        who, today, months = self._desk.who(), self._desk.now().date(), self._desk.months()
        return self._do(Deed.CONFIRM, [(one, checked(one, who, today, months)) for one in map(self.opened, ids)])

    def accept(self, record_id: RecordId, flag: Flag) -> ChangeSet:
        """Take over what a doubt proposes."""
        before = self.opened(record_id)
        return self._do(Deed.ACCEPT, [(before, with_true_checks(with_proposal(before, flag), [before]))])

    def refuse(self, record_id: RecordId, flag: Flag) -> ChangeSet:
        """Settle a doubt without changing what it is about."""
        before = self.opened(record_id)
        return self._do(Deed.REFUSE, [(before, without_flag(before, flag))])

    def restore_fields(self, record_id: RecordId, values: Mapping[str, object]) -> ChangeSet:
        """Give fields the values that they had before; some are only right together, as the day of a check and who did.

        Raises `InvalidRecordError`.
        """
        before = self.opened(record_id)
        clean = with_clean_texts(with_fields(before, values))
        return self._do_in(Deed.RESTORE, lambda unit: [(before, as_it_was_read(unit, clean))])

    def save_term(self, before: PlacedTerm | None, after: PlacedTerm | None) -> ChangeSet:
        """Add, change or remove an entry of a closed list; one that records are filed under is not removed."""
        return self._terms.save(before, after)

    def all_terms(self) -> tuple[PlacedTerm, ...]:
        """The terms of both closed lists."""
        return self._terms.all()

    def undo(self, progress: Progress | None = None) -> ChangeSet | None:
        """Take back the last deed; `None` where there is none. Raises as `Past.undo` does."""
        return self._past.undo(progress)

    def redo(self, progress: Progress | None = None) -> ChangeSet | None:
        """Do again what was undone last; `None` where something was done since. Raises as `undo` does."""
        return self._past.redo(progress)

    def allow(self, deed: ChangeSet) -> None:
        """A person agrees that a deed of somebody else is taken back, or done again."""
        self._past.allow(deed)

    def pass_over(self, deed: ChangeSet) -> None:
        """Leave a deed that something is in the way of as it is, and go on with the one before it."""
        self._past.pass_over(deed)

    def beginning(self, kind: Kind, chosen: RecordId | None) -> dict[str, Any]:
        """What a new record of a kind begins with, made beside the record that is in front."""
        with self._catalogue.reading() as unit:
            networks = [record.id for record in unit.records.all(Kind.NETWORK)]
        now = self._desk.now()
        today = None if is_wrong(now) else now.date()
        return beginning_of(kind, self.opened(chosen) if chosen else None, networks, today)

    def history(self, key: str) -> tuple[ChangeSet, ...]:
        """What was done to a record or a term, the last deed first."""
        with self._catalogue.reading() as unit:
            return unit.history.of(key)

    def names(self, ids: Iterable[RecordId]) -> dict[RecordId, str]:
        """The names of records, terms and sources; what is not there any more has none."""
        wanted = set(ids)
        with self._catalogue.reading() as unit:
            terms = {placed.term.id: placed.term.name for taxonomy in Taxonomy for placed in unit.terms.all(taxonomy)}
            known = {**unit.records.source_titles(), **terms}
            return {**{key: known[key] for key in wanted & known.keys()}, **unit.records.names(wanted)}

    def source_titles(self) -> dict[str, str]:
        """What the texts are called that records come from, by their ids."""
        with self._catalogue.reading() as unit:
            return unit.records.source_titles()

    def shipped(self, record_id: RecordId) -> Record | None:
        """A record as it was last shipped; `None` for one that was made here."""
        with self._catalogue.reading() as unit:
            return unit.shipped.last(record_id)

    def lookalikes(self, record: Record, before: Record | None = None) -> tuple[Lookalike, ...]:
        """The records that may be the same as this one, the likeliest first, but for what `before` already shared."""
        from desktop.store.lookalikes import candidates

        with self._catalogue.reading() as unit:
            return lookalikes(with_numbers(record), candidates(unit.rows, with_numbers(record)), before)

    def _do(self, deed: Deed, wanted: Wanted) -> ChangeSet:
        return self._do_in(deed, lambda _: wanted)

    def _do_in(self, deed: Deed, wanted: Callable[[Unit], Wanted]) -> ChangeSet:
        """Do what is `wanted` as things stand in the very transaction that does it."""
        with self._writing.begin() as unit:
            changes = placed(unit, wanted(unit))
            refuse_loose_ends(unit, changes)
            apply(unit, changes)
            done = unit.history.write(deed, self._desk.who(), self._desk.now(), changes)
        self._catalogue.sitting.take(done)
        return done
