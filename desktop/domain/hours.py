"""When a place is open: weekly slots, days on which it is closed, and the holidays of North Rhine-Westphalia."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.vocabulary import Weekday

TimeOfDay = Annotated[str, Meta(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
"""Hours and minutes in local time: `08:30`; the end of a day is `24:00`."""
Holiday = Callable[[date], str | None]
"""The German name of the holiday that a day is, if it is one."""
_LOOKED_AHEAD = 60
"""How many days a closed place is followed until it opens again."""


class Slot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """An uninterrupted time of opening on one day of the week (HSDS: schedule)."""

    weekday: Weekday
    opens: TimeOfDay
    closes: TimeOfDay
    note: Annotated[str, Meta(min_length=1, max_length=200)] | None = None

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise InvalidRecordError(N_("A place must open before it closes."))


class Closure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
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

    def current(self, time: TimeOfDay) -> Slot | None:
        """The slot within which a place is open at this time."""
        return next((slot for slot in self.slots if slot.opens <= time < slot.closes), None)

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


def next_opening(
    after: date, slots: Sequence[Slot], closures: Sequence[Closure], holiday: Holiday
) -> tuple[date, Slot] | None:
    """The first slot on a later day, as far as one looks ahead."""
    for ahead in range(1, min(_LOOKED_AHEAD, (date.max - after).days) + 1):
        day = after + timedelta(days=ahead)
        if found := on_day(day, slots, closures, holiday).slots:
            return day, found[0]
    return None


def nrw_holiday(day: date) -> str | None:
    """The name of the public holiday in North Rhine-Westphalia that a day is, if it is one."""
    return _nrw_holidays(day.year).get(day)


@lru_cache(maxsize=4)
def _nrw_holidays(year: int) -> dict[date, str]:
    import holidays

    return dict(holidays.country_holidays("DE", subdiv="NW", years=year, language="de"))
