"""Dates as exact as the source has them, in one order."""

import pytest

from desktop.domain.record import DatedFact
from desktop.domain.timeline import Event, Gap, events, period, with_gaps
from desktop.domain.vocabulary import DateRelation
from tests.support.dossiers import shipped


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2018-03", "2018-03-01", "2018-03-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-06-01", "2018-06-01", "2018-06-01"),
    ],
)
def test_a_date_is_as_long_as_it_is_vague(when: str, first: str, last: str) -> None:
    assert tuple(map(str, period(when))) == (first, last)


def _told(*facts: tuple[str, DateRelation]) -> list[str]:
    record = next(record for record in shipped().records if record.id == "moers")
    told = [
        Event(DatedFact(date=when, relation=relation, text="x"), events([record])[0].record) for when, relation in facts
    ]
    return ["gap" if isinstance(line, Gap) else line.fact.date for line in with_gaps(told)]


def test_more_than_a_year_without_a_fact_is_a_gap() -> None:
    assert _told(("2016", DateRelation.ON), ("2017-12", DateRelation.ON)) == ["2016", "2017-12"]
    assert _told(("2016", DateRelation.ON), ("2018-02", DateRelation.ON)) == ["2016", "gap", "2018-02"]


def test_until_a_year_means_its_end() -> None:
    assert _told(("2018-06-01", DateRelation.ON), ("2019", DateRelation.UNTIL)) == ["2018-06-01", "gap", "2019"]
    assert _told(("2018-06-01", DateRelation.ON), ("2019", DateRelation.ON)) == ["2018-06-01", "2019"]


def test_facts_of_all_records_stand_in_one_order() -> None:
    told = events(shipped().records)
    assert len(told) == sum(len(record.dates) for record in shipped().records)
    assert [event.first_day for event in told] == sorted(event.first_day for event in told)
