"""Looks up records that may be the same as one; names and numbers by their indexes."""

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.orm import Session

from desktop.domain.duplicates import names_of
from desktop.domain.reach import Reachable
from desktop.domain.record import Record, RecordId
from desktop.store.mapping import to_record
from desktop.store.search.facets import KIND_NUMBERS
from desktop.store.tables import EntryRow
from desktop.store.tables.parts import EmailRow, PhoneRow

_MOST = 50
"""Of those that share a number with half the country, so many are enough to look at."""
_NAMED = text(
    "SELECT DISTINCT entry_id FROM search_name JOIN search_entry USING (number)"
    " WHERE search_name.is_archived = 0 AND search_name.kind = :kind AND search_name.key IN :keys LIMIT :most"
).bindparams(bindparam("keys", expanding=True))


def candidates(session: Session, record: Record) -> tuple[Record, ...]:
    """The records of the same kind that share a name, a mail address or a number with this one."""
    ids = list(dict.fromkeys([*_named(session, record), *_reached(session, record)]))
    query = select(EntryRow).where(EntryRow.id.in_(ids), EntryRow.record_kind == record.KIND)
    return tuple(to_record(row) for row in session.scalars(query.order_by(EntryRow.position)))


def _named(session: Session, record: Record) -> list[RecordId]:
    keys = {"kind": KIND_NUMBERS[record.KIND], "keys": sorted(names_of(record)), "most": _MOST}
    return list(session.execute(_NAMED, keys).scalars())


def _reached(session: Session, record: Record) -> list[RecordId]:
    """Addresses are kept in the case that people write them in: all are looked through (100,000 in 0.1 s)."""
    if not isinstance(record, Reachable):
        return []
    mails = {email.address.lower() for email in record.emails}
    numbers = {phone.e164 for phone in record.phones if phone.e164}
    found: list[RecordId] = []
    if mails:
        query = select(EmailRow.entry_id).where(func.lower(EmailRow.address).in_(mails))
        found += session.scalars(query.distinct().limit(_MOST))
    if numbers:
        query = select(PhoneRow.entry_id).where(PhoneRow.e164.in_(numbers))
        found += session.scalars(query.distinct().limit(_MOST))
    return found
