"""The rows of the lists: what a clerk scans, filters and sorts before opening a record."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.dossier import Dossier
from desktop.domain.folding import matches, searchable, sort_key, words
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Partner
from desktop.domain.practice import Practice
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind, Status


class ListingRow(Struct, frozen=True, kw_only=True):
    """A record as one row.

    `facets` maps a facet to the ids it may be filtered by; `names` and `text` are folded for searching.
    """

    id: RecordId
    kind: Kind
    title: str
    subtitle: str
    place: str
    status: Status
    sort_key: str
    names: str
    text: str
    facets: Mapping[str, tuple[str, ...]]


class Listing(Struct, frozen=True, kw_only=True):
    """All rows in the order of the lists, and the words for the ids that facets speak of."""

    rows: tuple[ListingRow, ...]
    subjects: Mapping[str, str]
    target_groups: Mapping[str, str]


def tiers(rows: Iterable[ListingRow], query: str) -> dict[RecordId, int]:
    """The rows in which every word of the query stands: 0 where all stand in names, else 1; punctuation finds none."""
    wanted = words(query)
    found = [row for row in rows if wanted and matches(wanted, row.text)]
    return {row.id: 0 if matches(wanted, row.names) else 1 for row in found}


def row_of(dossier: Dossier, synonyms: Iterable[str] = ()) -> ListingRow:
    """The row for a record; `synonyms` are further words for the terms that it is filed under."""
    record, owner = dossier.record, dossier.organization
    title = title_of(record)
    places = places_of(record)
    names = [record.name, record.short_name, *record.alternate_names, *places, record.id]
    names += [owner.name, owner.short_name, *owner.alternate_names] if owner else []
    text = [*names, *_texts(record), *dossier.subjects, *dossier.target_groups, *synonyms]
    for other in (*dossier.persons, *((owner,) if owner else ())):
        text += [other.name, *_texts(other)]
    return ListingRow(
        id=record.id,
        kind=record.KIND,
        title=title,
        subtitle=record.summary or "",
        place=places[0] if len(places) == 1 else "",
        status=record.status,
        sort_key=sort_key(title),
        names=searchable(*names),
        text=searchable(*text),
        facets=facets_of(record, owner),
    )


def title_of(record: Record) -> str:
    """The name that a list shows: of a location the short one."""
    return record.short_name if isinstance(record, Location) and record.short_name else record.name


def places_of(record: Record) -> tuple[str, ...]:
    """The towns that a record is looked for in, the first of them to be shown."""
    if isinstance(record, Municipality | Partner):
        return (record.seat,) if record.seat else ()
    if isinstance(record, Location | Person):
        return tuple(dict.fromkeys(address.town for address in record.addresses))
    return record.towns if isinstance(record, Practice) else ()


def facets_of(record: Record, owner: Organization | None) -> dict[str, tuple[str, ...]]:
    """What a record may be filtered by; a facet that it says nothing about is left out."""
    found = {
        "record_kind": (record.KIND.value,),
        "subject": record.subject_ids,
        "target_group": record.target_group_ids,
        "place": places_of(record),
    }
    if owner:
        found["level"] = (owner.level.value,)
    if isinstance(record, Location):
        found["role"] = (record.role.value,)
        if record.is_anonymous is not None:
            found["anonymous"] = ("yes" if record.is_anonymous else "no",)
    if isinstance(record, Municipality | Partner):
        found["kind"] = (record.kind.value,)
    return {facet: values for facet, values in found.items() if values}


def _texts(record: Record) -> Iterator[str | None]:
    """Everything in a record that a person may remember of it."""
    yield record.summary
    for _, statements in record.sections():
        for statement in statements:
            yield statement.title
            yield statement.text
    for fact in record.dates:
        yield fact.text
    for link in record.links:
        yield link.raw
        yield link.label
    if isinstance(record, Location | Person):
        yield from _reach_texts(record)
    if isinstance(record, Person):
        yield from (record.organization_name, record.department, record.role)


def _reach_texts(record: Location | Person) -> Iterator[str | None]:
    for address in record.addresses:
        yield from address.lines()
    for phone in record.phones:
        yield from (phone.raw, phone.display, phone.e164)
    for email in record.emails:
        yield email.address
