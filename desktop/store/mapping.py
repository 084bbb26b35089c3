"""Records into rows; part rows carry the field names of the records' parts, so one rule maps them all."""

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from desktop.domain.address import Address
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
LISTS: dict[str, tuple[Shape, str, dict[str, str]]] = {
    "alternate_names": (Shape(parts.ALTERNATE_NAME), "name", {}),
    "languages": (Shape(parts.LANGUAGE), "name", {}),
    "towns": (Shape(parts.TOWN), "name", {}),
    "related_ids": (Shape(parts.RELATION), "related_id", {}),
    "subject_ids": (_FILED, "term_id", {"taxonomy": Taxonomy.SUBJECT.value}),
    "target_group_ids": (_FILED, "term_id", {"taxonomy": Taxonomy.TARGET_GROUP.value}),
}
"""Lists of mere texts: the table, the column of the text, and what else stands in the row."""
_TOPIC = Taxonomy.SUBJECT.value
_Rows = Callable[[RecordId, Sequence[Any]], list[Row]]
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
_read_own = {kind: (shape, attrgetter(*shape.columns)) for kind, shape in KINDS.items()}
_read_said = attrgetter(*SAID.columns[3:])


def fields_of(record: Record, before: Record | None) -> frozenset[str]:
    """The fields of a record in which it differs from what it was before."""
    names = _names_of(type(record))
    if type(before) is not type(record):
        return names if before is None else names | _names_of(type(before))
    return frozenset(name for name in names if getattr(record, name) != getattr(before, name))


def rows_of(item: PlacedRecord, fields: frozenset[str]) -> dict[Shape, list[Row]]:
    """The rows that hold a record, as far as they are of these fields; tables without a row are left out."""
    key, record = item.key, item.record
    found: dict[Shape, list[Row]] = {ENTRY: [ENTRY.at_rest(_read_head(item))]}
    if own := _read_own.get(record.KIND):
        shape, read = own
        found[shape] = [shape.at_rest(read(record))]
    for field, shape, rows in _several(type(record)):
        if (values := getattr(record, field)) and field in fields:
            found.setdefault(shape, []).extend(rows(key, values))
    for section in record.SECTIONS:
        if (statements := getattr(record, section)) and section in fields:
            found.setdefault(SAID, []).extend(_said_rows(key, section, statements))
            found.setdefault(SUBJECTS, []).extend(_subject_rows(key, section, statements))
    return found


def _said_rows(key: RecordId, section: str, statements: Sequence[Statement]) -> list[Row]:
    return [SAID.at_rest((key, at, section, *_read_said(one))) for at, one in enumerate(statements)]


def _subject_rows(key: RecordId, section: str, statements: Sequence[Statement]) -> list[Row]:
    return [
        (key, at, section, nth, _TOPIC, term)
        for at, one in enumerate(statements)
        for nth, term in enumerate(one.subject_ids)
    ]


def _part_rows(shape: Shape) -> _Rows:
    read = attrgetter(*shape.columns[2:])
    return lambda key, values: [shape.at_rest((key, at, *read(part))) for at, part in enumerate(values)]


def _text_rows(more: Sequence[str]) -> _Rows:
    return lambda key, values: [(key, at, *more, text) for at, text in enumerate(values)]


@cache
def _several(kind: type[Record]) -> tuple[tuple[str, Shape, _Rows], ...]:
    """The fields that have a row for each of what they hold, each with its table and what makes the rows."""
    names = _names_of(kind)
    parts = [(field, shape, _part_rows(shape)) for field, (shape, _) in PARTS.items() if field in names]
    texts = [
        (field, shape, _text_rows([*more.values()])) for field, (shape, _, more) in LISTS.items() if field in names
    ]
    return (*parts, *texts)


@cache
def _names_of(kind: type[Struct]) -> frozenset[str]:
    """The fields of a record or a part; asking msgspec for more than their names takes half a millisecond."""
    return frozenset(kind.__struct_fields__)


@cache
def scalars(kind: type[Record]) -> frozenset[str]:
    """The fields but for the id that are one column of the record's own rows."""
    others = {"id", "provenance", *PARTS, *LISTS, *kind.SECTIONS}
    return _names_of(kind) - others
