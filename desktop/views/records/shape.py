"""What makes one tab of records differ from another: its groups, filters, sorts and badges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate

if TYPE_CHECKING:
    from desktop.domain.listing import Listing, ListingRow


class Group(NamedTuple):
    """Kinds of records that stand together, below a heading if they have one (a message)."""

    kinds: frozenset[Kind]
    heading: str | None = None


class Facet(NamedTuple):
    """Something to filter by: its key in the rows, its name, "all of them", and its words if it has a list.

    The words are those of an enumeration, or messages by their value.
    """

    key: str
    name: str
    everything: str
    values: type[StrEnum] | None = None
    answers: Mapping[str, str] | None = None


class Sort(NamedTuple):
    """An order of the rows within their group and the message that names it."""

    key: str
    name: str


class Shape(NamedTuple):
    """The whole description of a tab; `badge` is the facet whose value stands at the end of each row."""

    key: str
    title: str
    description: str
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...]
    sorts: tuple[Sort, ...]
    badge: str | None = None


ValueNames = Callable[[str], str]


def value_names(facet: Facet, listing: Listing, tr: Translate) -> ValueNames:
    """The word that a person reads for a value of a facet."""
    terms: Mapping[str, Mapping[str, str]] = {"subject": listing.subjects, "target_group": listing.target_groups}
    if facet.key in terms:
        names = terms[facet.key]
        return lambda value: names.get(value, value)
    if facet.answers is not None:
        answers = facet.answers
        return lambda value: tr(answers[value])
    if facet.values is not None:
        enum = facet.values
        return lambda value: tr(label(enum(value)))
    return lambda value: value


def rows_of(shape: Shape, listing: Listing) -> tuple[ListingRow, ...]:
    """The rows that belong to the tab, group by group, in the order of the listing."""
    return tuple(row for group in shape.groups for row in listing.rows if row.kind in group.kinds)


def badges(shape: Shape, names: Mapping[str, ValueNames]) -> Callable[[ListingRow], str]:
    """The word at the end of each row of the tab."""
    facet = shape.badge
    if facet is None:
        return lambda _: ""

    def badge(row: ListingRow) -> str:
        values = row.facets.get(facet, ())
        return names[facet](values[0]) if values else ""

    return badge
