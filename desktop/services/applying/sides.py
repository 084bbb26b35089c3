"""One record, term or note of a look, field by field, as a person compares it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import fields

from desktop.domain.applying import Point
from desktop.domain.catalogue import references
from desktop.domain.change import PlacedRecord, PlacedTerm, term_key
from desktop.domain.difference import differences
from desktop.domain.errors import N_, UnknownRecordError
from desktop.domain.held import found_in
from desktop.domain.merging import WHOLE, merge
from desktop.domain.plain import decoded
from desktop.domain.record import Record, Term
from desktop.domain.vocabulary import Taxonomy
from desktop.services.applying.brought import of_package, of_program

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.applying import Look
    from desktop.domain.change import Item
    from desktop.domain.merging import Conflict
    from desktop.domain.note import CounterNote
    from desktop.services.applying.brought import Brought
    from desktop.store.unit_of_work import Unit

_NOT_SHOWN = frozenset({"id", "provenance"})


class Row(NamedTuple):
    """A field with its values; `point` is set where a person has to decide, `result` is what it becomes otherwise."""

    field: str
    base: Any
    ours: Any
    theirs: Any
    result: Any
    point: Point | None = None


class BothSides(NamedTuple):
    """What is here, what is there, and the fields in which they differ; `names` are those of what they refer to."""

    ours: Record | Term | None
    theirs: Record | Term | None
    rows: tuple[Row, ...]
    names: Mapping[str, str]
    note: CounterNote | None = None


def sides_of(unit: Unit, look: Look, key: str) -> BothSides:
    """Both sides of one finding as they are now; raises `UnknownRecordError` where there is none."""
    package = look.package
    if package is not None and key.startswith("note:"):
        note = next((one for one in package.notes if f"note:{one.id}" == key), None)
        return BothSides(None, None, (), {}, note)
    brought = of_package(unit, package) if package else of_program(unit)
    if key not in {finding.key for finding in look.findings}:
        return _taken(unit, brought, look, key)
    base, ours, theirs = _three(unit, brought, key)
    if ours is None and theirs is None:
        raise UnknownRecordError(N_("This record is not there any more."))
    merged = merge(base, ours, theirs)
    conflicts = [_conflict_row(key, one) for one in merged.conflicts]
    apart = {one.field for one in conflicts}
    rows = [row for row in _rows(base, ours, theirs, merged.result) if row.field not in apart and WHOLE not in apart]
    shown = [one for one in (base, ours, theirs) if one is not None]
    return BothSides(ours, theirs, (*conflicts, *rows), _names(unit, brought, shown))


def _taken(unit: Unit, brought: Brought, look: Look, key: str) -> BothSides:
    """What newer shipped data did at the start: before and after."""
    changes = unit.history.changes_of(look.deed) if look.deed is not None else ()
    change = next((one for one in changes if one.item.key == key), None)
    if change is None:
        raise UnknownRecordError(N_("This record is not there any more."))
    before, after = (_content(item) for item in (change.before, change.after))
    rows = tuple(_rows(before, before, after, after))
    return BothSides(before, after, rows, _names(unit, brought, [one for one in (before, after) if one is not None]))


def _content(item: Item | None) -> Record | Term | None:
    if isinstance(item, PlacedRecord):
        return item.record
    return item.term if isinstance(item, PlacedTerm) else None


def _three(unit: Unit, brought: Brought, key: str) -> tuple[Any, Any, Any]:
    body = brought.bases(unit, [key]).get(key)
    for taxonomy in Taxonomy:
        term_id = key.removeprefix(term_key(taxonomy, ""))
        if term_id != key:
            base = msgspec.json.decode(body, type=Term) if body else None
            here = unit.terms.find(taxonomy, term_id)
            theirs = next((term for term in brought.terms[taxonomy] if term.id == term_id), None)
            return base, here.term if here else None, theirs
    found = found_in(brought.records, key)
    if found is not None and key in brought.withdrawn:
        found = None
    ours = unit.records.find(key)
    return decoded(body) if body else None, ours, found and brought.said_of(found, ours)


def _conflict_row(key: str, one: Conflict) -> Row:
    return Row(one.field, one.base, one.ours, one.theirs, None, Point(key, one.field))


def _rows(base: Any, ours: Any, theirs: Any, result: Any) -> Iterator[Row]:
    """The fields that differ; of what is on one side alone all that it says."""
    if isinstance(ours, Record) and isinstance(theirs, Record) and type(ours) is type(theirs):
        known = {one.field: one for one in differences(ours, theirs) if one.field != "id"}
        for field, one in known.items():
            yield Row(field, _value(base, field), one.before, one.after, _value(result, field))
        return
    for name in (one.name for one in fields(theirs or ours)):
        mine, others = (getattr(side, name, None) for side in (ours, theirs))
        if mine != others and (mine or others) and name not in _NOT_SHOWN:
            yield Row(name, _value(base, name), mine, others, _value(result, name))


def _value(record: Any, field: str) -> Any:
    outer, _, inner = field.partition(".")
    found = getattr(record, outer, None)
    return getattr(found, inner, None) if inner else found


def _names(unit: Unit, brought: Brought, shown: Iterable[Record | Term]) -> dict[str, str]:
    """The names of the records, terms and sources that some records refer to."""
    records = [one for one in shown if isinstance(one, Record)]
    wanted = {target for record in records for _, target, _ in references(record)}
    coming = {one: record.name for one in wanted if (record := found_in(brought.records, one)) is not None}
    terms = {term.id: term.name for several in brought.terms.values() for term in several}
    here = {item.term.id: item.term.name for taxonomy in Taxonomy for item in unit.terms.all(taxonomy)}
    return {**coming, **terms, **unit.records.source_titles(), **here, **unit.records.names(wanted)}
