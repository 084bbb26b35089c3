"""Writes what a person has decided, within one transaction and some records at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.change import Change, PlacedRecord, PlacedTerm
from desktop.domain.errors import InvalidRecordError
from desktop.domain.progress import Progress, Stage
from desktop.services.applying.brought import of_package, of_program
from desktop.services.applying.surveying import compared, finding_of, finding_of_note, item_of, new_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.applying import Decisions, Finding, Look
    from desktop.domain.change import ChangeSet
    from desktop.domain.record import RecordId
    from desktop.services.applying.surveying import Compared
    from desktop.store.unit_of_work import Unit

_BATCH = 500
_WRITTEN = 30
"""So many hundredths of the time it takes to write; then the search follows."""


class Writer:
    """Carries out one deed; what was brought becomes what later edits are told from."""

    def __init__(self, unit: Unit, look: Look, begun: ChangeSet, progress: Progress) -> None:
        from desktop.store.many import ManyChanges

        self._unit = unit
        self._look = look
        self._begun = begun
        self._progress = progress
        self._brought = of_package(unit, look.package) if look.package else of_program(unit)
        self._last = self._brought.last(unit)
        self._many = ManyChanges(unit)
        self._free = unit.records.next_position()
        self._waiting: list[Change] = []
        self._mixed: list[RecordId] = []
        self._remembered: dict[str, str] = {}
        self._written = 0

    def write(self, decisions: Decisions) -> Iterator[Finding]:
        """Write everything that changes; what there was to find of it, as things stood when that was done."""
        package = self._look.package
        if package is not None:
            self._unit.records.put_new_sources(package.catalogue.sources)
        self._last.tie(self._begun.number)
        writing = Stage(self._progress, 0, _WRITTEN)
        for one in compared(self._unit, self._brought, decisions, writing.tell):
            if (finding := finding_of(one)) is not None:
                yield finding
            if one.is_changed:
                self._take(one)
            self._remember(one)
        self._flush()
        self._last.remember_all(self._remembered)
        self._refuse_unfit()
        self._many.finish(Stage(self._progress, _WRITTEN, 100))
        yield from self._add_notes()

    def _take(self, one: Compared) -> None:
        item = item_of(one, self._free)
        if isinstance(item, PlacedTerm):
            if one.here is None:
                item = PlacedTerm(self._unit.terms.next_position(item.taxonomy), item.taxonomy, item.term)
            self._unit.terms.put([item])
            self._keep([Change(before=one.here, after=item)])
        elif isinstance(item, PlacedRecord):
            self._free += one.here is None
            self._waiting.append(Change(before=one.here, after=item))
            if one.theirs is not None and item.record != one.theirs:
                self._mixed.append(item.key)
            if len(self._waiting) >= _BATCH:
                self._flush()

    def _flush(self) -> None:
        """Write what has gathered."""
        self._many.put(self._waiting)
        self._keep(self._waiting)
        self._waiting = []

    def _keep(self, changes: list[Change]) -> None:
        self._unit.long_deeds.go_on(self._begun, self._written, changes)
        self._written += len(changes)

    def _add_notes(self) -> Iterator[Finding]:
        notes = [] if self._look.package is None else new_notes(self._unit, self._look.package)
        for note in notes:
            self._unit.notes.add(note.note)
        self._keep([Change(before=None, after=note) for note in notes])
        return map(finding_of_note, notes)

    def _refuse_unfit(self) -> None:
        """What is neither as it was here nor as it is there may name what is not there any more."""
        for record_id in self._mixed:
            record = self._unit.records.find(record_id)
            if record is not None and (problem := self._unit.loose_end(record, {})) is not None:
                raise InvalidRecordError(problem.msgid, value=problem.value)

    def _remember(self, one: Compared) -> None:
        if one.is_left_out:
            return
        if one.said is not None:
            self._remembered[one.key] = one.said
            if len(self._remembered) >= _BATCH:
                self._last.remember_all(self._remembered)
                self._remembered = {}
        elif self._brought.public_key:
            self._last.forget(one.key)
        else:
            self._last.catch_up(one.key)
