"""Takes a version of the shipped data into the database without touching what an office has edited."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.change import PlacedTerm, term_key
from desktop.domain.plain import encoded
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.store.fitting import Fitting
from desktop.store.search import keeping
from desktop.store.state import DIGEST_KEY, VERSION_KEY
from desktop.store.unit_of_work import Unit


class Refilled(msgspec.Struct, frozen=True):
    """What a version of the shipped data did to the database, as ids."""

    added: tuple[RecordId, ...] = ()
    updated: tuple[RecordId, ...] = ()
    kept: tuple[RecordId, ...] = ()
    withdrawn: tuple[RecordId, ...] = ()


class _Apart(NamedTuple):
    """The shipped records, told apart by what has to be done with them."""

    added: list[Record]
    updated: list[Record]
    kept: list[Record]
    same: list[Record]


_Known = Mapping[RecordId, Record]


def refill(unit: Unit, catalogue: Catalogue, digest: str) -> Refilled:
    """Add what is new, update what nobody edited, keep what an office changed, archive what is no longer shipped.

    What an office changed becomes what is shipped by now as soon as its edits are taken back. What names something
    that the office has removed comes without it, or not at all while it cannot be without it.
    """
    unit.records.put_sources(catalogue.sources)
    unit.records.put_synonyms(catalogue.synonyms)
    _refill_terms(unit, Taxonomy.SUBJECT, catalogue.subjects)
    _refill_terms(unit, Taxonomy.TARGET_GROUP, catalogue.target_groups)
    bases = unit.shipped.bases()
    here = {record.id: record for record in unit.records.all()}
    found = _told_apart(unit, catalogue.records, bases, here)
    withdrawn = _withdrawn(unit, {record.id for record in catalogue.records}, bases, here)
    unit.records.put((*found.added, *found.updated, *withdrawn))
    for record in (*found.added, *found.updated, *withdrawn, *found.same):
        unit.shipped.remember(record.id, encoded(record))
    keeping.ensure(unit.rows)
    unit.remember({VERSION_KEY: str(catalogue.version), DIGEST_KEY: digest})
    return Refilled(_ids(found.added), _ids(found.updated), _ids(found.kept), _ids(withdrawn))


def _told_apart(unit: Unit, records: Sequence[Record], bases: _Known, here: _Known) -> _Apart:
    """What to do with each shipped record; of those that the office keeps the new state waits."""
    found = _Apart([], [], [], [])
    new = [record for record in records if record.id not in bases and record.id not in here]
    fitting = Fitting(unit.terms.ids(), here.values(), new)
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


def _refill_terms(unit: Unit, taxonomy: Taxonomy, terms: Iterable[Term]) -> None:
    """The same for the terms of a closed list; none that is here ever goes, for records may be filed under it."""
    here = {placed.term.id: placed.term for placed in unit.terms.all(taxonomy)}
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


def _ids(records: Iterable[Record]) -> tuple[RecordId, ...]:
    return tuple(record.id for record in records)
