"""What becomes of a row: a contact point with its organisation, a person, or the record that our own columns tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.cleaning import plain_signs
from desktop.domain.contact import Organization, Person
from desktop.domain.errors import N_
from desktop.domain.folding import plain
from desktop.domain.incoming import Entry, Stamp, Unreadable, guessed_level
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, Level, LocationRole
from desktop.exchange.columns.codecs import fields_of, part_fields
from desktop.exchange.columns.converting import Unusable, converted
from desktop.exchange.columns.draft import Draft
from desktop.exchange.columns.naming import level_of, person_name
from desktop.exchange.columns.values_in import Values, provenance_in, values_in
from desktop.exchange.columns.words import meant

_NO_NAME = N_("There is no name in this row.")
_NO_KIND = N_("“{value}” is no kind of record.")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ALONE = frozenset({"id"})
_LONGEST_ID, _LONGEST_NAME = 80, 300
Made = Entry | Unreadable


class Maker:
    """Makes entries of drafts; `spoken_of` are the targets that the file has columns for."""

    def __init__(self, stamp: Stamp, spoken_of: frozenset[str]) -> None:
        self._stamp = stamp
        self._spoken_of = spoken_of
        self._given: dict[Kind, frozenset[str]] = {}

    def made(self, draft: Draft, place: int) -> Sequence[Made]:
        """The records of a row, or why there is none."""
        organization = draft.cut("organization", _LONGEST_NAME)
        person = person_name(draft.person, organization)
        try:
            kind = self._kind(draft, person)
            found = values_in(kind, draft)
            values = found.values
            record_id = values.pop("id", "")
            has_id = bool(record_id and _ID.fullmatch(record_id)) and len(record_id) <= _LONGEST_ID
            values["id"] = record_id if has_id else f"zeile-{place}"
            if not has_id:
                values["name"] = plain_signs(values.get("name", ""))
            values["provenance"] = provenance_in(draft, self._stamp)
            is_level_told = "level" in values or "level" in found.unused
            needs = self._complete(kind, found, organization, person)
            is_level_told = is_level_told and "level" not in found.unused
            for key, text in found.unused.items():
                if key != "belongs_name":
                    draft.lose(draft.column(key), text)
            record = converted(kind, values, draft)
        except Unusable as error:
            return (Unreadable(place, error.message, _beginning(draft)),)
        given = self._own_fields(kind) - found.refused if has_id else found.given.intersection(values) - _ALONE
        contact = draft.cut("contact", _LONGEST_NAME)
        is_valid = not draft.origin and not getattr(record, "opening_hours", ())  # all others come from `converted`
        bodies = () if is_level_told else (record, *needs)
        guessed = tuple(guess for body in bodies for guess in guessed_level(body))
        entry = Entry(place, record, frozenset(given), needs, has_id, tuple(draft.lost), is_valid, guessed)
        return (entry, self._contact(contact, record, needs, place)) if contact else (entry,)

    def _kind(self, draft: Draft, person: str) -> Kind:
        if (told := draft.simple.pop("kind", "")) == "":
            return Kind.PERSON if person else Kind.LOCATION
        try:
            return Kind(meant(Kind, told))
        except ValueError as error:
            raise Unusable(_NO_KIND, value=told[:80]) from error

    def _complete(self, kind: Kind, found: Values, organization: str, person: str) -> tuple[Record, ...]:
        """Fill in what every record of its kind needs; gives the organisation that the row names."""
        values = found.values
        department = found.unused.pop("department", "") if kind is Kind.LOCATION else ""
        if not values.get("name"):
            own = person if kind is Kind.PERSON else ", ".join(filter(None, (organization, department)))
            if not own:
                raise Unusable(_NO_NAME)
            values["name"] = own[:_LONGEST_NAME]
            found.given.add("name")
        if kind is Kind.ORGANIZATION:
            values.setdefault("level", level_of(values["name"]))
        if kind is Kind.LOCATION:
            values.setdefault("role", LocationRole.OFFICE)
        if kind is Kind.PERSON and organization and "organization_name" not in values:
            values["organization_name"] = organization
            found.given.add("organization_name")
        field = "organization_id" if kind is Kind.LOCATION else "belongs_to" if kind is Kind.PERSON else ""
        if not field or values.get(field):
            return ()
        belongs = organization or found.unused.pop("belongs_name", "") or values["name"]
        needed = _organization(belongs, values["provenance"], _told_level(found))
        values[field] = needed.id
        if organization:
            found.given.add(field)
        return (needed,)

    def _contact(self, name: str, record: Record, needs: tuple[Record, ...], place: int) -> Made:
        """The person to ask for at a contact point, who is a record of its own."""
        organization = next((need.name for need in needs), None)
        person = Person(
            id=f"zeile-{place}-person",
            name=name,
            belongs_to=record.id,
            organization_name=organization,
            provenance=record.provenance,
        )
        return Entry(place, person, frozenset({"name", "belongs_to", "organization_name"}), (*needs, record))

    def _own_fields(self, kind: Kind) -> frozenset[str]:
        """The fields that the table has columns for, whether or not there is something in this row."""
        if kind not in self._given:
            fields = fields_of(kind)
            heads = {target.partition(".")[0] for target in self._spoken_of}
            told = {fields[target].name for target in self._spoken_of if target in fields}
            told |= heads & {*part_fields(RECORD_TYPES[kind]), "provenance"}
            self._given[kind] = frozenset(told - {"id"})
        return self._given[kind]


def _told_level(found: Values) -> Level | None:
    """The level that a row tells of the organisation it names; what is none stays unused, which is told."""
    try:
        level = Level(meant(Level, found.unused.get("level", "")))
    except ValueError:
        return None
    del found.unused["level"]
    return level


@lru_cache(maxsize=1024)
def _organization(name: str, origin: Provenance, level: Level | None) -> Organization:
    """The organisation under an id that every row of the file finds for its name."""
    mark = blake2b(plain(name).encode(), digest_size=10).hexdigest()
    return Organization(
        id=f"organisation-{mark}", name=name[:_LONGEST_NAME], level=level or level_of(name), provenance=origin
    )


def _beginning(draft: Draft) -> str:
    """The first words of a row, by which a person finds it again."""
    texts = [*draft.words.values(), *draft.person.values(), *draft.simple.values(), *draft.address.values()]
    texts += [phone.raw for phone in draft.phones]
    texts += [text for email in draft.emails for text in email.values()]
    return " | ".join(texts)[:200]
