"""The records of the catalogue in the database."""

from collections.abc import Iterable

import msgspec
from msgspec import structs
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Kind, Taxonomy
from desktop.store.dossiers import Dossiers, with_dependants
from desktop.store.mapping import fill, new_row, to_record
from desktop.store.search import keeping
from desktop.store.tables import EntryRow, SourceRow, SynonymRow, TermRow
from desktop.store.tables.catalogue import TermNameRow, TermTranslationRow


class Records:
    """Reads and writes records inside one transaction; whatever it writes, the search knows at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

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

    def ids(self) -> tuple[RecordId, ...]:
        """The ids of all records."""
        return tuple(self._session.scalars(select(EntryRow.id).order_by(EntryRow.id)))

    def counts(self) -> dict[Kind, int]:
        """How many records there are of each kind."""
        query = select(EntryRow.record_kind, func.count()).group_by(EntryRow.record_kind)
        found = {row[0]: row[1] for row in self._session.execute(query)}
        return {kind: found.get(kind, 0) for kind in Kind}

    def put(self, records: Iterable[Record]) -> None:
        """Add records, or overwrite those with the same id; the search index follows."""
        written = tuple(records)
        ids = [record.id for record in written]
        before = with_dependants(self._session, ids)
        last = self._session.scalar(select(func.max(EntryRow.position))) or 0
        for place, record in enumerate(written, last + 1):
            row = self._session.get(EntryRow, record.id)
            if row is None:
                row = new_row(record, place)
                self._session.add(row)
            fill(row, record)
        self._session.flush()
        keeping.refresh(self._session, list(dict.fromkeys([*before, *with_dependants(self._session, ids)])))

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Add or overwrite the texts that records come from."""
        for source in sources:
            self._session.merge(SourceRow(**{name: getattr(source, name) for name in source.__struct_fields__}))
        self._session.flush()

    def put_terms(self, taxonomy: Taxonomy, terms: Iterable[Term]) -> None:
        """Add or overwrite the terms of a closed list, in this order."""
        before = Dossiers(self._session).terms(taxonomy)
        for place, term in enumerate(terms):
            self._session.execute(
                delete(TermNameRow).where(TermNameRow.taxonomy == taxonomy, TermNameRow.term_id == term.id)
            )
            self._session.execute(
                delete(TermTranslationRow).where(
                    TermTranslationRow.taxonomy == taxonomy, TermTranslationRow.term_id == term.id
                )
            )
            names = [TermNameRow(position=at, name=name) for at, name in enumerate(term.alternate_names)]
            self._session.merge(TermRow(taxonomy=taxonomy, id=term.id, position=place, name=term.name, names=names))
            self._session.flush()
            self._session.add_all(
                TermTranslationRow(taxonomy=taxonomy, term_id=term.id, **structs.asdict(one))
                for one in term.translations
            )
        self._session.flush()
        self._session.expire_all()
        if Dossiers(self._session).terms(taxonomy) != before:
            keeping.invalidate(self._session)

    def put_synonyms(self, synonyms: Iterable[Synonym]) -> None:
        """Replace the everyday words by these; where that changes anything, the search index waits to be made anew."""
        written = tuple(synonyms)
        if keeping.read_synonyms(self._session) == written:
            return
        self._session.execute(delete(SynonymRow))
        rows = (SynonymRow(position=at, body=msgspec.json.encode(one).decode()) for at, one in enumerate(written))
        self._session.add_all(rows)
        keeping.invalidate(self._session)
