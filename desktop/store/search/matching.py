"""Finds the numbers of the records that match, best first, in tiers that each end early; nothing is scored."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from desktop.domain.search import Order, Tier
from desktop.store.search.expressions import Level, both
from desktop.store.search.reading import COUNT_CAP, Count, Reader
from desktop.store.search.scope import Scope
from desktop.store.search.typed import LAST_CHARACTER, Typed

_NUMBER = "search_name.number"
_EXACT = """
    SELECT number FROM search_name
    WHERE is_archived IN (0, 1) AND kind IN ({kinds}) AND key IN ({keys}) {passing}
    ORDER BY is_archived, is_alias, number LIMIT :most OFFSET :skipped
"""
_PREFIX = """
    SELECT is_archived, key, is_alias, number FROM search_name
    WHERE is_archived = {archived} AND kind = {kind} AND key >= :key AND key < :end {passing}
"""


class Ranked(NamedTuple):
    """A record that matches: its number and its tier."""

    number: int
    tier: Tier


class Matching:
    """One text within the limits of a scope."""

    def __init__(self, reader: Reader, typed: Typed, scope: Scope) -> None:
        self._reader = reader
        self._typed = typed
        self._scope = scope

    def within(self, scope: Scope) -> "Matching":
        """The same text within other limits."""
        return Matching(self._reader, self._typed, scope)

    @cached_property
    def count(self) -> Count:
        """How many records match; counting stops where there are more than `COUNT_CAP`."""
        found = self._anywhere if len(self._anywhere) > COUNT_CAP else self._first
        return Count(min(len(found), COUNT_CAP), len(found) > COUNT_CAP)

    def unstated(self) -> int:
        """How many more would match if those that say nothing passed as well."""
        if not self._scope.filters or not self._typed.broadest:
            return 0
        return self._reader.unstated(self._scope, self._typed.broadest)

    def best(self, most: int | None) -> list[Ranked]:
        """The best `most` records."""
        most = most if self.count.is_more else min(self.count.total, self.count.total if most is None else most)
        found: dict[int, Tier] = {}
        if most == 0:
            return []
        for tier, numbers in self._steps(found, most):
            for number in numbers:
                if number not in found:
                    found[number] = tier
            if most is not None and len(found) >= most:
                break
        return [Ranked(number, tier) for number, tier in islice(found.items(), most)]

    def in_order(self, order: Order, badges: Sequence[str], most: int | None) -> list[int]:
        """The first `most` of all that match, by place or badge."""
        if not self._typed.broadest:
            return []
        match = self._scope.match(self._typed.broadest)
        return self._reader.in_order(self._scope, match, order, badges, most)

    def _steps(self, found: Mapping[int, Tier], most: int | None) -> Iterator[tuple[Tier, list[int]]]:
        """Tiers and what they find; `found` grows meanwhile, and what cannot add to it is left out."""
        for numbers in self._exact(most):
            yield Tier.EXACT_NAME, numbers
        for numbers in self._prefixed(most):
            yield Tier.NAME_PREFIX, numbers
        for tier, level in ((Tier.NAME_WORD, Level.NAMES), (Tier.PLACE, Level.PLACES)):
            begun = self._begun(level, most)
            if not found.keys() >= set(begun):
                yield tier, self._whole(level, most)
                yield tier, begun
        anywhere = self._anywhere if self._is_enough(self._anywhere, most) else self._begun(Level.ANYWHERE, most)
        if not found.keys() >= set(anywhere[:most]):
            yield from self._in_texts(found, most)
            yield Tier.TEXT, anywhere
        yield (
            Tier.PART,
            self._first if self._is_enough(self._first, most) else self._matching(self._typed.broadest, most),
        )

    @staticmethod
    def _is_enough(first: Sequence[int], most: int | None) -> bool:
        """Whether the first that match are all of them, or as many as are wanted."""
        return len(first) <= COUNT_CAP or (most is not None and most <= len(first))

    def _in_texts(self, found: Mapping[int, Tier], most: int | None) -> Iterator[tuple[Tier, list[int]]]:
        """Whole words before their beginnings, topics before texts; of several words one in the name comes first."""
        topics = self._begun(Level.TOPICS, most)
        if not found.keys() >= set(topics):
            yield Tier.TOPIC, self._whole(Level.TOPICS, most)
        yield from self._named_in_texts(most, is_whole=True)
        for level in (Level.TEXTS, Level.ANYWHERE):
            yield Tier.TEXT, self._whole(level, most)
        yield Tier.TEXT, topics
        yield from self._named_in_texts(most, is_whole=False)
        yield Tier.TEXT, self._begun(Level.TEXTS, most)

    def _named_in_texts(self, most: int | None, *, is_whole: bool) -> Iterator[tuple[Tier, list[int]]]:
        told = self._typed.expressions
        if len(self._typed.query.groups) > 1:
            named, everywhere = told.any_of(Level.PLACES), told.all_of(Level.ANYWHERE, is_whole=is_whole)
            if named and everywhere:
                yield Tier.TEXT, self._matching(both(named, everywhere), most)

    def _whole(self, level: Level, most: int | None) -> list[int]:
        return self._matching(self._typed.expressions.all_of(level, is_whole=True), most)

    def _begun(self, level: Level, most: int | None) -> list[int]:
        return self._matching(self._typed.expressions.all_of(level), most)

    def _exact(self, most: int | None) -> Iterator[list[int]]:
        keys = {f"key_{at}": key for at, key in enumerate(self._typed.query.keys)}
        return self._named(_exact(self._scope.kind_numbers, len(keys), self._scope.passing), keys, most)

    def _prefixed(self, most: int | None) -> Iterator[list[int]]:
        statement = _prefixed(self._scope.kind_numbers, self._scope.passing)
        for key in self._typed.query.keys:
            yield from self._named(statement, {"key": key, "end": key + LAST_CHARACTER}, most)

    def _named(self, statement: str, values: Mapping[str, object], most: int | None) -> Iterator[list[int]]:
        """A record may be found by several of its names, so that more may have to be read."""
        at_once, skipped = -1 if most is None else 2 * most, 0
        while True:
            more = {**self._scope.values, **values, "most": at_once, "skipped": skipped}
            rows = list(self._reader.rows(statement, more))
            yield [row[-1] for row in rows]
            if len(rows) != at_once:
                break
            skipped += at_once

    def _matching(self, expression: str, most: int | None) -> list[int]:
        if not expression:
            return []
        return self._reader.numbers(self._scope, self._scope.match(expression), most)

    @cached_property
    def _anywhere(self) -> list[int]:
        """All that match without parts of words, or of many the first."""
        return self._begun(Level.ANYWHERE, COUNT_CAP + 1)

    @cached_property
    def _first(self) -> list[int]:
        """All that match, or of many the first."""
        if self._typed.broadest == self._typed.expressions.all_of(Level.ANYWHERE):
            return self._anywhere
        return self._matching(self._typed.broadest, COUNT_CAP + 1)


@lru_cache(maxsize=64)
def _exact(kinds: tuple[int, ...], keys: int, passing: str) -> str:
    marks = ", ".join(f":key_{at}" for at in range(keys))
    return _EXACT.format(kinds=", ".join(map(str, kinds)), keys=marks, passing=passing.format(number=_NUMBER))


@lru_cache(maxsize=64)
def _prefixed(kinds: tuple[int, ...], passing: str) -> str:
    """Each kind's names stand in their order already; SQLite merges the parts of a union."""
    passing = passing.format(number=_NUMBER)
    parts = [_PREFIX.format(archived=archived, kind=kind, passing=passing) for archived in (0, 1) for kind in kinds]
    return f"{' UNION ALL '.join(parts)} ORDER BY 1, 2, 3, 4 LIMIT :most OFFSET :skipped"
