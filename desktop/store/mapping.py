"""Records into rows and back; part rows carry the field names of the records' parts, so one rule maps them all."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct

from desktop.domain.address import Address
from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.change import PlacedRecord
from desktop.domain.hours import Closure, Slot
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import DatedFact, Email, Link, Record, RecordId, Statement
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind, Taxonomy
from desktop.store.shapes import Row, Shape
from desktop.store.tables import entries, parts

ENTRY = Shape(entries.ENTRY)
KINDS = {
    Kind.MUNICIPALITY: Shape(entries.MUNICIPALITY),
    Kind.ORGANIZATION: Shape(entries.ORGANIZATION),
    Kind.LOCATION: Shape(entries.LOCATION),
    Kind.PERSON: Shape(entries.PERSON),
    Kind.PARTNER: Shape(entries.PARTNER),
}
"""The tables of the kinds that have columns of their own."""
_PARTS: dict[str, tuple[Shape, type[Struct]]] = {
    "addresses": (Shape(parts.ADDRESS), Address),
    "phones": (Shape(parts.PHONE), Phone),
    "emails": (Shape(parts.EMAIL), Email),
    "opening_hours": (Shape(parts.SLOT), Slot),
    "closures": (Shape(parts.CLOSURE), Closure),
    "links": (Shape(parts.LINK), Link),
    "dates": (Shape(parts.DATED_FACT), DatedFact),
    "flags": (Shape(parts.FLAG), Flag),
    "translations": (Shape(parts.TRANSLATION), Translation),
}
_FILED = Shape(parts.CLASSIFICATION)
_LISTS: dict[str, tuple[Shape, str, dict[str, object]]] = {
    "alternate_names": (Shape(parts.ALTERNATE_NAME), "name", {}),
    "languages": (Shape(parts.LANGUAGE), "name", {}),
    "towns": (Shape(parts.TOWN), "name", {}),
    "related_ids": (Shape(parts.RELATION), "related_id", {}),
    "subject_ids": (_FILED, "term_id", {"taxonomy": Taxonomy.SUBJECT}),
    "target_group_ids": (_FILED, "term_id", {"taxonomy": Taxonomy.TARGET_GROUP}),
}
"""Lists of mere texts: the table, the column of the text, and what else stands in the row."""
_SAID, _SUBJECTS = Shape(parts.STATEMENT), Shape(parts.STATEMENT_SUBJECT)
_SHAPES = (*(shape for shape, _ in _PARTS.values()), *(shape for shape, _, _ in _LISTS.values()), _SAID, _SUBJECTS)
SEVERAL = tuple(dict.fromkeys(_SHAPES))
"""The tables of what a record has several of."""
TABLES = (ENTRY, *KINDS.values(), *SEVERAL)
"""Every table that a record has rows in, each behind those that its rows need."""
_ORIGIN = ("lines", "as_of", "checked_on", "checked_by", "next_check")

Found = Mapping[Shape, Sequence[Sequence[Any]]]
"""The rows of one record by table, in their order and without the id of the record."""


def fields_of(record: Record, before: Record | None) -> frozenset[str]:
    """The fields of a record in which it differs from what it was before."""
    names = _names_of(type(record))
    if type(before) is not type(record):
        return names if before is None else names | _names_of(type(before))
    return frozenset(name for name in names if getattr(record, name) != getattr(before, name))


def rows_of(item: PlacedRecord, fields: frozenset[str]) -> dict[Shape, list[Row]]:
    """The rows that hold a record, as far as they are of these fields."""
    found: dict[Shape, list[Row]] = {shape: [] for shape in TABLES}
    for shape, values in chain(_own(item), _several(item.record, fields), _statements(item.record, fields)):
        found[shape].append(shape.row({"entry_id": item.key, **values}))
    return found


def _own(item: PlacedRecord) -> Iterator[tuple[Shape, dict[str, object]]]:
    yield ENTRY, _head(item)
    if item.record.KIND in KINDS:
        yield KINDS[item.record.KIND], _fields(item.record)


def _several(record: Record, fields: frozenset[str]) -> Iterator[tuple[Shape, dict[str, object]]]:
    fields &= _names_of(type(record))
    for field in fields & _PARTS.keys():
        for at, part in enumerate(getattr(record, field)):
            yield _PARTS[field][0], {"position": at, **_fields(part)}
    for field in fields & _LISTS.keys():
        shape, column, more = _LISTS[field]
        for at, text in enumerate(getattr(record, field)):
            yield shape, {"position": at, column: text, **more}


def _statements(record: Record, fields: frozenset[str]) -> Iterator[tuple[Shape, dict[str, object]]]:
    for section in fields.intersection(record.SECTIONS):
        for at, statement in enumerate(getattr(record, section)):
            place = {"position": at, "section": section}
            yield _SAID, {**place, **_fields(statement)}
            for nth, term in enumerate(statement.subject_ids):
                yield _SUBJECTS, {**place, "place": nth, "taxonomy": Taxonomy.SUBJECT, "term_id": term}


def _head(item: PlacedRecord) -> dict[str, object]:
    origin = item.record.provenance
    return {
        **_fields(item.record),
        "record_kind": item.record.KIND,
        "position": item.position,
        "source_id": origin.source,
        "source_url": origin.url,
        **{field: getattr(origin, field) for field in _ORIGIN},
    }


def record_of(record_id: RecordId, head: Mapping[str, Any], found: Found) -> Record:
    """The record that these rows hold; `head` are the values of its own one."""
    kind = RECORD_TYPES[head["record_kind"]]
    names = _names_of(kind)
    values: dict[str, Any] = {field: head[field] for field in _scalars(kind)}
    origin = {field: head[field] for field in _ORIGIN}
    values["provenance"] = Provenance(source=head["source_id"], url=head["source_url"], **origin)
    for field in names & _PARTS.keys():
        shape, part = _PARTS[field]
        values[field] = tuple(part(**shape.values(row[1:], begin=2)) for row in found[shape])
    for field in names & _LISTS.keys():
        shape, _, more = _LISTS[field]
        values[field] = tuple(text for *others, text in found[shape] if others[1:] == [*more.values()])
    if kind.SECTIONS:
        values |= _sections(kind, found)
    return kind(id=record_id, **values)


def _sections(kind: type[Record], found: Found) -> dict[str, tuple[Statement, ...]]:
    sections: dict[str, list[Statement]] = {section: [] for section in kind.SECTIONS}
    subjects: dict[tuple[int, str], list[RecordId]] = {}
    for position, section, _, _, term in found[_SUBJECTS]:
        subjects.setdefault((position, section), []).append(term)
    for position, section, *said in found[_SAID]:
        terms = tuple(subjects.get((position, section), ()))
        sections[section].append(Statement(subject_ids=terms, **_SAID.values(said, begin=3)))
    return {section: tuple(statements) for section, statements in sections.items()}


def _fields(struct: Struct) -> dict[str, object]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


def _names_of(kind: type[Struct]) -> frozenset[str]:
    """The fields of a record or a part; asking msgspec for more than their names takes half a millisecond."""
    return frozenset(kind.__struct_fields__)


@cache
def _scalars(kind: type[Record]) -> frozenset[str]:
    """The fields but for the id that are one column of the record's own rows."""
    others = {"id", "provenance", *_PARTS, *_LISTS, *kind.SECTIONS}
    return _names_of(kind) - others
