"""Takes a version of the shipped data into the database without touching what an office has edited."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace
from sqlalchemy import select

from desktop.domain.catalogue import Catalogue
from desktop.domain.plain import decoded, encoded
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.store.search import keeping
from desktop.store.state import DIGEST_KEY, VERSION_KEY
from desktop.store.tables import ShippedRow, StateRow
from desktop.store.unit_of_work import Unit


class Refilled(msgspec.Struct, frozen=True):
    """What a version of the shipped data did to the database, as ids."""

    added: tuple[RecordId, ...] = ()
    updated: tuple[RecordId, ...] = ()
    kept: tuple[RecordId, ...] = ()
    withdrawn: tuple[RecordId, ...] = ()


def refill(unit: Unit, catalogue: Catalogue, digest: str) -> Refilled:
    """Add what is new, update what nobody edited, keep what an office changed, archive what is no longer shipped."""
    unit.records.put_sources(catalogue.sources)
    unit.records.put_synonyms(catalogue.synonyms)
    unit.records.put_terms(Taxonomy.SUBJECT, catalogue.subjects)
    unit.records.put_terms(Taxonomy.TARGET_GROUP, catalogue.target_groups)
    bases = {row.entry_id: decoded(row.body) for row in unit.session.scalars(select(ShippedRow))}
    here = {record.id: record for record in unit.records.all()}
    added, updated, kept, same = [], [], [], []
    for record in catalogue.records:
        base, local = bases.get(record.id), here.get(record.id)
        if base is None and local is None:
            added.append(record)
        elif local == record:
            same.append(record)
        elif base is None or local != base:
            if base != record:
                kept.append(record)
        else:
            updated.append(record)
    shipped = {record.id for record in catalogue.records}
    gone = [_archived(base) for base in bases.values() if base.id not in shipped and here.get(base.id) == base]
    withdrawn = [record for record in gone if here[record.id] != record]
    unit.records.put((*added, *updated, *withdrawn))
    _remember(unit, (*added, *updated, *withdrawn, *same))
    keeping.ensure(unit.session)
    unit.session.merge(StateRow(key=VERSION_KEY, value=str(catalogue.version)))
    unit.session.merge(StateRow(key=DIGEST_KEY, value=digest))
    return Refilled(_ids(added), _ids(updated), _ids(kept), _ids(withdrawn))


def _remember(unit: Unit, records: Iterable[Record]) -> None:
    """Remember records as shipped, so that a later edit can be told from them."""
    for record in records:
        unit.session.merge(ShippedRow(entry_id=record.id, body=encoded(record)))


def _archived(record: Record) -> Record:
    return replace(record, status=Status.ARCHIVED)


def _ids(records: Iterable[Record]) -> tuple[RecordId, ...]:
    return tuple(record.id for record in records)
