"""A record together with everything that a person reads beside it."""

from datetime import date, datetime

from msgspec import Struct

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.provenance import Source
from desktop.domain.record import Name, Record, RecordId, Term
from desktop.domain.vocabulary import Kind


class Reference(Struct, frozen=True):
    """Another record, by the name that a link to it shows."""

    id: RecordId
    kind: Kind
    name: Name


def reference_to(record: Record) -> Reference:
    """What a link to a record has to know."""
    return Reference(record.id, record.KIND, record.name)


class Mention(Struct, frozen=True):
    """A body, and the first of the `count` other records that speak of it."""

    body: Name
    records: tuple[Reference, ...]
    count: int


class Dossier(Struct, frozen=True, kw_only=True, gc=False):
    """What a page or a sheet is made from.

    For a location `organization` is its own; `locations` are all of that organisation, head office first, itself
    among them. For an organisation `locations` are its own. `today` is the day on which it is shown or printed, if that
    is known; `read_at` is the time of day on a screen, and unknown on paper. `is_past` says that a check is due.
    `mentions` are looked up for a screen alone.
    """

    record: Record
    source: Source
    subjects: tuple[Term, ...] = ()
    target_groups: tuple[Term, ...] = ()
    persons: tuple[Person, ...] = ()
    organization: Organization | None = None
    locations: tuple[Location, ...] = ()
    related: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    today: date | None = None
    read_at: datetime | None = None
    is_past: bool = False
