"""All records of a database on their way into a package: one after the other, whole, and each with its print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.domain.catalogue import Problem, dangling, strange_hours
from desktop.domain.contact import Location
from desktop.domain.errors import N_, ExpectedError, InvalidRecordError, Message
from desktop.domain.halves import without_controls
from desktop.domain.packing import ARCHIVED
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.exchange.package.lines import demand_clean, record_line
from desktop.store import parcels

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.progress import Progress
    from desktop.domain.record import Record, RecordId
    from desktop.exchange.package import Parcel
    from desktop.store.unit_of_work import Unit

_STEP = 200
_PRINT_BYTES = 8
_UNFIT = N_("“{name}” cannot be sent. {reason} Mend that record, then make the package again.")
_FROM_TOMORROW = N_("Its Stand lies in the future.")


class Pressing:
    """Works within one transaction, at a time in UTC; `prints` are known once all records have gone through."""

    def __init__(self, unit: Unit, now: datetime, progress: Progress, has_internal_notes: bool = False) -> None:
        self._unit = unit
        self._last_day = now.date() + timedelta(days=1)
        self._progress = progress
        self._has_internal_notes = has_internal_notes
        self._kinds = parcels.kinds(unit.rows)
        self._sources = parcels.sources(unit.rows)
        self._terms = {taxonomy: tuple(one.term for one in unit.terms.all(taxonomy)) for taxonomy in Taxonomy}
        self._closed = {
            "source": {source.id for source in self._sources},
            "subject_ids": {term.id for term in self._terms[Taxonomy.SUBJECT]},
            "target_group_ids": {term.id for term in self._terms[Taxonomy.TARGET_GROUP]},
        }
        self.prints: dict[RecordId, str] = {}

    def filled(self, parcel: Parcel, change_note: str) -> Parcel:
        """The parcel with everything that those who get it need."""
        return parcel._replace(
            change_note=without_controls(change_note).strip() or None,
            sources=self._sources,
            subjects=self._terms[Taxonomy.SUBJECT],
            target_groups=self._terms[Taxonomy.TARGET_GROUP],
            synonyms=parcels.synonyms(self._unit.rows),
            records=self._records(),
        )

    def all_prints(self) -> dict[RecordId, str]:
        """What tells the records from those of another day."""
        for _ in self._records():
            pass
        return self.prints

    def _records(self) -> Iterator[Record]:
        """Raises `ExpectedError` at the first record that nobody else could take."""
        for done, record in enumerate(parcels.each_record(self._unit.rows)):
            if done % _STEP == 0:
                self._progress.tell(done, len(self._kinds))
            public = replace(record, internal_note=None) if record.internal_note else record
            line = record_line(public)
            self._demand_whole(record, line)
            self.prints[record.id] = _print(record, line)
            yield record if self._has_internal_notes else public
        self._progress.tell(len(self._kinds), len(self._kinds))

    def _demand_whole(self, record: Record, line: bytes) -> None:
        try:
            demand_clean(record, line)
        except InvalidRecordError as error:
            raise ExpectedError(_UNFIT, name=record.name, reason=error.message) from error
        found = next(dangling(record, self._kinds, self._closed), None) or self._strange_hours(record)
        if found is not None:
            raise ExpectedError(_UNFIT, name=record.name, reason=Message(found.msgid, value=found.value))
        if record.provenance.as_of is not None and record.provenance.as_of > self._last_day:
            raise ExpectedError(_UNFIT, name=record.name, reason=Message(_FROM_TOMORROW))

    def _strange_hours(self, record: Record) -> Problem | None:
        if not isinstance(record, Location) or record.hours_of is None:
            return None
        leader = self._unit.records.find(record.hours_of)
        words = strange_hours(record, leader) if isinstance(leader, Location) else ""
        return Problem(record.id, "hours_of", words, leader.name) if words and leader else None


def _print(record: Record, line: bytes) -> str:
    """What stays the same as long as the record does, and tells whether it is archived."""
    found = blake2b(line, digest_size=_PRINT_BYTES).hexdigest()
    return found + ARCHIVED if record.status is Status.ARCHIVED else found
