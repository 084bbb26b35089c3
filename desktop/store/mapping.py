"""Records into rows and back; part rows carry the field names of the records' parts, so one rule maps them all."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from desktop.domain.address import Address
from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.hours import Closure, Slot
from desktop.domain.phone import Phone
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import DatedFact, Email, Link, Record, Statement
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind, Taxonomy
from desktop.store.tables import EntryRow, entries, parts
from desktop.store.tables.declarative import Base

_ROW_TYPES: dict[Kind, type[EntryRow]] = {
    Kind.PROGRAMME: entries.ProgrammeRow,
    Kind.MUNICIPALITY: entries.MunicipalityRow,
    Kind.TOPIC: entries.TopicRow,
    Kind.ORGANIZATION: entries.OrganizationRow,
    Kind.LOCATION: entries.LocationRow,
    Kind.PERSON: entries.PersonRow,
    Kind.PRACTICE: entries.PracticeRow,
    Kind.NETWORK: entries.NetworkRow,
    Kind.PARTNER: entries.PartnerRow,
}
_PARTS: dict[str, tuple[type[Base], type[Struct]]] = {
    "addresses": (parts.AddressRow, Address),
    "phones": (parts.PhoneRow, Phone),
    "emails": (parts.EmailRow, Email),
    "opening_hours": (parts.SlotRow, Slot),
    "closures": (parts.ClosureRow, Closure),
    "links": (parts.LinkRow, Link),
    "dates": (parts.DatedFactRow, DatedFact),
    "flags": (parts.FlagRow, Flag),
    "translations": (parts.TranslationRow, Translation),
}
_NAMES: dict[str, type[Base]] = {
    "alternate_names": parts.AlternateNameRow,
    "languages": parts.LanguageRow,
    "towns": parts.TownRow,
}
TAXONOMIES = {"subject_ids": Taxonomy.SUBJECT, "target_group_ids": Taxonomy.TARGET_GROUP}
_ORIGIN = ("lines", "as_of", "checked_on", "checked_by", "next_check")


def new_row(record: Record, position: int) -> EntryRow:
    """An empty row of the record's kind."""
    return _ROW_TYPES[record.KIND](id=record.id, record_kind=record.KIND, position=position)


def fill(row: EntryRow, record: Record, before: Record | None = None) -> None:
    """Write a record into its row; parts that are no longer there are removed.

    What is the same as in `before`, the record that the row holds, is not written again.
    """
    names = frozenset(name for name in _names_of(type(record)) if not _is_same(name, record, before))
    for field in names & _scalars(type(record)):
        setattr(row, field, getattr(record, field))
    row.source_id, row.source_url = record.provenance.source, record.provenance.url
    for field in _ORIGIN:
        setattr(row, field, getattr(record.provenance, field))
    for field in names & _PARTS.keys():
        setattr(row, field, _numbered(_PARTS[field][0], getattr(record, field)))
    for field in names & _NAMES.keys():
        setattr(row, field, [_NAMES[field](position=at, name=name) for at, name in enumerate(getattr(record, field))])
    if names & TAXONOMIES.keys():
        row.classifications = _classifications(record)
    if "related_ids" in names:
        row.relations = [
            parts.RelationRow(position=at, related_id=other) for at, other in enumerate(record.related_ids)
        ]
    if names & set(record.SECTIONS):
        row.statements = [
            _statement_row(section, at, statement)
            for section, statements in record.sections()
            for at, statement in enumerate(statements)
        ]


def _is_same(field: str, record: Record, before: Record | None) -> bool:
    return before is not None and getattr(before, field) == getattr(record, field)


def _classifications(record: Record) -> list[parts.ClassificationRow]:
    return [
        parts.ClassificationRow(position=at, taxonomy=taxonomy, term_id=term)
        for field, taxonomy in TAXONOMIES.items()
        for at, term in enumerate(getattr(record, field))
    ]


def to_record(row: EntryRow) -> Record:
    """The record that a row holds."""
    kind = RECORD_TYPES[row.record_kind]
    names = _names_of(kind)
    values: dict[str, Any] = {field: getattr(row, field) for field in _scalars(kind)}
    origin = {field: getattr(row, field) for field in _ORIGIN}
    values["provenance"] = Provenance(source=row.source_id, url=row.source_url, **origin)
    for field in names & _PARTS.keys():
        values[field] = tuple(_part(_PARTS[field][1], part) for part in getattr(row, field))
    for field in names & _NAMES.keys():
        values[field] = tuple(part.name for part in getattr(row, field))
    for field, taxonomy in TAXONOMIES.items():
        values[field] = tuple(part.term_id for part in row.classifications if part.taxonomy is taxonomy)
    values["related_ids"] = tuple(part.related_id for part in row.relations)
    for section in kind.SECTIONS:
        values[section] = tuple(_statement(part) for part in row.statements if part.section == section)
    return kind(**values)


def _names_of(kind: type[Struct]) -> frozenset[str]:
    """The fields of a record or a part; asking msgspec for more than their names takes half a millisecond."""
    return frozenset(kind.__struct_fields__)


@cache
def _scalars(kind: type[Record]) -> frozenset[str]:
    """The fields that are one column of the record's own row."""
    others = {"provenance", "related_ids", *_PARTS, *_NAMES, *TAXONOMIES, *kind.SECTIONS}
    return _names_of(kind) - others


def _numbered(row_type: type[Base], found: Iterable[Struct]) -> list[Base]:
    return [
        row_type(position=at, **{name: getattr(part, name) for name in part.__struct_fields__})
        for at, part in enumerate(found)
    ]


def _part(kind: type[Struct], row: Base) -> Struct:
    return kind(**{name: getattr(row, name) for name in kind.__struct_fields__})


def _statement_row(section: str, position: int, statement: Statement) -> parts.StatementRow:
    subjects = [
        parts.StatementSubjectRow(place=at, taxonomy=Taxonomy.SUBJECT, term_id=term)
        for at, term in enumerate(statement.subject_ids)
    ]
    return parts.StatementRow(
        section=section,
        position=position,
        title=statement.title,
        text=statement.text,
        lines=statement.lines,
        subjects=subjects,
    )


def _statement(row: parts.StatementRow) -> Statement:
    subjects = tuple(subject.term_id for subject in row.subjects)
    return Statement(text=row.text, title=row.title, lines=row.lines, subject_ids=subjects)
