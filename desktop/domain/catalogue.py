"""The whole of the shipped records and what must hold between them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.errors import N_
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Network, Partner
from desktop.domain.practice import Practice
from desktop.domain.programme import Programme, Topic
from desktop.domain.provenance import Source
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.synonym import Synonym
from desktop.domain.vocabulary import Kind

RECORD_TYPES: dict[Kind, type[Record]] = {
    kind.KIND: kind
    for kind in (Programme, Municipality, Topic, Organization, Location, Person, Practice, Network, Partner)
}

Closed = Mapping[str, Container[str]]
"""The ids that `source` and the two lists of terms have."""
NOT_LISTED = N_("“{value}” is not in the list.")


class Catalogue(Struct, frozen=True, kw_only=True):
    """Sources, closed lists, records and everyday words of one version of the shipped data; the version counts up."""

    version: int
    sources: tuple[Source, ...]
    subjects: tuple[Term, ...]
    target_groups: tuple[Term, ...]
    records: Sequence[Record]
    synonyms: tuple[Synonym, ...] = ()


class Problem(Struct, frozen=True):
    """What is wrong with one field of a record, as a message of the catalogues."""

    record_id: RecordId
    field: str
    msgid: str
    value: str


class Outline(NamedTuple):
    """What a record is, and field, id and wanted kind of each record that it names."""

    kind: Kind
    references: tuple[tuple[str, RecordId, Kind | None], ...]

    def needs(self) -> tuple[tuple[RecordId, Kind | None], ...]:
        """The records without which it cannot be, and what they must be."""
        return tuple((target, kind) for field, target, kind in self.references if field != "related_ids")


def outline_of(record: Record) -> Outline:
    """What is remembered of a record where there are very many."""
    return Outline(record.KIND, tuple(references(record)))


def strange_hours(follower: Location, leader: Location) -> str:
    """What is wrong where one location takes over the hours of another; nothing where it does not."""
    if follower.hours_of != leader.id:
        return ""
    if follower.organization_id != leader.organization_id:
        return N_("Hours can only be taken over from a location of the same organisation. Look at “{value}”.")
    if leader.hours_of is not None:
        return N_("Hours can only be taken over from a location that has hours of its own. Look at “{value}”.")
    return ""


def dangling(record: Record, kinds: Mapping[RecordId, Kind], closed: Closed) -> Iterator[Problem]:
    """What a record names that is not there."""
    yield from unlisted(record, closed)
    yield from unknown(record.id, references(record), kinds)


def unlisted(record: Record, closed: Closed) -> Iterator[Problem]:
    """The source and the terms of a record that are not in their lists."""
    if record.provenance.source not in closed["source"]:
        yield Problem(record.id, "provenance.source", NOT_LISTED, record.provenance.source)
    for field in ("subject_ids", "target_group_ids"):
        for term in _missing(getattr(record, field), closed[field]):
            yield Problem(record.id, field, NOT_LISTED, term)
    for section, statements in record.sections():
        for statement in statements:
            for term in _missing(statement.subject_ids, closed["subject_ids"]):
                yield Problem(record.id, f"{section}.subject_ids", NOT_LISTED, term)


def unknown(
    record_id: RecordId, named: Iterable[tuple[str, RecordId, Kind | None]], kinds: Mapping[RecordId, Kind]
) -> Iterator[Problem]:
    """The records that a record names and that are not there, or are something else."""
    for field, target, wanted in named:
        kind = kinds.get(target)
        if kind is None or (wanted is not None and kind is not wanted):
            yield Problem(record_id, field, N_("There is no such record: “{value}”."), target)


def _missing(wanted: Iterable[str], known: Container[str]) -> list[str]:
    return [one for one in dict.fromkeys(wanted) if one not in known]


def references(record: Record) -> Iterator[tuple[str, RecordId, Kind | None]]:
    """Field, id and, where it matters, the kind of each record that this one points to."""
    for related in record.related_ids:
        yield "related_ids", related, None
    if isinstance(record, Location):
        yield "organization_id", record.organization_id, Kind.ORGANIZATION
        if record.hours_of:
            yield "hours_of", record.hours_of, Kind.LOCATION
    if isinstance(record, Person):
        yield "belongs_to", record.belongs_to, None
    if isinstance(record, Partner):
        yield "network_id", record.network_id, Kind.NETWORK


def needs(record: Record) -> tuple[RecordId, ...]:
    """The records without which this one cannot be."""
    return tuple(target for field, target, _ in references(record) if field != "related_ids")
