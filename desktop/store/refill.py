"""Takes a version of the shipped data into the database without touching what an office has edited."""

from collections.abc import Iterable

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


def refill(unit: Unit, catalogue: Catalogue, digest: str) -> Refilled:
    """Add what is new, update what nobody edited, keep what an office changed, archive what is no longer shipped.

    What an office changed becomes what is shipped by now as soon as its edits are taken back. What names something
    that the office has removed comes without it, or not at all while it cannot be without it.
    """
    unit.records.put_sources(catalogue.sources)
    unit.records.put_synonyms(catalogue.synonyms)
    _refill_terms(unit, Taxonomy.SUBJECT, catalogue.subjects)
    _refill_terms(unit, Taxonomy.TARGET_GROUP, catalogue.target_groups)
    shipped = {record.id for record in catalogue.records}
    bases = unit.shipped.bases()
    here = {record.id: record for record in unit.records.all()}
    added, updated, kept, same = [], [], [], []
    new = [record for record in catalogue.records if record.id not in bases and record.id not in here]
    fitting = Fitting(unit.terms.ids(), here.values(), new)
    for whole in catalogue.records:
        if (record := fitting.fitted(whole)) is None:
            if whole.id in here:
                kept.append(whole)
            continue
        base, local = bases.get(record.id), here.get(record.id)
        if base is None and local is None:
            added.append(record)
        elif local == record:
            same.append(record)
        elif base is None or local != base:
            if base != record:
                kept.append(record)
            unit.shipped.let_wait(record.id, encoded(record))
        else:
            updated.append(record)
    gone = [_archived(base) for base in bases.values() if base.id not in shipped and here.get(base.id) == base]
    withdrawn = [record for record in gone if here[record.id] != record]
    for base in (base for base in bases.values() if base.id not in shipped and here.get(base.id) != base):
        unit.shipped.let_wait(base.id, encoded(_archived(base)))
    unit.records.put((*added, *updated, *withdrawn))
    _remember(unit, (*added, *updated, *withdrawn, *same))
    keeping.ensure(unit.rows)
    unit.remember({VERSION_KEY: str(catalogue.version), DIGEST_KEY: digest})
    return Refilled(_ids(added), _ids(updated), _ids(kept), _ids(withdrawn))


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


def _remember(unit: Unit, records: Iterable[Record]) -> None:
    """Remember records as shipped, so that a later edit can be told from them."""
    for record in records:
        unit.shipped.remember(record.id, encoded(record))


def _archived(record: Record) -> Record:
    return replace(record, status=Status.ARCHIVED)


def _ids(records: Iterable[Record]) -> tuple[RecordId, ...]:
    return tuple(record.id for record in records)
