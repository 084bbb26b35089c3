"""What makes one tab of records differ from another: its groups, filters, orders and badges."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import N_
from desktop.domain.search import ARCHIVE, AS_OF, UNSTATED, Order
from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate

if TYPE_CHECKING:
    from desktop.domain.search import Choices


class Group(NamedTuple):
    """Kinds of records that stand together, below a heading if they have one (a message)."""

    kinds: frozenset[Kind]
    heading: str | None = None


class Facet(NamedTuple):
    """Something to filter by: its key in the records, its name, "all of them", and its words if it has a list.

    The words are those of an enumeration, or messages by their value; those of a filter that `is_fixed` stand in the
    order given and are offered whether or not a record has them.
    """

    key: str
    name: str
    everything: str
    values: type[StrEnum] | None = None
    answers: Mapping[str, str] | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it asks for something that no record says in so many words."""
        return self.key in (AS_OF, ARCHIVE)


class Sort(NamedTuple):
    """An order of the rows within their group and the message that names it."""

    order: Order
    name: str


class Shape(NamedTuple):
    """The whole description of a tab; `badge` is the list that the value at the end of each row comes from."""

    key: str
    title: str
    description: str
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...]
    sorts: tuple[Sort, ...]
    badge: type[StrEnum] | None = None

    @property
    def kinds(self) -> frozenset[Kind]:
        """All kinds of records in the tab."""
        return frozenset(kind for group in self.groups for kind in group.kinds)


AGE = Facet(
    AS_OF,
    N_("As of"),
    N_("Any age"),
    answers={
        "1": N_("older than 1 year"),
        "2": N_("older than 2 years"),
        "5": N_("older than 5 years"),
        "10": N_("older than 10 years"),
    },
)
"""The filter by the Stand of the records; its values are years."""
ARCHIVED = "only"
ARCHIVED_RECORDS = Facet(ARCHIVE, N_("Archive"), N_("Records in use"), answers={ARCHIVED: N_("only archived records")})
"""The filter that every list has: without it the archived records stand in none of them."""


class Words:
    """The words that a tab's filters and badges have in the reader's language."""

    def __init__(self, shape: Shape, choices: Choices, tr: Translate) -> None:
        self._shape = shape
        self._choices = choices
        self._tr = tr

    def name(self, facet: Facet, value: str) -> str:
        """What a person reads for a value of a facet."""
        choices, tr = self._choices, self._tr
        terms = {"subject": choices.subjects, "target_group": choices.target_groups}.get(facet.key)
        if terms is not None:
            return terms.get(value, value)
        if facet.answers is not None:
            return tr(facet.answers[value])
        return tr(label(facet.values(value))) if facet.values is not None else value

    def values(self, facet: Facet) -> tuple[frozenset[str], bool]:
        """The values that a facet has in the tab, and whether some records say nothing about it."""
        if facet.is_fixed:
            return frozenset(facet.answers or ()), False
        found = [self._choices.uses.get(kind, {}).get(facet.key, {}) for kind in self._shape.kinds]
        values = frozenset(value for uses in found for value, count in uses.items() if count)
        return values - {UNSTATED}, UNSTATED in values

    @cached_property
    def badges(self) -> dict[str, str]:
        """The word at the end of a row by the value behind it, in the order of the words."""
        from desktop.domain.folding import sort_key

        named = {value.value: self._tr(label(value)) for value in self._shape.badge or ()}
        return dict(sorted(named.items(), key=lambda pair: sort_key(pair[1])))

    @property
    def total(self) -> int:
        """How many records in use the tab has."""
        return sum(self._choices.totals.get(kind, 0) for kind in self._shape.kinds)
