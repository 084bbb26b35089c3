"""The records of the catalogue in the database."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import delete, func, or_, select, union
from sqlalchemy.orm import Session

from desktop.domain.change import PlacedRecord
from desktop.domain.plain import decoded
from desktop.domain.provenance import Source
from desktop.domain.record import Name, Record, RecordId
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Kind
from desktop.store.dossiers import entry_rows, with_dependants
from desktop.store.mapping import fill, new_row, to_record
from desktop.store.search import keeping
from desktop.store.tables import EntryRow, ShippedRow, SourceRow, SynonymRow
from desktop.store.tables.entries import LocationRow, PartnerRow, PersonRow
from desktop.store.tables.parts import RelationRow


class Records:
    """Reads and writes records inside one transaction; whatever it writes, the search knows at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: list[EntryRow] = []
        """What is about to be written: the session forgets rows that nobody holds, and would read them again."""

    def find(self, record_id: RecordId) -> Record | None:
        """The record with this id, if there is one."""
        row = self._session.get(EntryRow, record_id)
        return to_record(row) if row else None

    def all(self, kind: Kind | None = None) -> tuple[Record, ...]:
        """All records, or those of one kind, in their shipped order."""
        query = select(EntryRow).order_by(EntryRow.position, EntryRow.id)
        if kind is not None:
            query = query.where(EntryRow.record_kind == kind)
        return tuple(to_record(row) for row in self._session.scalars(query))

    def placed(self, ids: Iterable[RecordId]) -> dict[RecordId, PlacedRecord]:
        """Those of the records with these ids that there are, each with its place."""
        rows = entry_rows(self._session, ids)
        self._read += rows
        return {row.id: PlacedRecord(row.position, to_record(row)) for row in rows}

    def shipped(self, record_id: RecordId) -> Record | None:
        """The record as it was last shipped, if it ever was."""
        row = self._session.get(ShippedRow, record_id)
        return decoded(row.body) if row else None

    def next_position(self) -> int:
        """The place behind all records."""
        return (self._session.scalar(select(func.max(EntryRow.position))) or 0) + 1

    def pointing_to(self, record_id: RecordId) -> tuple[Record, ...]:
        """The records that name this one."""
        related = select(RelationRow.entry_id).where(RelationRow.related_id == record_id)
        locations = select(LocationRow.id).where(
            or_(LocationRow.organization_id == record_id, LocationRow.hours_of == record_id)
        )
        persons = select(PersonRow.id).where(PersonRow.belongs_to == record_id)
        partners = select(PartnerRow.id).where(PartnerRow.network_id == record_id)
        named = union(related, locations, persons, partners)
        rows = self._session.scalars(select(EntryRow).where(EntryRow.id.in_(named)).order_by(EntryRow.position))
        return tuple(to_record(row) for row in rows)

    def taking_hours(self, record_id: RecordId) -> tuple[Record, ...]:
        """The locations that take over the hours of this one."""
        rows = self._session.scalars(select(LocationRow).where(LocationRow.hours_of == record_id))
        return tuple(to_record(row) for row in rows)

    def ids(self) -> tuple[RecordId, ...]:
        """The ids of all records."""
        return tuple(self._session.scalars(select(EntryRow.id).order_by(EntryRow.id)))

    def kinds(self, ids: Iterable[RecordId]) -> dict[RecordId, Kind]:
        """The kinds of those of the records with these ids that there are."""
        query = select(EntryRow.id, EntryRow.record_kind).where(EntryRow.id.in_(list(ids)))
        return {row[0]: row[1] for row in self._session.execute(query)}

    def names(self, ids: Iterable[RecordId]) -> dict[RecordId, Name]:
        """The names of those of the records with these ids that there are."""
        query = select(EntryRow.id, EntryRow.name).where(EntryRow.id.in_(list(ids)))
        return {row[0]: row[1] for row in self._session.execute(query)}

    def source_ids(self) -> frozenset[str]:
        """The ids of all texts that records come from."""
        return frozenset(self._session.scalars(select(SourceRow.id)))

    def source_titles(self) -> dict[str, str]:
        """What the texts are called that records come from, by their ids."""
        rows = self._session.execute(select(SourceRow.id, SourceRow.title))
        return {row[0]: row[1] for row in rows}

    def counts(self) -> dict[Kind, int]:
        """How many records there are of each kind."""
        query = select(EntryRow.record_kind, func.count()).group_by(EntryRow.record_kind)
        found = {row[0]: row[1] for row in self._session.execute(query)}
        return {kind: found.get(kind, 0) for kind in Kind}

    def put(self, records: Iterable[Record]) -> None:
        """Add records, or overwrite those with the same id; the search index follows."""
        self.put_placed(PlacedRecord(place, record) for place, record in enumerate(records, self.next_position()))

    def put_placed(self, items: Iterable[PlacedRecord], gone: Iterable[RecordId] = ()) -> None:
        """Write records and remove others, each new one at its place; the search index follows.

        Whoever removes a record sees to it that no other one names it.
        """
        written, removed = tuple(items), tuple(gone)
        ids = [*(item.key for item in written), *removed]
        before = with_dependants(self._session, ids)
        for item in written:
            row = self._session.get(EntryRow, item.key)
            if row is None:
                row = new_row(item.record, item.position)
                self._session.add(row)
                fill(row, item.record)
            else:
                fill(row, item.record, to_record(row))
            self._read.append(row)
        self._remove(removed)
        self._session.flush()
        touched = dict.fromkeys([*before, *with_dependants(self._session, ids)])
        keeping.refresh(self._session, [found for found in touched if found not in removed], removed)
        self._read.clear()

    def _remove(self, ids: Sequence[RecordId]) -> None:
        for record_id in ids:
            row = self._session.get(EntryRow, record_id)
            if row is not None:
                self._session.delete(row)

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Add or overwrite the texts that records come from."""
        for source in sources:
            self._session.merge(SourceRow(**{name: getattr(source, name) for name in source.__struct_fields__}))
        self._session.flush()

    def put_synonyms(self, synonyms: Iterable[Synonym]) -> None:
        """Replace the everyday words by these; where that changes anything, the search index waits to be made anew."""
        written = tuple(synonyms)
        if keeping.read_synonyms(self._session) == written:
            return
        self._session.execute(delete(SynonymRow))
        rows = (SynonymRow(position=at, body=msgspec.json.encode(one).decode()) for at, one in enumerate(written))
        self._session.add_all(rows)
        keeping.invalidate(self._session)
