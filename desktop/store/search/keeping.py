"""Keeps the index in step with the records: in the transaction that changes them, or made anew from all of them."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.domain.document import Document, document_of
from desktop.domain.filing import title
from desktop.domain.folding import sort_key
from desktop.domain.record import RecordId, Term
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.store.dossiers import Dossiers
from desktop.store.failures import told
from desktop.store.search.index import Index
from desktop.store.search.tables import FORM, FORM_KEY
from desktop.store.tables import EntryRow, StateRow, SynonymRow

_BATCH = 200


def refresh(session: Session, ids: Sequence[RecordId], gone: Sequence[RecordId] = ()) -> None:
    """Write these records into the index and forget those that are gone; where they are most of all there are, the
    whole is made anew.
    """
    if not _is_sqlite(session):
        return
    if _are_most(session, len(ids)) or not _is_valid(session):
        rebuild(session)
        return
    changed = list(chain.from_iterable(documents(session, ids)))
    with told(_path(session)):
        Index(_driver(session)).refresh(changed, gone)


def _are_most(session: Session, changed: int) -> bool:
    """Whether that is more than half of all records; counting them all takes longer than writing one."""
    some = select(EntryRow.id).limit(2 * changed).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) < 2 * changed


def ensure(session: Session) -> None:
    """Make the index anew where it is not there, or not of this form, or waits for it."""
    if not _is_valid(session):
        rebuild(session)


def invalidate(session: Session) -> None:
    """Let the index be made anew before it is used: words have changed that many records are found by."""
    session.execute(delete(StateRow).where(StateRow.key == FORM_KEY))


def rebuild(session: Session) -> None:
    """Make the index anew from all records."""
    if not _is_sqlite(session):
        return
    session.flush()
    order = _order(session)
    with told(_path(session)):
        Index(_driver(session)).rebuild(order, documents(session, order))
    session.merge(StateRow(key=FORM_KEY, value=FORM))
    session.flush()


def _order(session: Session) -> list[RecordId]:
    """All records in the order of the lists, archived ones last."""
    query = select(EntryRow.id, EntryRow.status, EntryRow.record_kind, EntryRow.name, EntryRow.short_name)
    places = [
        (status is Status.ARCHIVED, sort_key(title(kind, name, short_name)), record_id)
        for record_id, status, kind, name, short_name in session.execute(query)
    ]
    return [record_id for _, _, record_id in sorted(places)]


def documents(session: Session, ids: Sequence[RecordId]) -> Iterator[list[Document]]:
    """The documents of these records as they should be, a batch at a time."""
    terms, synonyms, dossiers = _terms(session), read_synonyms(session), Dossiers(session)
    for start in range(0, len(ids), _BATCH):
        found = dossiers.to_search(ids[start : start + _BATCH])
        yield [document_of(dossier, terms, synonyms) for dossier in found]


def read_synonyms(session: Session) -> tuple[Synonym, ...]:
    """The everyday words in the database."""
    bodies = session.scalars(select(SynonymRow.body).order_by(SynonymRow.position))
    return tuple(msgspec.json.decode(body, type=Synonym) for body in bodies)


def _terms(session: Session) -> Mapping[RecordId, Term]:
    dossiers = Dossiers(session)
    return {term_id: term for taxonomy in Taxonomy for term_id, term in dossiers.terms(taxonomy).items()}


def _is_valid(session: Session) -> bool:
    return session.scalar(select(StateRow.value).where(StateRow.key == FORM_KEY)) == FORM


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _driver(session: Session) -> sqlite3.Connection:
    """The connection below the session, so that the index is written in the same transaction."""
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return connection


def _path(session: Session) -> Path:
    return Path(session.connection().engine.url.database or "")
