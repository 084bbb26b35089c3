"""A week of opening hours is typed or pasted in one line."""

import pytest

from desktop.domain.errors import InvalidRecordError
from desktop.domain.vocabulary import Weekday
from desktop.domain.week_text import slots_in


def _told(text: str) -> list[tuple[int, str, str]]:
    days = list(Weekday)
    return [(days.index(slot.weekday), slot.opens, slot.closes) for slot in slots_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mo–Di 8–12 und 14–16 Uhr, Fr 8–12:30",
        "mo-di 08:00-12:00, 14:00-16:00; fr 8-12.30",
        "Montag bis Dienstag: 8.00 bis 12.00 Uhr u. 14 - 16 Uhr / Freitag: 8 Uhr - 12.30 Uhr",
        "Mo., Di. 8-12, 14-16\nFr. 8-12:30 Uhr",
        "Mon-Tue 8-12 and 14-16, Fri 8-12:30",
    ],
)
def test_a_lunch_break_is_read_however_it_is_written(text: str) -> None:
    days = [(day, *times) for day in (0, 1) for times in (("08:00", "12:00"), ("14:00", "16:00"))]
    assert _told(text) == [*days, (4, "08:00", "12:30")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mo",
        "8-12",
        "Mo 8",
        "Mo 8-",
        "Mo 25-26",
        "Mo 8-12:75",
        "Fr-Mo 8-12",
        "nach Vereinbarung",
        "Sommer 8-12",
        "Mo 8-12, Di",
    ],
)
def test_what_is_not_wholly_understood_is_not_guessed(text: str) -> None:
    with pytest.raises(InvalidRecordError):
        slots_in(text)


def test_a_place_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(InvalidRecordError, match="open before it closes"):
        slots_in("Mo 14-8")
