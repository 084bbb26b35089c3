"""When a place is open."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import InvalidRecordError
from desktop.domain.hours import Closure, Slot, in_order, next_opening, nrw_holiday, on_day, overlap
from desktop.domain.vocabulary import Weekday
from tests.support.open_places import HOLIDAYS, WEEK

MONDAY = date(2026, 11, 23)
_MINUTES = st.integers(0, 24 * 60)


def _time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


SLOTS = st.builds(
    lambda day, two: Slot(weekday=day, opens=_time(min(two)), closes=_time(max(two))),
    st.sampled_from(Weekday),
    st.lists(_MINUTES, min_size=2, max_size=2, unique=True),
)
CLOSURES = st.builds(
    lambda day, days, note: Closure(starts=day, ends=min(date.max - timedelta(days), day) + timedelta(days), note=note),
    st.dates(max_value=date(9990, 1, 1)),
    st.integers(0, 60),
    st.none() | st.just("Betriebsferien"),
)


@settings(deadline=None)
@given(st.dates(), st.lists(SLOTS, max_size=12), st.lists(CLOSURES, max_size=3))
def test_any_day_has_an_answer_and_its_slots_stand_in_order(
    day: date, slots: list[Slot], closures: list[Closure]
) -> None:
    today = on_day(day, slots, closures, nrw_holiday)
    assert list(today.slots) == sorted(today.slots, key=lambda slot: slot.opens)
    assert all(list(Weekday).index(slot.weekday) == day.weekday() for slot in today.slots)
    assert not (today.slots and today.closed_for)
    assert not (today.slots and nrw_holiday(day))


@given(st.dates(), st.lists(SLOTS, max_size=6), st.lists(CLOSURES, max_size=2))
def test_the_next_opening_is_later_and_truly_open(day: date, slots: list[Slot], closures: list[Closure]) -> None:
    if found := next_opening(day, slots, closures, nrw_holiday):
        opening, slot = found
        assert opening > day
        assert on_day(opening, slots, closures, nrw_holiday).slots[0] == slot


@given(SLOTS, SLOTS)
def test_an_overlap_does_not_depend_on_who_comes_first(one: Slot, other: Slot) -> None:
    assert overlap([one, other]) == overlap([other, one]) or (one.weekday, one.opens) == (other.weekday, other.opens)
    assert (overlap([one, other]) is None) == (overlap([other, one]) is None)


@given(st.lists(SLOTS, max_size=10))
def test_a_week_runs_from_monday_to_sunday(slots: list[Slot]) -> None:
    keys = [(list(Weekday).index(slot.weekday), slot.opens) for slot in in_order(slots)]
    assert keys == sorted(keys)
    assert len(keys) == len(slots)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 1), "Allerheiligen"),
        (date(2026, 6, 4), "Fronleichnam"),
        (date(2027, 10, 3), "Tag der Deutschen Einheit"),
        (date(2026, 1, 6), None),
        (date(2026, 8, 15), None),
    ],
)
def test_only_the_holidays_of_north_rhine_westphalia_count(day: date, name: str | None) -> None:
    assert nrw_holiday(day) == name


def test_a_place_is_followed_through_its_closed_days_and_the_holidays_behind_them() -> None:
    found = next_opening(date(2026, 12, 23), WEEK, (HOLIDAYS,), nrw_holiday)
    assert found is not None
    assert (found[0], found[1].opens) == (date(2027, 1, 4), "08:30")


def test_a_place_that_closes_for_good_is_not_followed_for_ever() -> None:
    assert next_opening(MONDAY, WEEK, (Closure(starts=MONDAY, ends=date(2040, 1, 1)),), nrw_holiday) is None
    assert next_opening(date.max, WEEK, (), nrw_holiday) is None


def test_a_slot_ends_after_it_begins_and_may_end_with_the_day() -> None:
    assert Slot(weekday=Weekday.MONDAY, opens="20:00", closes="24:00").closes == "24:00"
    with pytest.raises(InvalidRecordError):
        Slot(weekday=Weekday.MONDAY, opens="12:00", closes="12:00")
