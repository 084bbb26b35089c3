"""Which records may be one and the same: those with the same mail address, number, or name and town."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from desktop.domain.contact import Location, Person
from desktop.domain.dossier import Reference, reference_to
from desktop.domain.errors import N_, Message
from desktop.domain.filing import places_of
from desktop.domain.folding import plain, spelled_out
from desktop.domain.phone import Phone
from desktop.domain.reach import Reachable
from desktop.domain.record import Record
from desktop.domain.vocabulary import PhoneKind, Status

_LONGEST_SHARED = 9
"""Numbers up to this length in E.164 are those that everybody calls: +49115, +49116117."""


class Likeness(StrEnum):
    """What two records have in common."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"


_WORDS = {
    (Likeness.NAME, False): N_("same name and town: {value}"),
    (Likeness.EMAIL, False): N_("same e-mail address: {value}"),
    (Likeness.PHONE, False): N_("same number: {value}"),
    (Likeness.NAME, True): N_("same name, but no town is known: {value}"),
    (Likeness.EMAIL, True): N_("same e-mail address, perhaps only a shared mailbox: {value}"),
    (Likeness.PHONE, True): N_("same number, perhaps only a shared switchboard: {value}"),
}


class Trait(Struct, frozen=True):
    """One thing in common; a weak one is usual among those that work under one roof."""

    likeness: Likeness
    value: str
    is_weak: bool = False

    @property
    def words(self) -> Message:
        """What a person is told about it."""
        return Message(_WORDS[self.likeness, self.is_weak], value=self.value)


class Lookalike(Struct, frozen=True):
    """Another record that may be the same, and why."""

    reference: Reference
    traits: tuple[Trait, ...]

    @property
    def is_weak(self) -> bool:
        """Whether nothing but weak traits speaks for it; a name and a number or address together are not weak."""
        is_named_and_reached = len({trait.likeness is Likeness.NAME for trait in self.traits}) > 1
        return all(trait.is_weak for trait in self.traits) and not is_named_and_reached


def lookalikes(record: Record, others: Iterable[Record], before: Record | None = None) -> tuple[Lookalike, ...]:
    """Those of the others that may be the same as a record, the likeliest first.

    What `before` already had in common with them is left out: somebody has saved it so.
    """
    found = []
    for other in others:
        if other.id == record.id or other.KIND is not record.KIND or other.status is Status.ARCHIVED:
            continue
        known = set(traits(before, other)) if before else set[Trait]()
        if shared := tuple(trait for trait in traits(record, other) if trait not in known):
            found.append(Lookalike(reference_to(other), shared))
    return tuple(sorted(found, key=lambda one: (one.is_weak, -len(one.traits), one.reference.name)))


def traits(record: Record, other: Record) -> Iterator[Trait]:
    """What two records have in common."""
    if names_of(record) & names_of(other):
        towns, theirs = _towns(record), _towns(other)
        if towns & theirs or not (towns or theirs):
            yield Trait(Likeness.NAME, other.name)
        elif not (towns and theirs):
            yield Trait(Likeness.NAME, other.name, is_weak=True)
    if not isinstance(record, Reachable) or not isinstance(other, Reachable):
        return
    is_near = _are_under_one_roof(record, other)
    mails = {email.address.casefold() for email in record.emails}
    for address in dict.fromkeys(email.address for email in other.emails if email.address.casefold() in mails):
        yield Trait(Likeness.EMAIL, address, is_near)
    numbers = {phone.e164 for phone in record.phones if phone.e164}
    for phone in {phone.e164: phone for phone in other.phones if phone.e164 in numbers}.values():
        yield Trait(Likeness.PHONE, phone.text, is_near or _is_shared(phone))


def names_of(record: Record) -> set[str]:
    """The record's own names, folded in both ways."""
    names = {plain(record.name), spelled_out(record.name)}
    return names | {plain(record.short_name), spelled_out(record.short_name)} if record.short_name else names


def _towns(record: Record) -> set[str]:
    return {plain(place) for place in places_of(record)}


def _are_under_one_roof(record: Record, other: Record) -> bool:
    if isinstance(record, Location) and isinstance(other, Location):
        return record.organization_id == other.organization_id
    return isinstance(record, Person) and isinstance(other, Person) and record.belongs_to == other.belongs_to


def _is_shared(phone: Phone) -> bool:
    return phone.kind is PhoneKind.HOTLINE or len(phone.e164 or "") <= _LONGEST_SHARED
