"""Records into rows; part rows carry the field names of the records' parts, so one rule maps them all."""

from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from desktop.domain.address import Address
from desktop.domain.change import PlacedRecord
from desktop.domain.hours import Closure, Slot
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import DatedFact, Email, Link, Record, RecordId
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind, Taxonomy
from desktop.store.shapes import Row, Shape, at_rest
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
PARTS: dict[str, tuple[Shape, type[Struct]]] = {
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
LISTS: dict[str, tuple[Shape, str, dict[str, object]]] = {
    "alternate_names": (Shape(parts.ALTERNATE_NAME), "name", {}),
    "languages": (Shape(parts.LANGUAGE), "name", {}),
    "towns": (Shape(parts.TOWN), "name", {}),
    "related_ids": (Shape(parts.RELATION), "related_id", {}),
    "subject_ids": (_FILED, "term_id", {"taxonomy": Taxonomy.SUBJECT}),
    "target_group_ids": (_FILED, "term_id", {"taxonomy": Taxonomy.TARGET_GROUP}),
}
"""Lists of mere texts: the table, the column of the text, and what else stands in the row."""
_TOPIC = Taxonomy.SUBJECT.value
SAID, SUBJECTS = Shape(parts.STATEMENT), Shape(parts.STATEMENT_SUBJECT)
_SHAPES = (*(shape for shape, _ in PARTS.values()), *(shape for shape, _, _ in LISTS.values()), SAID, SUBJECTS)
SEVERAL = tuple(dict.fromkeys(_SHAPES))
"""The tables of what a record has several of."""
TABLES = (ENTRY, *KINDS.values(), *SEVERAL)
"""Every table that a record has rows in, each behind those that its rows need."""
ORIGIN = {name: {"source": "source_id", "url": "source_url"}.get(name, name) for name in Provenance.__struct_fields__}
"""Where a record comes from, each with its column of the common head."""
_ELSEWHERE = {
    "position": "position",
    "record_kind": "record.KIND",
    **{column: f"record.provenance.{name}" for name, column in ORIGIN.items()},
}
_read_head = attrgetter(*(_ELSEWHERE.get(column, f"record.{column}") for column in ENTRY.columns))
_read_own = {kind: attrgetter(*shape.columns) for kind, shape in KINDS.items()}
_read_part = {field: attrgetter(*shape.columns[2:]) for field, (shape, _) in PARTS.items()}
_read_said = attrgetter(*SAID.columns[3:])


def fields_of(record: Record, before: Record | None) -> frozenset[str]:
    """The fields of a record in which it differs from what it was before."""
    names = _names_of(type(record))
    if type(before) is not type(record):
        return names if before is None else names | _names_of(type(before))
    return frozenset(name for name in names if getattr(record, name) != getattr(before, name))


def rows_of(item: PlacedRecord, fields: frozenset[str]) -> dict[Shape, list[Row]]:
    """The rows that hold a record, as far as they are of these fields; tables without a row are left out."""
    record, kind = item.record, item.record.KIND
    found: dict[Shape, list[Row]] = {ENTRY: [at_rest(_read_head(item))]}
    if kind in KINDS:
        found[KINDS[kind]] = [at_rest(_read_own[kind](record))]
    for field in fields.intersection(_several(type(record))):
        if values := getattr(record, field):
            shape, rows = _part_rows(item.key, field, values)
            found.setdefault(shape, []).extend(rows)
    for section in fields.intersection(record.SECTIONS):
        for at, statement in enumerate(getattr(record, section)):
            found.setdefault(SAID, []).append(at_rest((item.key, at, section, *_read_said(statement))))
            terms = [(item.key, at, section, nth, _TOPIC, term) for nth, term in enumerate(statement.subject_ids)]
            found.setdefault(SUBJECTS, []).extend(terms)
    return found


def _part_rows(key: RecordId, field: str, values: Sequence[Any]) -> tuple[Shape, list[Row]]:
    if field in PARTS:
        read = _read_part[field]
        return PARTS[field][0], [at_rest((key, at, *read(part))) for at, part in enumerate(values)]
    shape, _, more = LISTS[field]
    return shape, [at_rest((key, at, *more.values(), text)) for at, text in enumerate(values)]


@cache
def _names_of(kind: type[Struct]) -> frozenset[str]:
    """The fields of a record or a part; asking msgspec for more than their names takes half a millisecond."""
    return frozenset(kind.__struct_fields__)


@cache
def scalars(kind: type[Record]) -> frozenset[str]:
    """The fields but for the id that are one column of the record's own rows."""
    others = {"id", "provenance", *PARTS, *LISTS, *kind.SECTIONS}
    return _names_of(kind) - others


@cache
def _several(kind: type[Record]) -> frozenset[str]:
    """The fields that have a row for each of what they hold."""
    return _names_of(kind) & {*PARTS, *LISTS}
