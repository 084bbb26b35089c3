"""A contact as a vCard 3.0 (RFC 2426), for the address book of a telephone."""

import re
from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.doubts import doubt_about
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone
from desktop.domain.reach import Reachable
from desktop.domain.record import Link, Record
from desktop.domain.vocabulary import AddressKind, PhoneKind, ReachStatus

_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\,;]")
_KINDS = {PhoneKind.MOBILE: "CELL", PhoneKind.FAX: "FAX"}


class Card(Struct, frozen=True, kw_only=True):
    """What an address book takes over; nothing dead or doubtful is in it, for no warning could stand beside it.

    `parts` are the family name, the given names and the title of a person.
    """

    name: str
    parts: tuple[str, str, str] | None = None
    organization: tuple[str, ...] = ()
    role: str | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    url: str | None = None


def card(record: Location | Person | Municipality, organization: Organization | None = None) -> Card | None:
    """The card of a contact point, a person or the desk of a municipality; nothing where no sure way to it is known."""
    person = record if isinstance(record, Person) else None
    links = (*_sure_links(record), *(_sure_links(organization) if organization else ()))
    found = Card(
        name=_name(record),
        parts=_parts(person.name) if person else None,
        organization=_organization(record, organization),
        role=person.role if person else None,
        phones=tuple(_sure_phones(record)),
        emails=tuple(_sure_emails(record)),
        addresses=tuple(_sure_addresses(record)),
        url=next((link.target for link in links if link.target), None),
    )
    is_site = found.url and not isinstance(record, Municipality)  # where no desk is known its website is no card
    return found if found.phones or found.emails or found.addresses or is_site else None


def forms(full: Card) -> tuple[str, ...]:
    """The card as text, in full first and then ever leaner, for a code that has to stay small; no field is ever cut."""
    return tuple(dict.fromkeys("\r\n".join(_lines(form)) + "\r\n" for form in _leaner(full)))


def _leaner(form: Card) -> Iterator[Card]:
    """The card without what is missed least, and so on, down to the first number and the first mail."""
    yield form
    if form.phones or form.emails:
        yield (form := replace(form, url=None))
    voices = tuple(phone for phone in form.phones if phone.kind is not PhoneKind.FAX)
    if voices or form.emails:
        yield (form := replace(form, phones=voices))
    yield (form := replace(form, addresses=form.addresses[:1]))
    yield (form := replace(form, organization=form.organization[:1], role=None))
    if form.phones or form.emails:
        yield (form := replace(form, addresses=()))
    yield (form := replace(form, phones=form.phones[:1], emails=form.emails[:1]))
    yield replace(form, organization=())


def _lines(form: Card) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0")
    family, given, title = form.parts or (form.name, "", "")
    yield f"N:{_joined(family, given, '', title, '')}"
    yield f"FN:{_escaped(form.name)}"
    if form.organization:
        yield f"ORG:{_joined(*form.organization)}"
    if form.role:
        yield f"TITLE:{_escaped(form.role)}"
    for phone in form.phones:
        yield f"TEL;TYPE=WORK,{_KINDS.get(phone.kind, 'VOICE')}:{_dialled(phone)}"
    for email in form.emails:
        yield f"EMAIL;TYPE=INTERNET:{_escaped(email)}"
    for address in form.addresses:
        yield f"ADR;TYPE=WORK{',POSTAL' if address.kind is AddressKind.POSTAL else ''}:{_address(address)}"
    if form.url:
        yield f"URL:{form.url}"
    yield "END:VCARD"


def _parts(name: str) -> tuple[str, str, str]:
    """Family name, given names and title: titles end with a full stop, what is part of a family name begins small."""
    words = name.split()
    titles = list(takewhile(lambda word: word.endswith("."), words[:-1]))
    rest = words[len(titles) :]
    at = len(rest) - 1
    while at > 1 and rest[at - 1][0].islower():
        at -= 1
    return " ".join(rest[at:]), " ".join(rest[:at]), " ".join(titles)


def _name(record: Location | Person | Municipality) -> str:
    return (isinstance(record, Municipality) and record.desk_name) or record.name


def _organization(record: Location | Person | Municipality, organization: Organization | None) -> tuple[str, ...]:
    """The organisation and, of a person, the department; of a desk that has a name, the municipality."""
    if isinstance(record, Municipality):
        return (record.name,) if record.desk_name else ()
    own = (record.organization_name, record.department) if isinstance(record, Person) else ()
    names = own if any(own) else (organization.name if organization else None,)
    return tuple(name for name in names if name)


def _sure_addresses(record: Reachable) -> Iterator[Address]:
    """The addresses that no flag calls outdated or doubtful, those to go to first."""
    sure = [address for place, address in enumerate(record.addresses) if not doubt_about(record, "addresses", place)]
    return iter(sorted(sure, key=lambda address: address.kind is AddressKind.POSTAL))


def _sure_phones(record: Reachable) -> Iterator[Phone]:
    for place, phone in enumerate(record.phones):
        if phone.status is ReachStatus.ACTIVE and not doubt_about(record, "phones", place):
            yield phone


def _sure_emails(record: Reachable) -> Iterator[str]:
    for place, email in enumerate(record.emails):
        if email.status is ReachStatus.ACTIVE and not doubt_about(record, "emails", place):
            yield email.address


def _sure_links(record: Record) -> Iterator[Link]:
    return (link for place, link in enumerate(record.links) if not doubt_about(record, "links", place))


def _dialled(phone: Phone) -> str:
    """The number as a telephone dials it; 110 or 116117 have no form with a country code."""
    return phone.e164 if phone.e164 and phone.text.startswith(("0", "+")) else phone.text


def _address(address: Address) -> str:
    *before, _ = address.lines()
    town = f"{address.town}-{address.district}" if address.district else address.town
    return _joined("", "", ", ".join(before), town, "", address.postal_code, "")


def _joined(*parts: str) -> str:
    return ";".join(map(_escaped, parts))


def _escaped(text: str) -> str:
    """A value in which nothing has a meaning of its own, on one line."""
    visible = _CONTROL.sub("", text)
    return _LINE_BREAK.sub(r"\\n", _SPECIAL.sub(r"\\\g<0>", visible).strip())
