"""Finds the numbers of the records that match, best first, in tiers that each end early; nothing is scored."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from desktop.domain.folding import joined
from desktop.domain.query import Query
from desktop.domain.search import Order, Tier
from desktop.store.search.expressions import (
    ANYWHERE,
    NAMES,
    PLACES,
    TEXTS,
    TOPICS,
    all_of,
    any_of,
    both,
    with_parts,
)
from desktop.store.search.reading import COUNT_CAP, Count, Reader
from desktop.store.search.scope import Scope

_MOST_PARTS = 50
_SHORTEST_PART = 3
_LAST_CHARACTER = "\U0010ffff"

_EXACT = """
    SELECT number FROM search_name
    WHERE is_archived IN (0, 1) AND kind IN ({kinds}) AND key IN ({keys}) {passing}
    ORDER BY is_archived, is_alias, number LIMIT :most OFFSET :skipped
"""
_PREFIX = """
    SELECT is_archived, key, is_alias, number FROM search_name
    WHERE is_archived = {archived} AND kind = {kind} AND key >= :key AND key < :end {passing}
"""
_PARTS = """
    SELECT search_word.word FROM search_part JOIN search_word ON search_word.number = search_part.rowid
    WHERE search_part MATCH ? ORDER BY search_word.uses DESC, search_word.word LIMIT ?
"""


class Ranked(NamedTuple):
    """A record that matches: its number and its tier."""

    number: int
    tier: Tier


class Matching:
    """One text within the limits of a scope."""

    def __init__(self, reader: Reader, query: Query, scope: Scope, broadest: str = "") -> None:
        self._reader = reader
        self._query = query
        self._scope = scope
        self._broadest = broadest or self._with_parts()

    def within(self, scope: Scope) -> "Matching":
        """The same text within other limits."""
        return Matching(self._reader, self._query, scope, self._broadest)

    @cached_property
    def count(self) -> Count:
        """How many records match; counting stops where there are more than `COUNT_CAP`."""
        return Count(min(len(self._first), COUNT_CAP), len(self._first) > COUNT_CAP)

    def unstated(self) -> int:
        """How many more would match if those that say nothing passed as well."""
        return self._reader.unstated(self._scope, self._broadest)

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
        match = self._scope.match(self._broadest)
        return self._reader.in_order(self._scope, match, order, badges, most)

    def _steps(self, found: Mapping[int, Tier], most: int | None) -> Iterator[tuple[Tier, list[int]]]:
        """Tiers and what they find; `found` grows meanwhile, and what cannot add to it is left out."""
        for numbers in self._exact(most):
            yield Tier.EXACT_NAME, numbers
        for numbers in self._prefixed(most):
            yield Tier.NAME_PREFIX, numbers
        for tier, columns in ((Tier.NAME_WORD, NAMES), (Tier.PLACE, PLACES)):
            begun = self._begun(columns, most)
            if not found.keys() >= set(begun):
                yield tier, self._whole(columns, most)
                yield tier, begun
        anywhere = self._begun(ANYWHERE, most)
        if not found.keys() >= set(anywhere):
            yield from self._in_texts(found, most)
            yield Tier.TEXT, anywhere
        if self.count.is_more and (most is None or most > len(self._first)):
            yield Tier.PART, self._matching(self._broadest, most)
        else:
            yield Tier.PART, self._first

    def _in_texts(self, found: Mapping[int, Tier], most: int | None) -> Iterator[tuple[Tier, list[int]]]:
        """Whole words before their beginnings, topics before texts; of several words one in the name comes first."""
        topics = self._begun(TOPICS, most)
        if not found.keys() >= set(topics):
            yield Tier.TOPIC, self._whole(TOPICS, most)
        yield from self._named_in_texts(most, is_whole=True)
        for columns in (TEXTS, ANYWHERE):
            yield Tier.TEXT, self._whole(columns, most)
        yield Tier.TEXT, topics
        yield from self._named_in_texts(most, is_whole=False)
        yield Tier.TEXT, self._begun(TEXTS, most)

    def _named_in_texts(self, most: int | None, *, is_whole: bool) -> Iterator[tuple[Tier, list[int]]]:
        groups = self._query.groups
        if len(groups) > 1:
            named = both(any_of(groups, PLACES), all_of(groups, ANYWHERE, is_whole=is_whole))
            yield Tier.TEXT, self._matching(named, most)

    def _whole(self, columns: tuple[str, ...], most: int | None) -> list[int]:
        return self._matching(all_of(self._query.groups, columns, is_whole=True), most)

    def _begun(self, columns: tuple[str, ...], most: int | None) -> list[int]:
        return self._matching(all_of(self._query.groups, columns), most)

    def _exact(self, most: int | None) -> Iterator[list[int]]:
        keys = {f"key_{at}": key for at, key in enumerate(self._query.keys)}
        kinds = ", ".join(map(str, self._scope.kind_numbers))
        marks = ", ".join(f":{name}" for name in keys)
        return self._named(_EXACT.format(kinds=kinds, keys=marks, passing=self._passing), keys, most)

    def _prefixed(self, most: int | None) -> Iterator[list[int]]:
        """Each kind's names stand in their order already; SQLite merges the parts of a union."""
        parts = [
            _PREFIX.format(archived=archived, kind=kind, passing=self._passing)
            for archived in (0, 1)
            for kind in self._scope.kind_numbers
        ]
        statement = f"{' UNION ALL '.join(parts)} ORDER BY 1, 2, 3, 4 LIMIT :most OFFSET :skipped"
        for key in self._query.keys:
            yield from self._named(statement, {"key": key, "end": key + _LAST_CHARACTER}, most)

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
        return self._reader.numbers(self._scope, self._scope.match(expression), most)

    @cached_property
    def _passing(self) -> str:
        return self._scope.passing.format(number="search_name.number")

    @cached_property
    def _first(self) -> list[int]:
        """All that match, or of many the first."""
        return self._matching(self._broadest, COUNT_CAP + 1)

    def _with_parts(self) -> str:
        """The expression that every hit matches: each group anywhere, also as a part of a word."""
        words = {word for group in self._query.groups for spelling in group.spellings for word in spelling}
        parts = {word: self._holding(word) for word in words if len(word) >= _SHORTEST_PART and not word.isdigit()}
        return with_parts(self._query.groups, parts)

    def _holding(self, word: str) -> tuple[str, ...]:
        """The words that hold `word` in their middle or at their end, the most frequent first."""
        rows = self._reader.rows(_PARTS, (f'"{joined(word)}"', _MOST_PARTS))
        return tuple(found for (found,) in rows if not found.startswith(word))
