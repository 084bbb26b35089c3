"""Dated facts of several records in one order, with the times that nothing is said about."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from desktop.domain.dossier import Reference, reference_to
from desktop.domain.record import DatedFact, PartialDate, Record
from desktop.domain.vocabulary import DateRelation

_LONG = timedelta(days=366)
"""More than a year in which nothing is dated is a gap."""


class Event(Struct, frozen=True):
    """A dated fact and the record that it is told in."""

    fact: DatedFact
    record: Reference

    @property
    def first_day(self) -> date:
        """The first day that the date can mean; of something that goes on until then, the last."""
        first, last = period(self.fact.date)
        return last if self.fact.relation is DateRelation.UNTIL else first

    @property
    def last_day(self) -> date:
        """The last day that the date can mean."""
        return period(self.fact.date)[1]


class Gap(Struct, frozen=True):
    """A long time between two facts that follow each other."""

    before: Event
    after: Event


def period(when: PartialDate) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    year, month, day = (int(part) for part in (*when.split("-"), "0", "0")[:3])
    last_month = month or 12
    return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])


def events(records: Iterable[Record]) -> tuple[Event, ...]:
    """Every dated fact, the earliest first; facts of one date stand in the order of the records."""
    found = [Event(fact, reference_to(record)) for record in records for fact in record.dates]
    return tuple(sorted(found, key=lambda event: (event.first_day, event.last_day)))


def with_gaps(told: Sequence[Event]) -> Iterator[Event | Gap]:
    """The facts, and between two of them that are more than a year apart a gap."""
    latest: Event | None = None
    for event in told:
        if latest is not None and event.first_day - latest.last_day > _LONG:
            yield Gap(latest, event)
        yield event
        if latest is None or event.last_day >= latest.last_day:
            latest = event
