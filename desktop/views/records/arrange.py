"""Which rows a list shows, and in what order; plain functions, so that they may be tried without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.folding import sort_key
from desktop.views.records.shape import Group

if TYPE_CHECKING:
    from desktop.domain.listing import ListingRow

NOT_STATED = ""
"""The filter value for rows that say nothing about a facet."""


class Line(NamedTuple):
    """One line of a list: a record, or the heading of a group when `row` is missing."""

    title: str
    subtitle: str = ""
    badge: str = ""
    row: ListingRow | None = None


def passes(row: ListingRow, chosen: Mapping[str, str], tiers: Mapping[str, int] | None) -> bool:
    """Whether a row was found and fits every filter."""
    if tiers is not None and row.id not in tiers:
        return False
    return all(_has(row, facet, value) for facet, value in chosen.items())


def may_pass(row: ListingRow, chosen: Mapping[str, str], tiers: Mapping[str, int] | None) -> bool:
    """Whether a row that does not pass would do so if it said something about every facet: unknown is not no."""
    stated = {facet: value for facet, value in chosen.items() if row.facets.get(facet)}
    return len(stated) < len(chosen) and passes(row, stated, tiers) and not passes(row, chosen, tiers)


def _has(row: ListingRow, facet: str, value: str) -> bool:
    values = row.facets.get(facet, ())
    return value in values if value != NOT_STATED else not values


def ordered(
    rows: Iterable[ListingRow], sort: str, badge: Callable[[ListingRow], str], tiers: Mapping[str, int] | None = None
) -> list[ListingRow]:
    """The rows by name, place or kind; rows without a place or kind come last, ties go by name.

    By name means after a search: the better hits first.
    """
    by_name = sorted(rows, key=lambda row: row.sort_key)
    if sort == "place":
        return sorted(by_name, key=lambda row: (not row.place, sort_key(row.place)))
    if sort == "kind":
        return sorted(by_name, key=lambda row: (not badge(row), sort_key(badge(row))))
    return sorted(by_name, key=lambda row: tiers[row.id]) if tiers else by_name


def lines(
    rows: Sequence[ListingRow], groups: Sequence[Group], headings: Sequence[str], badge: Callable[[ListingRow], str]
) -> Iterator[Line]:
    """The rows as lines, each group below its heading with its count; a group without rows leaves no heading behind."""
    for group, heading in zip(groups, headings, strict=True):
        members = [row for row in rows if row.kind in group.kinds]
        if members and heading:
            yield Line(f"{heading} ({len(members)})")
        for row in members:
            yield Line(row.title, second_line(row), badge(row), row)


def second_line(row: ListingRow) -> str:
    """What stands below a title: the place, unless the title names it, and what the record is about."""
    place = "" if row.place in row.title else row.place
    return " · ".join(part for part in (place, row.subtitle) if part)


def values_of(rows: Iterable[ListingRow], facet: str) -> tuple[frozenset[str], bool]:
    """The values that a facet has among the rows, and whether some rows say nothing about it."""
    found = [row.facets.get(facet, ()) for row in rows]
    return frozenset(value for values in found for value in values), not all(found)
