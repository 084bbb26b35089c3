"""Who is responsible: an organisation, the locations where it is found, and the persons to ask for."""

from typing import ClassVar

from desktop.domain.address import Address
from desktop.domain.phone import Phone
from desktop.domain.record import Email, Name, Prose, Record, RecordId, Statement
from desktop.domain.vocabulary import Kind, Level, LocationRole


class Organization(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A body with tasks (HSDS: organization); unknown is `None` and never means no."""

    KIND: ClassVar[Kind] = Kind.ORGANIZATION
    SECTIONS: ClassVar[tuple[str, ...]] = ("tasks", "offers", "legal_basis", "figures")

    level: Level
    tasks: tuple[Statement, ...] = ()
    offers: tuple[Statement, ...] = ()
    legal_basis: tuple[Statement, ...] = ()
    figures: tuple[Statement, ...] = ()


class Location(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A contact point of an organisation, with or without an address (HSDS: location)."""

    KIND: ClassVar[Kind] = Kind.LOCATION

    organization_id: RecordId
    role: LocationRole
    addresses: tuple[Address, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    languages: tuple[Name, ...] = ()
    interpreter: bool | None = None
    is_anonymous: bool | None = None
    by_appointment: bool | None = None
    cost: Prose | None = None
    accessibility: Prose | None = None
    required_documents: Prose | None = None


class Person(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A named person to contact, about the record `belongs_to` (HSDS: contact)."""

    KIND: ClassVar[Kind] = Kind.PERSON

    belongs_to: RecordId
    organization_name: Name | None = None
    department: Name | None = None
    role: Name | None = None
    addresses: tuple[Address, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
