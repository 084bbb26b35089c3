"""What other programs changed in the numbers, mails, addresses and links of a record."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.errors import Message
from desktop.domain.phone import Phone
from desktop.domain.reach import Reachable
from desktop.domain.record import Email, Link, Record
from desktop.domain.sure_ways import sure_addresses, sure_emails, sure_links, sure_phones
from desktop.domain.vcard_text import dialled, street_of, town_of
from desktop.exchange.vcards import cleaned
from desktop.exchange.vcards.pairing import Paired, paired
from desktop.exchange.vcards.told import Mail, Number, Place, Site, one_line, squeezed, written_kind


def phones(record: Reachable, told: Sequence[Number]) -> Paired[Phone]:
    """The numbers, those in doubt untouched."""
    sure = _identities(sure_phones(record))
    keys = {at: Number(dialled(one)).key for at, one in enumerate(record.phones) if id(one) in sure}
    return paired(record.phones, keys, told, _phone)


def emails(record: Reachable, told: Sequence[Mail]) -> Paired[Email]:
    """The mail addresses, those in doubt untouched."""
    sure = _identities(sure_emails(record))
    keys = {at: Mail(one.address).key for at, one in enumerate(record.emails) if id(one) in sure}
    return paired(record.emails, keys, told, _email)


def addresses(record: Reachable, told: Sequence[Place]) -> Paired[Address]:
    """The addresses, those in doubt untouched."""
    sure = _identities(sure_addresses(record))
    keys = {at: _place(one).key for at, one in enumerate(record.addresses) if id(one) in sure}
    found = paired(record.addresses, keys, told, _address)
    return replace(found, lost=(*found.lost, *_completed(told, keys.values())))


def links(record: Record, told: Sequence[Site]) -> Paired[Link]:
    """The links, those in doubt untouched."""
    sure = _identities(one for one in sure_links(record) if one.target)
    keys = {at: Site(one.target or "").key for at, one in enumerate(record.links) if id(one) in sure}
    return paired(record.links, keys, told, _link)


def _phone(told: Number, before: Phone | None) -> Phone | Message:
    if before is None:
        return cleaned.phone(told)
    is_same = told.key == Number(dialled(before)).key
    made = before if is_same else cleaned.phone(told)
    if isinstance(made, Message):
        return made
    kind = before.kind if told.kind is written_kind(before.kind) else told.kind
    return replace(made, kind=kind, label=_label(told.label, before.label))


def _email(told: Mail, before: Email | None) -> Email | Message:
    if before is None:
        return cleaned.email(told)
    made = before if told.key == Mail(before.address).key else cleaned.email(told)
    return made if isinstance(made, Message) else replace(made, label=_label(told.label, before.label))


def _link(told: Site, before: Link | None) -> Link | Message:
    if before is None:
        return cleaned.link(told)
    made = before if told.key == Site(before.target or "").key else cleaned.link(told)
    return made if isinstance(made, Message) else replace(made, label=_label(told.label, before.label))


def _address(told: Place, before: Address | None) -> Address | Message:
    """The address; what a card cannot tell apart, as town and district, stays apart where it is the same."""
    if before is not None and told.key == _place(before).key:
        return before
    made = cleaned.address(told)
    if before is None or isinstance(made, Message):
        return made
    made = replace(made, kind=before.kind, note=before.note)
    if squeezed(told.town) == squeezed(town_of(before)):
        made = replace(made, town=before.town, district=before.district)
    care_of = one_line(before.care_of or "")
    if care_of and told.street.startswith(f"{care_of}, "):
        made = replace(made, care_of=before.care_of, street=told.street.removeprefix(f"{care_of}, "))
    return made


def _completed(told: Iterable[Place], known: Collection[str]) -> Iterator[Message]:
    """Which of the postcodes that are new were completed."""
    for place in told:
        if place.key not in known and isinstance(made := cleaned.address(place), Address):
            yield from cleaned.completed_code(place, made)


def _place(address: Address) -> Place:
    return Place(one_line(street_of(address)), town_of(address), address.postal_code)


def _label(told: str, before: str | None) -> str | None:
    """The label; a program that shows none has not deleted it."""
    return before if told in ("", squeezed(before or "")) else cleaned.name(told)


def _identities(sure: Iterable[object]) -> set[int]:
    """Which of equal parts are meant."""
    return {id(one) for one in sure}
