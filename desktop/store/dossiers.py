"""Records with everything that is read beside them, gathered with few queries for many records."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.dossier import Dossier, Reference
from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import LocationRole, Status, Taxonomy
from desktop.store.mapping import to_record
from desktop.store.tables import EntryRow, SourceRow, TermRow
from desktop.store.tables.catalogue import TermTranslationRow
from desktop.store.tables.entries import LocationRow, PersonRow
from desktop.store.tables.parts import RelationRow

_IN_USE = EntryRow.status != Status.ARCHIVED


class Dossiers:
    """Reads dossiers inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, ids: Iterable[RecordId]) -> tuple[Dossier, ...]:
        """The dossiers of the records with these ids, in this order; unknown ids are passed over."""
        wanted = list(dict.fromkeys(ids))
        found = self._records(wanted)
        records = [found[record_id] for record_id in wanted if record_id in found]
        owners = self._records({record.organization_id for record in records if isinstance(record, Location)})
        persons = self._persons(found)
        locations = self._locations({*owners, *found})
        related = self._related(records)
        names = self._references({other for others in related.values() for other in others})
        sources = self._sources()
        subjects = self._translated(Taxonomy.SUBJECT, {term for record in records for term in record.subject_ids})
        groups = self._translated(
            Taxonomy.TARGET_GROUP, {term for record in records for term in record.target_group_ids}
        )
        return tuple(
            Dossier(
                record=record,
                source=sources[record.provenance.source],
                subjects=_known(subjects, record.subject_ids),
                target_groups=_known(groups, record.target_group_ids),
                persons=tuple(persons[record.id]),
                organization=_owner(record, owners),
                locations=tuple(locations[_organization_id(record)]),
                related=tuple(names[other] for other in related[record.id]),
            )
            for record in records
        )

    def to_search(self, ids: Iterable[RecordId]) -> tuple[Dossier, ...]:
        """The same with only what records are searched by: no other locations, no links, no translated terms."""
        wanted = list(dict.fromkeys(ids))
        found = self._records(wanted)
        records = [found[record_id] for record_id in wanted if record_id in found]
        owners = self._records({record.organization_id for record in records if isinstance(record, Location)})
        persons, sources = self._persons(found), self._sources()
        return tuple(
            Dossier(
                record=record,
                source=sources[record.provenance.source],
                persons=tuple(persons[record.id]),
                organization=_owner(record, owners),
            )
            for record in records
        )

    def terms(self, taxonomy: Taxonomy) -> dict[RecordId, Term]:
        """The terms of a closed list by id, in the list's order, in German alone."""
        query = select(TermRow).where(TermRow.taxonomy == taxonomy).order_by(TermRow.position)
        return {
            row.id: Term(id=row.id, name=row.name, alternate_names=tuple(name.name for name in row.names))
            for row in self._session.scalars(query)
        }

    def _translated(self, taxonomy: Taxonomy, ids: Collection[RecordId]) -> dict[RecordId, Term]:
        """Some terms of a closed list with their names in all languages."""
        named = TermTranslationRow.taxonomy == taxonomy, TermTranslationRow.term_id.in_(ids)
        query = select(TermTranslationRow).where(*named).order_by(TermTranslationRow.language)
        found: dict[RecordId, list[Translation]] = defaultdict(list)
        for row in self._session.scalars(query) if ids else ():
            values = {name: getattr(row, name) for name in Translation.__struct_fields__}
            found[row.term_id].append(Translation(**values))
        terms = self.terms(taxonomy)
        return {term: replace(terms[term], translations=tuple(found[term])) for term in ids if term in terms}

    def _records(self, ids: Iterable[RecordId]) -> dict[RecordId, Record]:
        return {row.id: to_record(row) for row in entry_rows(self._session, ids)}

    def _persons(self, ids: Iterable[RecordId]) -> dict[RecordId, list[Person]]:
        query = select(PersonRow).where(PersonRow.belongs_to.in_(list(ids)), _IN_USE).order_by(PersonRow.position)
        found: dict[RecordId, list[Person]] = defaultdict(list)
        for row in self._session.scalars(query):
            person = to_record(row)
            assert isinstance(person, Person)
            found[person.belongs_to].append(person)
        return found

    def _locations(self, ids: Iterable[RecordId]) -> dict[RecordId, list[Location]]:
        """Locations by organisation, head offices first."""
        owned = LocationRow.organization_id.in_(list(ids))
        query = select(LocationRow).where(owned, _IN_USE).order_by(LocationRow.position)
        found: dict[RecordId, list[Location]] = defaultdict(list)
        for row in self._session.scalars(query):
            location = to_record(row)
            assert isinstance(location, Location)
            found[location.organization_id].append(location)
        for places in found.values():
            places.sort(key=lambda place: place.role is not LocationRole.HEAD_OFFICE)
        return found

    def _related(self, records: Iterable[Record]) -> dict[RecordId, list[RecordId]]:
        """The records each one points to, then those that point to it: a link is read from both ends."""
        found = {record.id: list(record.related_ids) for record in records}
        query = select(RelationRow.related_id, RelationRow.entry_id).where(RelationRow.related_id.in_(list(found)))
        for target, origin in self._session.execute(query.order_by(RelationRow.entry_id)):
            if origin not in found[target]:
                found[target].append(origin)
        return found

    def _references(self, ids: Iterable[RecordId]) -> dict[RecordId, Reference]:
        query = select(EntryRow.id, EntryRow.record_kind, EntryRow.name).where(EntryRow.id.in_(list(ids)))
        return {row.id: Reference(row.id, row.record_kind, row.name) for row in self._session.execute(query)}

    def _sources(self) -> dict[str, Source]:
        return {
            row.id: Source(**{name: getattr(row, name) for name in Source.__struct_fields__})
            for row in self._session.scalars(select(SourceRow))
        }


def entry_rows(session: Session, ids: Iterable[RecordId]) -> list[EntryRow]:
    """The rows of the records with these ids that there are; those that the transaction has read are not read again."""
    keys = {record_id: identity_key(EntryRow, record_id) for record_id in ids}
    known = [row for key in keys.values() if isinstance(row := session.identity_map.get(key), EntryRow)]
    missing = list(keys.keys() - {row.id for row in known})
    return [*known, *session.scalars(select(EntryRow).where(EntryRow.id.in_(missing)))] if missing else known


def with_dependants(session: Session, ids: Sequence[RecordId]) -> list[RecordId]:
    """These records and those that show something of them.

    An organisation is searched with its locations, a person with the record that names them.
    """
    locations = select(LocationRow.id).where(LocationRow.organization_id.in_(ids))
    owners = select(PersonRow.belongs_to).where(PersonRow.id.in_(ids))
    return list(dict.fromkeys([*ids, *session.scalars(locations), *session.scalars(owners)]))


def _known(terms: dict[RecordId, Term], ids: Sequence[RecordId]) -> tuple[Term, ...]:
    return tuple(terms[term] for term in ids if term in terms)


def _organization_id(record: Record) -> RecordId:
    return record.organization_id if isinstance(record, Location) else record.id


def _owner(record: Record, owners: dict[RecordId, Record]) -> Organization | None:
    owner = owners.get(_organization_id(record)) if isinstance(record, Location) else None
    assert owner is None or isinstance(owner, Organization)
    return owner
