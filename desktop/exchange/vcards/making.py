"""Records made from what cards of other programs tell."""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.errors import N_, Message
from desktop.domain.folding import plain
from desktop.domain.incoming import Entry, Stamp, Unreadable, guessed_level
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind, Level, LocationRole
from desktop.exchange.vcards import cleaned
from desktop.exchange.vcards.languages import name_of
from desktop.exchange.vcards.left_out import shown
from desktop.exchange.vcards.own import id_in
from desktop.exchange.vcards.told import Place, Told, Whose

_Told = TypeVar("_Told")
_Part = TypeVar("_Part")
_LEVELS = (
    (Level.FEDERAL, re.compile(r"\bbund(?:es\w*)?\b|\bbamf\b|\bagentur für arbeit\b", re.IGNORECASE)),
    (Level.STATE, re.compile(r"\bland(?:es\w*)?\b|\bbezirksregierung\b|\bministerium\b|\bnrw\b", re.IGNORECASE)),
    (Level.COUNTY, re.compile(r"\bkreis(?:es|verwaltung)?\b|\w+kreis\b", re.IGNORECASE)),
    (
        Level.MUNICIPAL,
        re.compile(r"\bstadt(?:verwaltung)?\b|\bgemeinde\b|\brathaus\b|\w+amt\b|\bjobcenter\b", re.IGNORECASE),
    ),
)
"""What a name says about the tier of a body; a person looks at it before anything is taken over."""


class Making:
    """Makes the records of one file; an organisation that several cards name is one and the same."""

    def __init__(self, stamp: Stamp) -> None:
        self._provenance = Provenance(source=stamp.source, as_of=stamp.as_of)
        self._bodies: dict[str, RecordId] = {}

    def entry(self, place: int, told: Told, lost: Iterable[Message]) -> Entry | Unreadable:
        """The record that a card makes, with the organisation that it needs."""
        if (reason := _refused(told)) is not None:
            return Unreadable(place, reason, shown(told.name))
        return _One(self, told, lost).entry(place)

    def body(self, name: str) -> Organization:
        """The organisation of a name."""
        folded = plain(name) or name
        found = self._bodies.setdefault(folded, f"vcf-organisation-{len(self._bodies) + 1}")
        return Organization(id=found, name=name, level=_level(name), provenance=self._provenance)

    @property
    def provenance(self) -> Provenance:
        """Where all records of the file come from."""
        return self._provenance


class _One:
    """Makes the records of one card."""

    def __init__(self, making: Making, told: Told, lost: Iterable[Message]) -> None:
        self._making = making
        self._told = told
        self._lost = list(lost)
        self._id = _own_id(told)

    def entry(self, place: int) -> Entry:
        """The record and what it needs."""
        told = self._told
        name = cleaned.name(told.name)
        body = self._making.body(cleaned.name(told.organization[0]) if told.organization else name)
        if self._id is not None and self._id[0] is Kind.ORGANIZATION:
            return self._organization(place, name)
        values = {"id": self._id[1] if self._id else f"vcf-{place}", **self._named(name, body), **self._reached()}
        given = set(values) - {"id"} - ({"organization_id", "belongs_to"} if self._id else set())
        record: Record
        if told.whose is Whose.PERSON:
            record = Person(**values, provenance=self._making.provenance)
        else:
            record = Location(**values, role=LocationRole.OFFICE, provenance=self._making.provenance)
        lost, guessed = tuple(self._lost), guessed_level(body)
        return Entry(place, record, frozenset(given), (body,), self._id is not None, lost, guessed=guessed)

    def _organization(self, place: int, name: str) -> Entry:
        """An organisation of ours of which another program has forgotten all that it did not know."""
        assert self._id is not None
        told = self._told
        values: dict[str, Any] = {
            "name": name,
            "alternate_names": tuple(filter(None, map(cleaned.name, told.nicknames))),
            "links": self._cleaned(told.sites, cleaned.link),
        }
        ways = [one.text for one in told.numbers] + [one.address for one in told.mails]
        ways += [f"{one.street}, {one.code} {one.town}" for one in told.places]
        self._lost += [_left_out(text) for text in (*ways, told.role, *told.subjects, told.note) if text]
        record = Organization(id=self._id[1], **values, level=_level(name), provenance=self._making.provenance)
        given = frozenset(field for field, value in values.items() if value)
        return Entry(place, record, given, (), has_id=True, lost=tuple(self._lost), guessed=guessed_level(record))

    def _named(self, name: str, body: Organization) -> dict[str, Any]:
        """Who it is and where that belongs."""
        told = self._told
        values: dict[str, Any] = {"name": name}
        units = ", ".join(map(cleaned.name, told.organization[1:]))[: cleaned.LONGEST_NAME]
        if told.whose is Whose.PERSON:
            values |= {"belongs_to": body.id, "department": units, "role": cleaned.name(told.role)}
            self._lost += [_left_out(name_of(tag) or tag) for tag in told.languages]
        else:
            values["organization_id"] = body.id
            if units and plain(name) == plain(body.name):
                values["name"] = f"{name}, {units}"[: cleaned.LONGEST_NAME]
            elif units and plain(units) not in plain(name):
                self._lost.append(_left_out(units))
            if told.role:
                self._lost.append(_left_out(told.role))
            values["languages"] = self._languages()
        values["alternate_names"] = tuple(filter(None, map(cleaned.name, told.nicknames)))
        return {field: value for field, value in values.items() if value}

    def _reached(self) -> dict[str, Any]:
        """How it is reached, and what somebody has noted; the note of a card of ours says nothing new."""
        told = self._told
        self._lost += [Message(_NO_SUBJECT, text=shown(subject)) for subject in told.subjects]
        note = cleaned.prose(told.note)
        if self._id and note:
            self._lost.append(_left_out(note))
        elif len(told.note.strip()) > cleaned.LONGEST_PROSE:
            self._lost.append(Message(_LONG_NOTE, count=cleaned.LONGEST_PROSE))
        values = {
            "phones": self._cleaned(told.numbers, cleaned.phone),
            "emails": self._cleaned(told.mails, cleaned.email),
            "addresses": self._cleaned(told.places, self._address),
            "links": self._cleaned(told.sites, cleaned.link),
            "internal_note": "" if self._id else note,
        }
        return {field: value for field, value in values.items() if value}

    def _address(self, place: Place) -> Address | Message:
        made = cleaned.address(place)
        if isinstance(made, Address):
            self._lost += cleaned.completed_code(place, made)
        return made

    def _languages(self) -> tuple[str, ...]:
        names = {tag: name_of(tag) for tag in self._told.languages}
        self._lost += [_left_out(tag) for tag, found in names.items() if not found]
        return tuple(dict.fromkeys(filter(None, names.values())))

    def _cleaned(self, parts: Iterable[_Told], clean: Callable[[_Told], _Part | Message]) -> tuple[_Part, ...]:
        found: dict[_Part, None] = {}
        for part in parts:
            made = clean(part)
            if isinstance(made, Message):
                self._lost.append(made)
            else:
                found[made] = None
        return tuple(found)


_LONG_NOTE = N_("The note is too long; only its first {count} characters were taken over.")
_NO_SUBJECT = N_("The category “{text}” was left out; topics are chosen from the list of the program.")


def _refused(told: Told) -> Message | None:
    """Why no record can be made from a card."""
    if told.whose is Whose.GROUP:
        return Message(N_("This card is a list of other cards and no contact."))
    if not cleaned.name(told.name):
        return Message(N_("This card has no name."))
    if told.whose is Whose.PERSON and not (told.organization and cleaned.name(told.organization[0])):
        return Message(
            N_(
                "This card names a person without an organisation. Private contacts are never held here; for a contact"
                " person please fill in the organisation in the address book."
            )
        )
    return None


def _own_id(told: Told) -> tuple[Kind, RecordId] | None:
    """The record of ours that a card is of, where it still looks like one of that kind."""
    found = id_in(told.uid)
    kinds = {Kind.PERSON} if told.whose is Whose.PERSON else {Kind.LOCATION, Kind.ORGANIZATION}
    return found if found and found[0] in kinds else None


def _left_out(text: str) -> Message:
    return Message(N_("“{text}” was left out; there is no field for it here."), text=shown(text))


def _level(name: str) -> Level:
    return next((level for level, pattern in _LEVELS if pattern.search(name)), Level.INDEPENDENT)
