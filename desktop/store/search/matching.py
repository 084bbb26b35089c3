"""Finds the numbers of the records that match, best first, in tiers that each end early; nothing is scored."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from desktop.domain.folding import joined
from desktop.domain.query import Query
from desktop.domain.search import UNSTATED, Filters, Tier
from desktop.domain.vocabulary import Kind
from desktop.store.search.expressions import (
    ANYWHERE,
    NAMES,
    PLACES,
    TEXTS,
    TOPICS,
    all_of,
    any_of,
    both,
    narrowed,
    with_parts,
)

COUNT_CAP = 1000
_MOST_PARTS = 50
_SHORTEST_PART = 3
_LAST_CHARACTER = "\U0010ffff"

_COUNT = """
    SELECT kind, count(*) FROM (SELECT rowid FROM search_index WHERE search_index MATCH :match {older} LIMIT :most)
    JOIN search_entry ON number = rowid GROUP BY kind
"""
_BROWSE = "SELECT number FROM search_entry WHERE :match = '' {older} ORDER BY number LIMIT :most"
_BROWSE_COUNT = "SELECT kind, count(*) FROM ({rows}) AS found JOIN search_entry USING (number) GROUP BY kind"
_MATCH = "SELECT rowid FROM search_index WHERE search_index MATCH :match {older} ORDER BY rowid LIMIT :most"
_EXACT = """
    SELECT number FROM search_name
    WHERE is_archived IN (0, 1) AND key IN (:key, :other_key) {narrowed} {older}
    ORDER BY is_archived, is_alias, number LIMIT :most
"""
_PREFIX = """
    SELECT number FROM search_name
    WHERE is_archived = :archived AND key >= :key AND key < :end {narrowed} {older}
    ORDER BY key, is_alias, number LIMIT :most
"""
_NARROWED = "AND EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH :match AND rowid = search_name.number)"
_OLDER = """
    AND EXISTS (SELECT 1 FROM search_entry AS dated WHERE dated.number = {number} AND dated.as_of < :older_than)
"""
_PARTS = """
    SELECT search_word.word FROM search_part JOIN search_word ON search_word.number = search_part.rowid
    WHERE search_part MATCH ? ORDER BY search_word.uses DESC, search_word.word LIMIT ?
"""


class Ranked(NamedTuple):
    """A record that matches: its number, its tier, and its place among all that were looked for."""

    number: int
    tier: Tier
    step: int


class Count(NamedTuple):
    """How many records match, by kind as well, and whether there are more."""

    total: int
    by_kind: dict[Kind, int]
    is_more: bool


class Matching:
    """One query with its filters; `go_on` raises when nobody waits for the answer any more."""

    def __init__(
        self, connection: sqlite3.Connection, query: Query, filters: Filters, go_on: Callable[[], None]
    ) -> None:
        self._connection = connection
        self._query = query
        self._filters = filters
        self._go_on = go_on
        self._facets = narrowed(filters)

    def count(self) -> Count:
        """How many records match, in all and by kind; counting stops where there are more than `COUNT_CAP`."""
        counts = self._counts(self._filters)
        total = sum(counts.values())
        return Count(min(total, COUNT_CAP), counts, total > COUNT_CAP)

    def unstated(self) -> dict[str, int]:
        """Of each facet filtered by, how many records match but for saying nothing about it."""
        found = {}
        for facet, values in self._filters.facets.items():
            if values and UNSTATED not in values:
                silent = Filters(
                    facets={**self._filters.facets, facet: (UNSTATED,)}, older_than=self._filters.older_than
                )
                found[facet] = sum(self._counts(silent).values())
        return found

    def best(self, most: int) -> list[Ranked]:
        """The best `most` records."""
        found: dict[int, Ranked] = {}
        for step, (tier, numbers) in enumerate(self._steps(most)):
            self._go_on()
            for number in numbers:
                found.setdefault(number, Ranked(number, tier, step))
            if len(found) >= most:
                break
        return list(found.values())[:most]

    def _steps(self, most: int) -> Iterator[tuple[Tier, Iterator[int]]]:
        groups = self._query.groups
        if not groups:
            yield Tier.TEXT, self._matching("", most)
            return
        yield Tier.EXACT_NAME, self._exact(most)
        yield Tier.NAME_PREFIX, self._prefixed(most)
        for tier, columns in ((Tier.NAME_WORD, NAMES), (Tier.PLACE, PLACES)):
            for is_whole in (True, False):
                yield tier, self._matching(all_of(groups, columns, is_whole=is_whole), most)
        for is_whole, tier in ((True, Tier.TOPIC), (False, Tier.TEXT)):
            yield tier, self._matching(all_of(groups, TOPICS, is_whole=is_whole), most)
            if len(groups) > 1:
                named = both(any_of(groups, PLACES), all_of(groups, ANYWHERE, is_whole=is_whole))
                yield Tier.TEXT, self._matching(named, most)
            for texts in (TEXTS, ANYWHERE):
                yield Tier.TEXT, self._matching(all_of(groups, texts, is_whole=is_whole), most)
        yield Tier.PART, self._matching(self._broadest, most)

    def _exact(self, most: int) -> Iterator[int]:
        keys = (*self._query.keys, *self._query.keys)
        return self._named(_EXACT, {"key": keys[0], "other_key": keys[1]}, most)

    def _prefixed(self, most: int) -> Iterator[int]:
        key = self._query.keys
        return chain.from_iterable(
            self._named(_PREFIX, {"archived": archived, "key": start, "end": start + _LAST_CHARACTER}, 2 * most)
            for archived in (0, 1)
            for start in key
        )

    def _named(self, statement: str, values: dict[str, object], most: int) -> Iterator[int]:
        query = statement.format(narrowed=_NARROWED if self._facets else "", older=self._older("search_name.number"))
        return self._numbers(query, {**values, "match": self._facets, "most": most})

    def _matching(self, expression: str, most: int) -> Iterator[int]:
        match = both(expression, self._facets)
        query = _MATCH.format(older=self._older("search_index.rowid")) if match else self._browse
        return self._numbers(query, {"match": match, "most": most})

    @property
    def _browse(self) -> str:
        return _BROWSE.format(older=self._older("search_entry.number"))

    def _numbers(self, query: str, values: dict[str, object]) -> Iterator[int]:
        for row in self._connection.execute(query, {**values, "older_than": self._older_than}):
            yield row[0]

    def _counts(self, filters: Filters) -> dict[Kind, int]:
        self._go_on()
        match = both(self._broadest, narrowed(filters))
        older = self._older("search_index.rowid")
        query = _COUNT.format(older=older) if match else _BROWSE_COUNT.format(rows=self._browse)
        values = {"match": match, "most": COUNT_CAP + 1, "older_than": self._older_than}
        return {Kind(kind): count for kind, count in self._connection.execute(query, values)}

    def _older(self, number: str) -> str:
        return _OLDER.format(number=number) if self._filters.older_than else ""

    @property
    def _older_than(self) -> str:
        return self._filters.older_than.isoformat() if self._filters.older_than else ""

    @cached_property
    def _broadest(self) -> str:
        """The expression that every hit matches: each group anywhere, also as a part of a word."""
        if not self._query.groups:
            return ""
        words = {word for group in self._query.groups for spelling in group.spellings for word in spelling}
        parts = {word: self._holding(word) for word in words if len(word) >= _SHORTEST_PART and not word.isdigit()}
        return with_parts(self._query.groups, parts)

    def _holding(self, word: str) -> tuple[str, ...]:
        """The words that hold `word` in their middle or at their end, the most frequent first."""
        self._go_on()
        rows = self._connection.execute(_PARTS, (f'"{joined(word)}"', _MOST_PARTS))
        return tuple(found for (found,) in rows if not found.startswith(word))
