"""The two closed lists in the database."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import structs
from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from desktop.domain.change import PlacedTerm
from desktop.domain.record import RecordId, Term
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Taxonomy
from desktop.store.dossiers import with_dependants
from desktop.store.search import keeping
from desktop.store.tables import TermRow
from desktop.store.tables.catalogue import TermNameRow, TermTranslationRow
from desktop.store.tables.parts import ClassificationRow, StatementSubjectRow


class Terms:
    """Reads and writes terms inside one transaction; whatever it writes, the search knows at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, taxonomy: Taxonomy) -> tuple[PlacedTerm, ...]:
        """The terms of a list in its order, with their names in all languages."""
        said = select(TermTranslationRow).where(TermTranslationRow.taxonomy == taxonomy)
        translations: dict[RecordId, list[Translation]] = defaultdict(list)
        for row in self._session.scalars(said.order_by(TermTranslationRow.language)):
            values = {name: getattr(row, name) for name in Translation.__struct_fields__}
            translations[row.term_id].append(Translation(**values))
        query = select(TermRow).where(TermRow.taxonomy == taxonomy).order_by(TermRow.position, TermRow.id)
        return tuple(
            PlacedTerm(row.position, taxonomy, _term(row, translations[row.id])) for row in self._session.scalars(query)
        )

    def ids(self) -> dict[Taxonomy, frozenset[RecordId]]:
        """The ids of the terms of both lists."""
        found = self._session.execute(select(TermRow.taxonomy, TermRow.id)).all()
        return {taxonomy: frozenset(row[1] for row in found if row[0] is taxonomy) for taxonomy in Taxonomy}

    def find(self, taxonomy: Taxonomy, term_id: RecordId) -> PlacedTerm | None:
        """The term with this id, if there is one."""
        return next((placed for placed in self.all(taxonomy) if placed.term.id == term_id), None)

    def users(self, taxonomy: Taxonomy, term_id: RecordId) -> tuple[RecordId, ...]:
        """The ids of the records that are filed under a term, as a whole or in one of their statements."""
        filed = select(ClassificationRow.entry_id).where(*_is(ClassificationRow, taxonomy, term_id))
        said = select(StatementSubjectRow.entry_id).where(*_is(StatementSubjectRow, taxonomy, term_id))
        return tuple(self._session.scalars(filed.union(said)))

    def put(self, items: Iterable[PlacedTerm], gone: Iterable[PlacedTerm] = ()) -> None:
        """Write terms and remove others, which no record may be filed under; the records filed under them follow."""
        touched: dict[RecordId, None] = {}
        for item in items:
            self._write(item)
            touched.update(dict.fromkeys(self.users(item.taxonomy, item.term.id)))
        for item in gone:
            self._session.execute(delete(TermRow).where(TermRow.taxonomy == item.taxonomy, TermRow.id == item.term.id))
        self._session.flush()
        self._session.expire_all()
        keeping.refresh(self._session, with_dependants(self._session, list(touched)))

    def put_shipped(self, taxonomy: Taxonomy, items: Iterable[PlacedTerm]) -> None:
        """Add or overwrite terms of a list; where that changes anything, the index waits to be made anew."""
        before = self.all(taxonomy)
        for item in items:
            self._write(item)
        self._session.flush()
        self._session.expire_all()
        if _names(self.all(taxonomy)) != _names(before):
            keeping.invalidate(self._session)

    def next_position(self, taxonomy: Taxonomy) -> int:
        """The place behind all terms of a list."""
        last = self._session.scalar(select(func.max(TermRow.position)).where(TermRow.taxonomy == taxonomy))
        return 0 if last is None else last + 1

    def _write(self, item: PlacedTerm) -> None:
        taxonomy, term = item.taxonomy, item.term
        for part in (TermNameRow, TermTranslationRow):
            self._session.execute(delete(part).where(*_is(part, taxonomy, term.id)))
        names = [TermNameRow(position=at, name=name) for at, name in enumerate(term.alternate_names)]
        row = TermRow(taxonomy=taxonomy, id=term.id, position=item.position, name=term.name, names=names)
        self._session.merge(row)
        self._session.flush()
        self._session.add_all(
            TermTranslationRow(taxonomy=taxonomy, term_id=term.id, **structs.asdict(one)) for one in term.translations
        )


_OfTerm = type[TermNameRow] | type[TermTranslationRow] | type[ClassificationRow] | type[StatementSubjectRow]


def _is(row: _OfTerm, taxonomy: Taxonomy, term_id: RecordId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return row.taxonomy == taxonomy, row.term_id == term_id


def _term(row: TermRow, translations: Iterable[Translation]) -> Term:
    names = tuple(name.name for name in row.names)
    return Term(id=row.id, name=row.name, alternate_names=names, translations=tuple(translations))


def _names(items: Iterable[PlacedTerm]) -> list[tuple[object, ...]]:
    return [(item.position, item.term.id, item.term.name, item.term.alternate_names) for item in items]
