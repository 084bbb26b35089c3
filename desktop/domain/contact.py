"""Who is responsible: an organisation, the locations where it is found, and the persons to ask for."""

from typing import ClassVar

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.reach import Reachable, Visitable
from desktop.domain.record import Name, Prose, Record, RecordId, Statement
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


class Location(Visitable, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A contact point of an organisation, with or without an address (HSDS: location).

    `hours_of` is the location of the same organisation whose hours apply here; then there are none of its own.
    """

    KIND: ClassVar[Kind] = Kind.LOCATION

    organization_id: RecordId
    role: LocationRole
    hours_of: RecordId | None = None
    languages: tuple[Name, ...] = ()
    interpreter: bool | None = None
    is_anonymous: bool | None = None
    cost: Prose | None = None
    accessibility: Prose | None = None
    required_documents: Prose | None = None

    def __post_init__(self) -> None:
        Visitable.__post_init__(self)  # the usual `super` knows nothing of the class that msgspec makes
        if self.hours_of and (self.opening_hours or self.hours_note):
            raise InvalidRecordError(
                N_("A place that takes over the hours of another one has none of its own."), field="hours_of"
            )
        if self.hours_of == self.id:
            raise InvalidRecordError(N_("A place cannot take over its own hours."), field="hours_of")


class Person(Reachable, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A named person to contact, about the record `belongs_to` (HSDS: contact)."""

    KIND: ClassVar[Kind] = Kind.PERSON

    belongs_to: RecordId
    organization_name: Name | None = None
    department: Name | None = None
    role: Name | None = None
