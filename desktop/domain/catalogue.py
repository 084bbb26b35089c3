"""The whole of the shipped records and what must hold between them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

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


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Every reference that leads nowhere, every id that stands twice, and hours that nobody can take over."""
    kinds: dict[RecordId, Kind] = {}
    for record in catalogue.records:
        if record.id in kinds:
            yield Problem(record.id, "id", N_("This id stands twice."), record.id)
        kinds[record.id] = record.KIND
    closed = {
        "source": {source.id for source in catalogue.sources},
        "subject_ids": {term.id for term in catalogue.subjects},
        "target_group_ids": {term.id for term in catalogue.target_groups},
    }
    followed: set[RecordId] = set()
    for record in catalogue.records:
        yield from dangling(record, kinds, closed)
        if isinstance(record, Location) and record.hours_of:
            followed.add(record.hours_of)
    if followed:
        yield from _wrong_hours(catalogue.records, followed)
    for synonym in catalogue.synonyms:
        yield from _lost(synonym, {**closed, "record_ids": set(kinds)})


def _wrong_hours(records: Iterable[Record], followed: Container[RecordId]) -> Iterator[Problem]:
    """Only the locations that others follow are remembered: they are few, and of records there may be very many."""
    leaders = {record.id: record for record in records if isinstance(record, Location) and record.id in followed}
    for record in records:
        if not isinstance(record, Location) or (leader := leaders.get(record.hours_of or "")) is None:
            continue
        if words := strange_hours(record, leader):
            yield Problem(record.id, "hours_of", words, leader.name)


def strange_hours(follower: Location, leader: Location) -> str:
    """What is wrong where one location takes over the hours of another; nothing where it does not."""
    if follower.hours_of != leader.id:
        return ""
    if follower.organization_id != leader.organization_id:
        return N_("Hours can only be taken over from a location of the same organisation. Look at “{value}”.")
    if leader.hours_of is not None:
        return N_("Hours can only be taken over from a location that has hours of its own. Look at “{value}”.")
    return ""


def _lost(synonym: Synonym, known: dict[str, set[str]]) -> Iterator[Problem]:
    """Everyday words that lead to nothing; they are named by the first of them."""
    for field in ("subject_ids", "target_group_ids", "record_ids"):
        for target in sorted(set(getattr(synonym, field)) - known[field]):
            yield Problem(synonym.words[0], field, N_("“{value}” is not in the list."), target)


def dangling(record: Record, kinds: Mapping[RecordId, Kind], closed: Mapping[str, Container[str]]) -> Iterator[Problem]:
    """What a record names that is not there; `closed` holds the ids that `source` and the two lists of terms have."""
    unknown_term = N_("“{value}” is not in the list.")
    if record.provenance.source not in closed["source"]:
        yield Problem(record.id, "provenance.source", unknown_term, record.provenance.source)
    for field in ("subject_ids", "target_group_ids"):
        for term in _missing(getattr(record, field), closed[field]):
            yield Problem(record.id, field, unknown_term, term)
    for section, statements in record.sections():
        for statement in statements:
            for term in _missing(statement.subject_ids, closed["subject_ids"]):
                yield Problem(record.id, f"{section}.subject_ids", unknown_term, term)
    for field, target, wanted in references(record):
        kind = kinds.get(target)
        if kind is None or (wanted is not None and kind is not wanted):
            yield Problem(record.id, field, N_("There is no such record: “{value}”."), target)


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
