"""What records have in common that can be reached, and those that can be visited."""

from msgspec import Struct

from desktop.domain.address import Address
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.hours import Closure, Slot, overlap
from desktop.domain.phone import Phone
from desktop.domain.record import Email, Prose, Record


class Reachable(Record, Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record with addresses, numbers and mail addresses, each in the order of use."""

    addresses: tuple[Address, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()


class Visitable(Reachable, Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record with hours; an appointment may be needed within them as without any."""

    opening_hours: tuple[Slot, ...] = ()
    closures: tuple[Closure, ...] = ()
    hours_note: Prose | None = None
    by_appointment: bool | None = None

    def __post_init__(self) -> None:
        if self.opening_hours and overlap(self.opening_hours):
            raise InvalidRecordError(N_("Opening hours of the same day overlap."))
