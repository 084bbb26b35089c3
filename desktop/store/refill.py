"""Takes a version of the shipped data into the database without touching what an office has edited."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue, outline_of
from desktop.domain.change import PROGRAM_NAME, Change, Deed, Item, PlacedRecord, PlacedTerm, term_key
from desktop.domain.plain import encoded
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.store.fitting import Fitting
from desktop.store.search import keeping
from desktop.store.state import DEED_KEY, DIGEST_KEY, SEEN_KEY, VERSION_KEY
from desktop.store.unit_of_work import Unit


class Refilled(msgspec.Struct, frozen=True):
    """What a version of the shipped data did to the database, as ids, and as changes that can be taken back."""

    added: tuple[RecordId, ...] = ()
    updated: tuple[RecordId, ...] = ()
    kept: tuple[RecordId, ...] = ()
    withdrawn: tuple[RecordId, ...] = ()
    changes: tuple[Change, ...] = ()


class _Apart(NamedTuple):
    """The shipped records, told apart by what has to be done with them."""

    added: list[Record]
    updated: list[Record]
    kept: list[Record]
    same: list[Record]


_Known = Mapping[RecordId, Record]


def take_newer(unit: Unit, catalogue: Catalogue, digest: str, now: datetime) -> None:
    """Refill the database as one deed that can be taken back; what an empty one is filled with is none."""
    before = unit.state()
    found = refill(unit, catalogue, digest)
    if VERSION_KEY not in before:
        unit.remember({SEEN_KEY: str(catalogue.version)})
        return
    unit.remember({SEEN_KEY: before.get(SEEN_KEY, before[VERSION_KEY]), DEED_KEY: ""})
    if found.changes:
        deed = unit.history.write(Deed.UPDATE, PROGRAM_NAME, now, found.changes)
        unit.shipped.tie(deed.number)
        unit.remember({DEED_KEY: str(deed.number)})


def refill(unit: Unit, catalogue: Catalogue, digest: str) -> Refilled:
    """Add what is new, update what nobody edited, keep what an office changed, archive what is no longer shipped.

    What an office changed becomes what is shipped by now as soon as its edits are taken back. What names something
    that the office has removed comes without it, or not at all while it cannot be without it.
    """
    unit.records.put_sources(catalogue.sources)
    unit.records.put_synonyms(catalogue.synonyms)
    terms = _refill_terms(unit, Taxonomy.SUBJECT, catalogue.subjects)
    terms += _refill_terms(unit, Taxonomy.TARGET_GROUP, catalogue.target_groups)
    bases = unit.shipped.bases()
    here = {record.id: record for record in unit.records.all()}
    found = _told_apart(unit, catalogue.records, bases, here)
    withdrawn = _withdrawn(unit, {record.id for record in catalogue.records}, bases, here)
    records = _put(unit, (*found.added, *found.updated, *withdrawn))
    for record in (*found.added, *found.updated, *withdrawn, *found.same):
        unit.shipped.remember(record.id, encoded(record))
    keeping.ensure(unit.rows)
    unit.remember({VERSION_KEY: str(catalogue.version), DIGEST_KEY: digest})
    changes = (*terms, *records)
    return Refilled(_ids(found.added), _ids(found.updated), _ids(found.kept), _ids(withdrawn), changes)


def _put(unit: Unit, records: Sequence[Record]) -> list[Change]:
    """Write records; what they were before and are now."""
    ids = [record.id for record in records]
    before = unit.records.placed(ids)
    free = unit.records.next_position()
    written = [
        PlacedRecord(before[record.id].position if record.id in before else place, record)
        for place, record in enumerate(records, free)
    ]
    unit.records.put_placed(written)
    return [Change(before=before.get(item.key), after=item) for item in written]


def _told_apart(unit: Unit, records: Sequence[Record], bases: _Known, here: _Known) -> _Apart:
    """What to do with each shipped record; of those that the office keeps the new state waits."""
    found = _Apart([], [], [], [])
    new = {one.id: outline_of(one) for one in records if one.id not in bases and one.id not in here}
    fitting = Fitting(unit.terms.ids(), {record.id: record.KIND for record in here.values()}, new)
    for whole in records:
        if (record := fitting.fitted(whole)) is None:
            if whole.id in here:
                found.kept.append(whole)
            continue
        base, local = bases.get(record.id), here.get(record.id)
        if base is None and local is None:
            found.added.append(record)
        elif local == record:
            found.same.append(record)
        elif base is None or local != base:
            if base != record:
                found.kept.append(record)
            unit.shipped.let_wait(record.id, encoded(record))
        else:
            found.updated.append(record)
    return found


def _withdrawn(unit: Unit, shipped: Collection[RecordId], bases: _Known, here: _Known) -> list[Record]:
    """What goes into the archive because it is no longer shipped; for what the office has edited that waits."""
    found = []
    for base in bases.values():
        if base.id in shipped:
            continue
        archived = replace(base, status=Status.ARCHIVED)
        if here.get(base.id) != base:
            unit.shipped.let_wait(base.id, encoded(archived))
        elif base != archived:
            found.append(archived)
    return found


def _refill_terms(unit: Unit, taxonomy: Taxonomy, terms: Iterable[Term]) -> list[Change]:
    """The same for the terms of a closed list; none that is here ever goes, for records may be filed under it."""
    placed = {item.term.id: item for item in unit.terms.all(taxonomy)}
    here = {term_id: item.term for term_id, item in placed.items()}
    bodies = unit.shipped.bodies()
    written = []
    for place, term in enumerate(terms):
        key, local = term_key(taxonomy, term.id), here.get(term.id)
        body = msgspec.json.encode(term).decode()
        base = msgspec.json.decode(bodies[key], type=Term) if key in bodies else None
        is_edited = base is not None and local not in (base, term)
        if local is not None or base is None:
            written.append(PlacedTerm(place, taxonomy, local if local and is_edited else term))
        (unit.shipped.let_wait if is_edited else unit.shipped.remember)(key, body)
    unit.terms.put_shipped(taxonomy, written)
    pairs: list[tuple[Item | None, PlacedTerm]] = [(placed.get(item.term.id), item) for item in written]
    return [Change(before=was, after=item) for was, item in pairs if here.get(item.term.id) != item.term]


def _ids(records: Iterable[Record]) -> tuple[RecordId, ...]:
    return tuple(record.id for record in records)
