"""What a record is found by: its texts by field, and the column of the index that each stands in."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from msgspec import Struct

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.dossier import Dossier
from desktop.domain.filing import facets_of, places_of, title_of
from desktop.domain.folding import index_words
from desktop.domain.municipality import Municipality
from desktop.domain.numbers import digit_words
from desktop.domain.reach import Reachable, Visitable
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.synonym import Meanings
from desktop.domain.vocabulary import Kind, Status

COLUMNS = ("names", "place", "owner", "topics", "texts", "mails", "everyday", "digits")
NAME_FIELDS = ("name", "short_name", "alternate_name", "id")
_COLUMN_OF = {
    **dict.fromkeys(NAME_FIELDS, "names"),
    "place": "place",
    "organisation": "owner",
    **dict.fromkeys(("subject", "target_group", "synonym"), "topics"),
    "email": "mails",
    "everyday_word": "everyday",
    "phone_digits": "digits",
}


class Passage(Struct, frozen=True, gc=False):
    """A text of a record and the stable word for the field that it stands in."""

    field: str
    text: str

    @property
    def column(self) -> str:
        """The column of the index that the text is found in."""
        return _COLUMN_OF.get(self.field, "texts")


class Document(Struct, frozen=True, kw_only=True, gc=False):
    """A record as the index knows it; `owner_id` is the organisation whose texts it is found by as well.

    `subtitle` is its summary, `place` its place if it has just one.
    """

    id: RecordId
    kind: Kind
    status: Status
    title: str
    subtitle: str
    place: str
    organisation: str | None
    as_of: date | None
    owner_id: RecordId | None
    facets: Mapping[str, tuple[str, ...]]
    passages: tuple[Passage, ...]


Terms = Mapping[RecordId, Term]
Words = Mapping[str, AbstractSet[str]]
"""Folded words by column."""


def document_of(dossier: Dossier, terms: Terms, meanings: Meanings) -> Document:
    """The document of a record; `terms` are those of both closed lists."""
    record, owner = dossier.record, dossier.organization
    owner_id = owner.id if owner and isinstance(record, Location) else None
    passages = tuple(_passages(dossier, terms))
    heard = (*passages, *(_owner_names(owner) if owner_id and owner else ()))
    everyday = tuple(Passage(field, text) for field, text in meanings.meant(record, heard))
    title, places = title_of(record), places_of(record)
    return Document(
        id=record.id,
        kind=record.KIND,
        status=record.status,
        title=title,
        subtitle=record.summary or "",
        place=places[0] if len(places) == 1 else "",
        organisation=_organisation(dossier),
        as_of=record.provenance.as_of,
        owner_id=owner_id,
        facets=facets_of(record, owner),
        passages=(*passages, *everyday),
    )


def columns(passages: Iterable[Passage]) -> Words:
    """The folded words of each column."""
    found: dict[str, set[str]] = {column: set() for column in COLUMNS}
    for passage in passages:
        column = _COLUMN_OF.get(passage.field, "texts")
        found[column].update(index_words(passage.text) if column != "digits" else passage.text.split())
    return found


def with_owner(own: Words, owners: Words) -> Words:
    """The words of a record and of its organisation, whose names stand in a column of their own."""
    found = dict(own)
    for column, words in owners.items():
        if words and column != "digits":
            beside = "owner" if column == "names" else column
            found[beside] = found[beside] | words if found[beside] else words
    return found


def _passages(dossier: Dossier, terms: Terms) -> Iterator[Passage]:
    record = dossier.record
    yield from _names(record)
    yield from (Passage("place", place) for place in places_of(record))
    yield from _topics(record, terms)
    yield from _texts(record)
    if isinstance(record, Reachable):
        yield from _reach(record)
    for person in dossier.persons:
        parts = (person.name, person.role, person.department, person.organization_name)
        yield Passage("person", ", ".join(part for part in parts if part))
        yield from (passage for passage in _reach(person) if passage.column != "digits")


def _names(record: Record) -> Iterator[Passage]:
    yield Passage("name", record.name)
    if record.short_name:
        yield Passage("short_name", record.short_name)
    for name in record.alternate_names:
        yield Passage("alternate_name", name)
    yield Passage("id", record.id)


def _owner_names(owner: Organization) -> Iterator[Passage]:
    for name in (owner.name, owner.short_name, *owner.alternate_names):
        if name:
            yield Passage("organisation", name)


def _topics(record: Record, terms: Terms) -> Iterator[Passage]:
    for field, ids in (("subject", record.subject_ids), ("target_group", record.target_group_ids)):
        for term in (terms[term_id] for term_id in ids if term_id in terms):
            for name in (term.name, *term.alternate_names):
                yield Passage(field, name)


def _texts(record: Record) -> Iterator[Passage]:
    if record.summary:
        yield Passage("summary", record.summary)
    for section, statements in record.sections():
        for statement in statements:
            yield Passage(section, f"{statement.title}: {statement.text}" if statement.title else statement.text)
    for fact in record.dates:
        yield Passage("date", fact.text)
    for link in record.links:
        yield Passage("link", ", ".join(part for part in (link.raw, link.proposal, link.label) if part))
    if isinstance(record, Person):
        about = (record.role, record.department, record.organization_name)
        yield from (Passage("person", part) for part in about if part)
    if isinstance(record, Municipality) and record.desk_name:
        yield Passage("desk_name", record.desk_name)
    if isinstance(record, Visitable) and record.hours_note:
        yield Passage("hours_note", record.hours_note)
    if isinstance(record, Location):
        yield from (Passage("language", name) for name in record.languages)


def _reach(record: Reachable) -> Iterator[Passage]:
    for address in record.addresses:
        yield Passage("address", ", ".join(address.lines()))
    for phone in record.phones:
        yield Passage("phone", phone.text)
        yield Passage("phone_digits", " ".join(sorted(digit_words(phone.text, phone.e164))))
    for email in record.emails:
        yield Passage("email", email.address)


def _organisation(dossier: Dossier) -> str | None:
    record = dossier.record
    if isinstance(record, Person):
        return record.organization_name
    return dossier.organization.name if dossier.organization and isinstance(record, Location) else None
