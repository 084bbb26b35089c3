"""What many records name that is not there: looked for some records at a time, and once more when all are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.domain.catalogue import dangling, references
from desktop.domain.change import PlacedRecord
from desktop.domain.contact import Location
from desktop.domain.errors import InvalidRecordError
from desktop.domain.vocabulary import Taxonomy

if TYPE_CHECKING:
    from desktop.domain.catalogue import Problem
    from desktop.domain.change import Change
    from desktop.domain.record import Record, RecordId
    from desktop.store.unit_of_work import Unit

_REFERENCES = frozenset({"related_ids", "organization_id", "hours_of", "belongs_to", "network_id"})


class LooseEnds:
    """The records of one import may name each other, whichever comes first."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        terms = unit.terms.ids()
        self._closed = {"subject_ids": terms[Taxonomy.SUBJECT], "target_group_ids": terms[Taxonomy.TARGET_GROUP]}
        self._again: list[RecordId] = []

    def look(self, changes: Sequence[Change]) -> None:
        """Raise `InvalidRecordError` for what is in no list; whom records name is looked up later where need be."""
        records = [change.after.record for change in changes if isinstance(change.after, PlacedRecord)]
        sources = self._unit.records.known_sources({record.provenance.source for record in records})
        named = {target for record in records for _, target, _ in references(record)}
        coming = {record.id: record.KIND for record in records}
        kinds = {**self._unit.records.kinds(named - coming.keys()), **coming}
        leading = self._unit.records.leading_hours(record.id for record in records if isinstance(record, Location))
        closed = {**self._closed, "source": sources}
        for record in records:
            problems = list(dangling(record, kinds, closed))
            _refuse(next((one for one in problems if one.field not in _REFERENCES), None))
            if problems or _takes_hours(record) or record.id in leading:
                self._again.append(record.id)

    def refuse(self) -> None:
        """Raise `InvalidRecordError` where something is still loose when everything is there."""
        for record_id in self._again:
            record = self._unit.records.find(record_id)
            _refuse(self._unit.loose_end(record, {}) if record else None)


def _takes_hours(record: Record) -> bool:
    return isinstance(record, Location) and record.hours_of is not None


def _refuse(found: Problem | None) -> None:
    if found is not None:
        raise InvalidRecordError(found.msgid, value=found.value)
