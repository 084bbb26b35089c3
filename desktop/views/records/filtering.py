"""From what a person filters by to what the index is asked."""

from datetime import date

from desktop.domain.search import ARCHIVE, AS_OF, Filters
from desktop.views.tab import Narrowing


def filters_of(narrowing: Narrowing, today: date) -> Filters:
    """The filters in the words of a question; an age counts back from today."""
    facets = {facet: (value,) for facet, value in narrowing.values.items() if facet not in (AS_OF, ARCHIVE)}
    years = narrowing.values.get(AS_OF)
    older_than = _years_before(today, int(years)) if years else None
    return Filters(
        facets=facets,
        older_than=older_than,
        takes_unstated=narrowing.takes_unstated,
        only_archived=ARCHIVE in narrowing.values,
    )


def _years_before(day: date, years: int) -> date:
    """The same day so many years ago; for 29 February the day before where there is none."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if is_leap_day else day.day)
