"""Which records a question is about: of which kinds, in use or at all, and what the filters let through."""

from functools import cached_property

from msgspec.structs import replace

from desktop.domain.search import UNSTATED, Filters
from desktop.domain.vocabulary import Kind
from desktop.store.search.expressions import both
from desktop.store.search.facets import (
    ARCHIVED,
    KIND_NUMBERS,
    any_word,
    facet_word,
    kind_word,
    marked_off,
    month_word,
    up_to,
)

WITHOUT_DATE = any_word([month_word(None)])
"""The records that have no Stand, in the language of FTS5."""


EVERY_KIND = frozenset(Kind)


class Scope:
    """The limits of a question, as an expression of FTS5 and as tests of SQL."""

    def __init__(
        self, kinds: frozenset[Kind] = EVERY_KIND, filters: Filters | None = None, *, is_in_use: bool = False
    ) -> None:
        self.kinds = kinds
        self.filters = filters or Filters()
        self._is_in_use = is_in_use and not self.filters.only_archived
        self._chosen = [(facet, self._passing(values)) for facet, values in self.filters.facets.items() if values]

    def match(self, text: str = "", without: str = "") -> str:
        """All that `text` finds in the scope, or the whole scope, but for what `without` finds."""
        more, less = self._limits if text else self._limits_alone
        found = f"({text}) AND {more}" if text and more else text or more
        less = f"({without}) OR {less}" if without and less else without or less
        return f"({found}) NOT ({less})" if less else found

    def widened(self) -> "Scope":
        """The same with those that say nothing about what is filtered by."""
        return Scope(self.kinds, replace(self.filters, takes_unstated=True), is_in_use=self._is_in_use)

    def undated(self) -> "Scope":
        """The same without a filter by Stand."""
        return Scope(self.kinds, replace(self.filters, older_than=None), is_in_use=self._is_in_use)

    @cached_property
    def kind_numbers(self) -> tuple[int, ...]:
        """The kinds as numbers."""
        return tuple(sorted(KIND_NUMBERS[kind] for kind in self.kinds))

    @cached_property
    def facets(self) -> str:
        """The facets that are filtered by, each with one of its values; nothing where there are none."""
        every = (any_word(facet_word(facet, value) for value in values) for facet, values in self._chosen)
        return " AND ".join(f"({one})" for one in every)

    @cached_property
    def dated(self) -> str:
        """A condition that the record `{number}` is old enough, to be added to others."""
        return _and_exists(self._old_enough)

    @cached_property
    def passing(self) -> str:
        """A condition that the record `{number}` passes the filters, to be added to others."""
        tests = [
            "(" + " OR ".join(f"instr(dated.facets, :facet_{at}_{nth})" for nth in range(len(values))) + ")"
            for at, (_, values) in enumerate(self._chosen)
        ]
        archived = ["dated.is_archived = 1"] if self.filters.only_archived else []
        old_enough = [f"({self._old_enough})"] if self._old_enough else []
        return _and_exists(" AND ".join([*tests, *archived, *old_enough]))

    @cached_property
    def values(self) -> dict[str, object]:
        """The values that the conditions speak of."""
        found: dict[str, object] = {
            f"facet_{at}_{nth}": marked_off(facet, value)
            for at, (facet, values) in enumerate(self._chosen)
            for nth, value in enumerate(values)
        }
        if self.filters.older_than:
            found["older_than"] = self.filters.older_than.isoformat()
        return found

    @cached_property
    def _limits(self) -> tuple[str, str]:
        """What must be found beside a text, and what must not: of the kinds the fewer are spoken of."""
        others = EVERY_KIND - self.kinds
        if len(self.kinds) < len(others):
            return self._limits_alone
        archived = [ARCHIVED] if self._is_in_use else []
        less = [*archived, *(kind_word(kind) for kind in sorted(others))]
        return self._narrowed, any_word(less) if less else ""

    @cached_property
    def _limits_alone(self) -> tuple[str, str]:
        kinds = any_word(kind_word(kind) for kind in sorted(self.kinds))
        return both(kinds, self._narrowed), any_word([ARCHIVED]) if self._is_in_use else ""

    @cached_property
    def _narrowed(self) -> str:
        """What the filters let through, as far as words can say."""
        archived = any_word([ARCHIVED]) if self.filters.only_archived else ""
        return both(both(self.facets, archived), self._months)

    @cached_property
    def _months(self) -> str:
        """The months that may hold records that are old enough, so that few have to be looked at."""
        if not self.filters.older_than:
            return ""
        months = up_to(self.filters.older_than.isoformat())
        return f"({months}) OR ({WITHOUT_DATE})" if self.filters.takes_unstated else months

    @cached_property
    def _old_enough(self) -> str:
        if not self.filters.older_than:
            return ""
        or_without = " OR dated.as_of IS NULL" if self.filters.takes_unstated else ""
        return f"dated.as_of < :older_than{or_without}"

    def _passing(self, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*values, UNSTATED))) if self.filters.takes_unstated else values


def _and_exists(test: str) -> str:
    if not test:
        return ""
    return f"AND EXISTS (SELECT 1 FROM search_entry AS dated WHERE dated.number = {{number}} AND ({test}))"
