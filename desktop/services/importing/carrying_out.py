"""Carries a plan out within one transaction: everything that was decided happens, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.domain.change import Change, PlacedRecord
from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, ExpectedError, Message
from desktop.domain.importing import CHANGING, Decision, filling, replacements, updated
from desktop.domain.progress import Stage
from desktop.domain.translation_checks import with_true_checks
from desktop.services.importing.belonging import pointed
from desktop.services.importing.beside import Beside
from desktop.services.importing.ids import FreeIds
from desktop.services.importing.loose_ends import LooseEnds
from desktop.services.importing.overtaken import come_meanwhile
from desktop.services.importing.planning import BATCH, digest_of
from desktop.services.importing.rows import unpacked
from desktop.services.read_before import as_it_was_read

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.domain.progress import Progress
    from desktop.domain.record import Record, RecordId
    from desktop.services.importing.outcome import Outcome
    from desktop.services.importing.plan import Plan
    from desktop.services.importing.rows import Row
    from desktop.store.unit_of_work import Unit

_WRITTEN = 40
"""So many hundredths of the time it takes to write; then the search follows."""
_TWO_ROWS = N_(
    "Two rows of the file would change “{name}”; the second one is row {place}. Nothing was imported. Leave one of them"
    " out, or decide that it is the same."
)
_CUT_OFF = N_("Left out with the row that it belongs to.")


class _Step(NamedTuple):
    """A row with its place in the plan, and what it changes, if anything; it may be left out with another one."""

    at: int
    row: Row
    change: Change | None = None
    is_cut_off: bool = False


class CarryingOut:
    """One import; `begun` is its deed in the history."""

    def __init__(self, unit: Unit, plan: Plan, begun: ChangeSet, progress: Progress) -> None:
        from desktop.store.many import ManyChanges

        self._unit = unit
        self._plan = plan
        self._begun = begun
        self._progress = progress
        self._many = ManyChanges(unit)
        self._beside = Beside(plan)
        self._ids = FreeIds(unit.records.ids(), plan.own_ids)
        self._position = unit.records.next_position()
        self._places: dict[RecordId, RecordId] = {}
        self._row_ids: dict[int, RecordId] = {}
        self._changed: dict[RecordId, int] = {}
        self._written = 0

    def carry_out(self, outcome: Outcome) -> int:
        """Write everything and tell it to `outcome`; how many records were written. Raises `ConflictError`."""
        loose = LooseEnds(self._unit)
        for changes in self._needed():
            loose.look(changes)
            self._write(changes)
        outcome.beside = self._written
        writing = Stage(self._progress, 0, _WRITTEN)
        for steps in self._batches():
            changes = [step.change for step in steps if step.change is not None]
            loose.look(changes)
            self._write(changes)
            for step in steps:
                outcome.tell(step.at, step.row, step.change, Message(_CUT_OFF) if step.is_cut_off else None)
            writing.tell(steps[-1].at + 1, len(self._plan))
        loose.refuse()
        if self._written:
            self._many.finish(Stage(self._progress, _WRITTEN, 100))
        return self._written

    def _write(self, changes: Sequence[Change]) -> None:
        self._many.put(changes)
        self._unit.long_deeds.go_on(self._begun, self._written, changes)
        self._written += len(changes)

    def _needed(self) -> Iterator[list[Change]]:
        """The records that rows to be written name, each once: those that are no row of their own are added."""
        added: list[Change] = []
        for need_id in self._beside.wanted():
            need = self._plan.needs[need_id]
            if need.row is not None:
                target = self._beside.target(need.row)
                self._places[need_id] = target or self._id_of_row(need.row)
                continue
            record = unpacked(need.kind, need.body)
            self._places[need_id] = self._ids.take(record.name)
            added.append(self._addition(pointed(replace(record, id=self._places[need_id]), self._places)))
            if len(added) == BATCH:
                yield added
                added = []
        yield added

    def _batches(self) -> Iterator[list[_Step]]:
        for start in range(0, len(self._plan), BATCH):
            numbers = range(start, min(start + BATCH, len(self._plan)))
            rows = [self._plan.row(at) for at in numbers]
            targets = {row.target for at, row in zip(numbers, rows, strict=True) if row.target and self._updates(at)}
            here = self._unit.records.placed(targets)
            yield [self._step(at, row, here) for at, row in zip(numbers, rows, strict=True)]

    def _updates(self, at: int) -> bool:
        return self._plan.decision(at) in (Decision.UPDATE, Decision.FILL)

    def _step(self, at: int, row: Row, here: dict[RecordId, PlacedRecord]) -> _Step:
        decision = self._plan.decision(at)
        if decision not in CHANGING:
            return _Step(at, row)
        if self._beside.is_cut_off(row):
            return _Step(at, row, is_cut_off=True)
        return _Step(at, row, self._change(at, row, decision, here))

    def _change(self, at: int, row: Row, decision: Decision, here: dict[RecordId, PlacedRecord]) -> Change | None:
        if decision is Decision.NEW:
            record = unpacked(row.kind, row.body)
            return self._addition(self._told(row, record, self._row_ids.get(at) or self._free_id(row, record)))
        if row.target is None:
            return None
        found = here.get(row.target)
        if found is None or digest_of(found.record) != row.digest:
            told = row.record
            raise ConflictError(found.name if found else told.name if told else "", found.record if found else None)
        if row.target in self._changed:
            raise ExpectedError(_TWO_ROWS, name=found.name, place=row.place)
        self._changed[row.target] = row.place
        after = self._updated(at, row, found.record)
        return None if after == found.record else Change(before=found, after=PlacedRecord(found.position, after))

    def _updated(self, at: int, row: Row, here: Record) -> Record:
        """The record here as was decided: field by field, with all that the file says, or only its gaps filled."""
        decision, chosen = self._plan.choice(at)
        if chosen is not None:
            after = pointed(chosen, self._places)
        else:
            told = self._told(row, unpacked(row.kind, row.body), here.id)
            differing = replacements(here, told, row.given)
            fields = filling(differing) if decision is Decision.FILL else [one.field for one in differing]
            after = updated(here, told, fields)
        return with_true_checks(after, [here]) if after.translations else after

    def _told(self, row: Row, record: Record, record_id: RecordId) -> Record:
        """The record of a row under the id that it has here, and naming those that are here."""
        told = replace(record, id=record_id)
        return pointed(told, self._places) if row.needs else told

    def _addition(self, record: Record) -> Change:
        if any(one.is_checked for one in record.translations):
            record = as_it_was_read(self._unit, record)
        self._position += 1
        return Change(before=None, after=PlacedRecord(self._position - 1, record))

    def _id_of_row(self, at: int) -> RecordId:
        """The id of a row that is added and that others name, which may come before it."""
        if at not in self._row_ids:
            row = self._plan.row(at)
            self._row_ids[at] = self._free_id(row, unpacked(row.kind, row.body))
        return self._row_ids[at]

    def _free_id(self, row: Row, record: Record) -> RecordId:
        """Its own id where the file knows our ids, else one that reads like its name."""
        if not row.has_id:
            return self._ids.take(record.name)
        if self._ids.is_here(record.id):
            here = self._unit.records.find(record.id)
            raise come_meanwhile(here.name if here else record.name, row.place)
        return record.id
