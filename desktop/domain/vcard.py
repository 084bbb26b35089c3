"""A contact as a vCard 3.0 (RFC 2426), for the address book of a telephone."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone
from desktop.domain.sure_ways import sure_addresses, sure_emails, sure_links, sure_phones
from desktop.domain.vcard_text import dialled, escaped, joined, name_parts, street_of, town_of
from desktop.domain.vocabulary import AddressKind, PhoneKind

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
    links = (*sure_links(record), *(sure_links(organization) if organization else ()))
    found = Card(
        name=_name(record),
        parts=name_parts(person.name) if person else None,
        organization=_organization(record, organization),
        role=person.role if person else None,
        phones=tuple(sure_phones(record)),
        emails=tuple(email.address for email in sure_emails(record)),
        addresses=tuple(sure_addresses(record)),
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
    yield f"N:{joined(family, given, '', title, '')}"
    yield f"FN:{escaped(form.name)}"
    if form.organization:
        yield f"ORG:{joined(*form.organization)}"
    if form.role:
        yield f"TITLE:{escaped(form.role)}"
    for phone in form.phones:
        yield f"TEL;TYPE=WORK,{_KINDS.get(phone.kind, 'VOICE')}:{dialled(phone)}"
    for email in form.emails:
        yield f"EMAIL;TYPE=INTERNET:{escaped(email)}"
    for address in form.addresses:
        yield f"ADR;TYPE=WORK{',POSTAL' if address.kind is AddressKind.POSTAL else ''}:{_address(address)}"
    if form.url:
        yield f"URL:{form.url}"
    yield "END:VCARD"


def _name(record: Location | Person | Municipality) -> str:
    return (isinstance(record, Municipality) and record.desk_name) or record.name


def _organization(record: Location | Person | Municipality, organization: Organization | None) -> tuple[str, ...]:
    """The organisation and, of a person, the department; of a desk that has a name, the municipality."""
    if isinstance(record, Municipality):
        return (record.name,) if record.desk_name else ()
    own = (record.organization_name, record.department) if isinstance(record, Person) else ()
    names = own if any(own) else (organization.name if organization else None,)
    return tuple(name for name in names if name)


def _address(address: Address) -> str:
    return joined("", "", street_of(address), town_of(address), "", address.postal_code, "")
