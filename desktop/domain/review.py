"""When a record has to be looked at again, and why."""

from calendar import monthrange
from datetime import MAXYEAR, date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.dossier import Reference
from desktop.domain.errors import N_
from desktop.domain.intervals import REVIEW_MONTHS
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import FlagKind, Status
from desktop.domain.who import Who


class Reason(StrEnum):
    """Why a person should look at a record."""

    NOTE = "note"
    FLAG = "flag"
    PAST = "past"


REASON_LABELS: dict[Reason, str] = {
    Reason.NOTE: N_("Note from the counter"),
    Reason.FLAG: N_("Doubt"),
    Reason.PAST: N_("Check is due"),
}


class Task(Struct, frozen=True, kw_only=True):
    """A line of the work-list; `last_on` is the day of the last check, or else the Stand.

    `organization` is the name of the one that a location belongs to. Without a `status` the record is not there any
    more: only its notes are; one that never `was_here` is of no known kind.
    """

    reference: Reference
    organization: str | None
    last_on: date | None
    is_checked: bool
    is_past: bool
    flags: tuple[FlagKind, ...]
    notes: int
    status: Status | None = Status.ACTIVE
    was_here: bool = True

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the record is on the list."""
        found = ((Reason.NOTE, self.notes), (Reason.FLAG, self.flags), (Reason.PAST, self.is_past))
        return tuple(reason for reason, is_so in found if is_so)


class WorkList(Struct, frozen=True):
    """The tasks that are shown, the most urgent first, and how many there are of each reason, and of any."""

    tasks: tuple[Task, ...]
    total: int
    counts: dict[Reason, int]
    whole: int


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month, or of all time."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_known(provenance: Provenance) -> date | None:
    """The last day for which somebody vouched for a record: its check, or else its Stand."""
    return provenance.checked_on or provenance.as_of


def due_on(provenance: Provenance, months: int = REVIEW_MONTHS) -> date | None:
    """The day on which a record has to be looked at again; `None` where nobody knows how old it is."""
    if provenance.next_check is not None:
        return provenance.next_check
    last = last_known(provenance)
    return months_later(last, months) if last else None


def is_past(provenance: Provenance, today: date, months: int = REVIEW_MONTHS) -> bool:
    """Whether a record should have been looked at; one of unknown age should always."""
    due = due_on(provenance, months)
    return due is None or due <= today


def checked(record: Record, who: Who, today: date, months: int) -> Record:
    """The record as somebody has found it still right today."""
    origin = replace(record.provenance, checked_on=today, checked_by=who, next_check=months_later(today, months))
    return replace(record, provenance=origin)
