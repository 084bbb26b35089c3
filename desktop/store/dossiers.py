"""Records with everything that is read beside them, gathered with few queries for many records."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.dossier import Dossier, Reference
from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.vocabulary import Kind, LocationRole, Taxonomy
from desktop.store.failures import rows_read
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.shapes import Shape
from desktop.store.tables.catalogue import SOURCE
from desktop.store.term_rows import terms_where

_SOURCE = Shape(SOURCE)
_PERSONS = f"entry.id IN (SELECT id FROM person WHERE belongs_to IN {AMONG}) AND entry.status <> 'archived'"
_LOCATIONS = f"entry.id IN (SELECT id FROM location WHERE organization_id IN {AMONG}) AND entry.status <> 'archived'"


class Dossiers:
    """Reads dossiers inside one transaction; whoever reads very many may keep the `owners` of the locations."""

    def __init__(self, rows: RecordRows, owners: RecordRows | None = None) -> None:
        self._rows = rows
        self._owning = owners or rows
        self._driver = rows.driver

    @rows_read()
    def find(self, ids: Iterable[RecordId]) -> tuple[Dossier, ...]:
        """The dossiers of the records with these ids, in this order; unknown ids are passed over."""
        wanted = list(dict.fromkeys(ids))
        found = self._records(wanted)
        records = [found[record_id] for record_id in wanted if record_id in found]
        owners = self._owners(records)
        persons = self._persons(found)
        locations = self._locations({*owners, *found})
        related = self._related(records)
        names = self._references({other for others in related.values() for other in others})
        sources, terms = self._sources(records), self._terms(records)
        return tuple(
            Dossier(
                record=record,
                source=sources[record.provenance.source],
                subjects=_known(terms, Taxonomy.SUBJECT, record.subject_ids),
                target_groups=_known(terms, Taxonomy.TARGET_GROUP, record.target_group_ids),
                persons=tuple(persons[record.id]),
                organization=_owner(record, owners),
                locations=tuple(locations[_organization_id(record)]),
                related=tuple(names[other] for other in related[record.id]),
            )
            for record in records
        )

    @rows_read()
    def to_search(self, ids: Iterable[RecordId]) -> tuple[Dossier, ...]:
        """The same with only what records are searched by: no other locations, no links, no terms."""
        wanted = list(dict.fromkeys(ids))
        found = self._records(wanted)
        records = [found[record_id] for record_id in wanted if record_id in found]
        owners = self._owners(records)
        persons, sources = self._persons(found), self._sources(records)
        return tuple(
            Dossier(
                record=record,
                source=sources[record.provenance.source],
                persons=tuple(persons[record.id]),
                organization=_owner(record, owners),
            )
            for record in records
        )

    def _records(self, ids: Iterable[RecordId]) -> dict[RecordId, Record]:
        return {record_id: item.record for record_id, item in self._rows.placed(ids).items()}

    def _owners(self, records: Iterable[Record]) -> dict[RecordId, Record]:
        ids = {record.organization_id for record in records if isinstance(record, Location)}
        return {record_id: item.record for record_id, item in self._owning.placed(ids).items()}

    def _persons(self, ids: Collection[RecordId]) -> dict[RecordId, list[Person]]:
        found: dict[RecordId, list[Person]] = defaultdict(list)
        for item in self._rows.where(_PERSONS, listed(ids)):
            assert isinstance(item.record, Person)
            found[item.record.belongs_to].append(item.record)
        return found

    def _locations(self, ids: Collection[RecordId]) -> dict[RecordId, list[Location]]:
        """Locations by organisation, head offices first."""
        found: dict[RecordId, list[Location]] = defaultdict(list)
        for item in self._rows.where(_LOCATIONS, listed(ids)):
            assert isinstance(item.record, Location)
            found[item.record.organization_id].append(item.record)
        for places in found.values():
            places.sort(key=lambda place: place.role is not LocationRole.HEAD_OFFICE)
        return found

    def _related(self, records: Iterable[Record]) -> dict[RecordId, list[RecordId]]:
        """The records each one points to, then those that point to it: a link is read from both ends."""
        found = {record.id: list(record.related_ids) for record in records}
        query = f"SELECT related_id, entry_id FROM relation WHERE related_id IN {AMONG} ORDER BY entry_id"
        for target, origin in self._driver.execute(query, (listed(found),)):
            if origin not in found[target]:
                found[target].append(origin)
        return found

    def _references(self, ids: Collection[RecordId]) -> dict[RecordId, Reference]:
        query = f"SELECT id, record_kind, name FROM entry WHERE id IN {AMONG}"
        found = self._driver.execute(query, (listed(ids),))
        return {record_id: Reference(record_id, Kind(kind), name) for record_id, kind, name in found}

    def _sources(self, records: Iterable[Record]) -> dict[str, Source]:
        ids = {record.provenance.source for record in records}
        query = f"SELECT {', '.join(_SOURCE.named)} FROM source WHERE id IN {AMONG}"
        return {row[0]: Source(**_SOURCE.values(row)) for row in self._driver.execute(query, (listed(ids),))}

    def _terms(self, records: Iterable[Record]) -> dict[tuple[Taxonomy, RecordId], Term]:
        ids = {term for record in records for term in (*record.subject_ids, *record.target_group_ids)}
        found = terms_where(self._driver, f"id IN {AMONG}", listed(ids)) if ids else ()
        return {(item.taxonomy, item.term.id): item.term for item in found}


def with_dependants(driver: sqlite3.Connection, ids: Sequence[RecordId]) -> list[RecordId]:
    """These records and those that show something of them.

    An organisation is searched with its locations, a person with the record that names them.
    """
    locations = f"SELECT id FROM location WHERE organization_id IN {AMONG}"
    owners = f"SELECT belongs_to FROM person WHERE id IN {AMONG}"
    found = driver.execute(f"{locations} UNION ALL {owners}", (listed(ids), listed(ids)))
    return list(dict.fromkeys([*ids, *(record_id for (record_id,) in found)]))


def _known(
    terms: Mapping[tuple[Taxonomy, RecordId], Term], taxonomy: Taxonomy, ids: Iterable[RecordId]
) -> tuple[Term, ...]:
    return tuple(terms[taxonomy, term] for term in ids if (taxonomy, term) in terms)


def _organization_id(record: Record) -> RecordId:
    return record.organization_id if isinstance(record, Location) else record.id


def _owner(record: Record, owners: dict[RecordId, Record]) -> Organization | None:
    owner = owners.get(_organization_id(record)) if isinstance(record, Location) else None
    assert owner is None or isinstance(owner, Organization)
    return owner
