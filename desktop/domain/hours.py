"""When a place is open: weekly slots, days on which it is closed, and the holidays of North Rhine-Westphalia."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.vocabulary import Weekday

TimeOfDay = Annotated[str, Meta(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
"""Hours and minutes in local time: `08:30`; the end of a day is `24:00`."""
Holiday = Callable[[date], str | None]
"""The German name of the holiday that a day is, if it is one."""


class Slot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An uninterrupted time of opening on one day of the week (HSDS: schedule)."""

    weekday: Weekday
    opens: TimeOfDay
    closes: TimeOfDay
    note: Annotated[str, Meta(min_length=1, max_length=200)] | None = None

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise InvalidRecordError(N_("A place must open before it closes."))


class Closure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Days on which a place is closed, both of them included."""

    starts: date
    ends: date
    note: Annotated[str, Meta(min_length=1, max_length=200)] | None = None

    def __post_init__(self) -> None:
        if self.starts > self.ends:
            raise InvalidRecordError(N_("The closed days must begin before they end."))


class Today(Struct, frozen=True, kw_only=True):
    """The slots of one day; `closed_for` is the reason why there are none, where one is known."""

    slots: tuple[Slot, ...]
    closed_for: str | None = None

    def until(self, time: TimeOfDay) -> TimeOfDay | None:
        """When a place closes that is open at this time."""
        return next((slot.closes for slot in self.slots if slot.opens <= time < slot.closes), None)

    def later(self, time: TimeOfDay) -> Slot | None:
        """The next slot of the day that has not begun."""
        return next((slot for slot in self.slots if slot.opens > time), None)


def in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The slots as a week runs."""
    days = list(Weekday)
    return tuple(sorted(slots, key=lambda slot: (days.index(slot.weekday), slot.opens)))


def overlap(slots: Iterable[Slot]) -> tuple[Slot, Slot] | None:
    """Two slots of one day that overlap, if there are any."""
    for before, after in pairwise(in_order(slots)):
        if before.weekday is after.weekday and after.opens < before.closes:
            return before, after
    return None


def on_day(day: date, slots: Iterable[Slot], closures: Sequence[Closure], holiday: Holiday) -> Today:
    """The slots of a day, none where it is closed or a holiday."""
    for closure in closures:
        if closure.starts <= day <= closure.ends:
            return Today(slots=(), closed_for=closure.note)
    if (name := holiday(day)) is not None:
        return Today(slots=(), closed_for=name)
    weekday = list(Weekday)[day.weekday()]
    return Today(slots=tuple(slot for slot in in_order(slots) if slot.weekday is weekday))


def nrw_holiday(day: date) -> str | None:
    """The name of the public holiday in North Rhine-Westphalia that a day is, if it is one."""
    import holidays

    name: str | None = holidays.country_holidays("DE", subdiv="NW", years=day.year, language="de").get(day)
    return name
