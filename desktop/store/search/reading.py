"""Asks the tables of the index, for as long as somebody waits for the answer."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from desktop.domain.search import Order
from desktop.domain.vocabulary import Kind
from desktop.store.search.scope import WITHOUT_DATE, Scope
from desktop.store.search.tables import TOTAL

COUNT_CAP = 1000
_ALL = -1
_MATCH = "SELECT rowid FROM search_index WHERE search_index MATCH :match {dated} ORDER BY rowid LIMIT :most"
_SORTED = """
    SELECT number FROM search_index JOIN search_entry AS entry ON entry.number = search_index.rowid
    WHERE search_index MATCH :match {dated} ORDER BY {order} LIMIT :most
"""
_USES = "SELECT kind, uses FROM search_use WHERE facet = ? AND value = ?"
_AT_ONCE = (10, 40, 100, 500)
"""So many numbers are asked for at once: few sizes, so that few statements have to be compiled."""
_MARKS = {size: ", ".join("?" * size) for size in _AT_ONCE}


class Count(NamedTuple):
    """How many records there are, and whether there are more than that."""

    total: int
    is_more: bool


class Reader:
    """The statements that browsing and matching share; `go_on` raises when nobody waits any more."""

    def __init__(self, connection: sqlite3.Connection, go_on: Callable[[], None]) -> None:
        self._connection = connection
        self.go_on = go_on

    def rows(self, statement: str, values: Mapping[str, object] | Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """What a statement finds."""
        self.go_on()
        return iter(self._connection.execute(statement, values))

    def numbers(self, scope: Scope, match: str, most: int | None) -> list[int]:
        """The first numbers that an expression finds, narrowed by what the scope says beside it."""
        return self.column(_match(scope.dated), {**scope.values, "match": match, "most": _most(most)})

    def in_order(self, scope: Scope, match: str, order: Order, badges: Sequence[str], most: int | None) -> list[int]:
        """As `numbers`, by place or badge."""
        statement = _SORTED.format(dated=scope.dated.format(number="search_index.rowid"), order=_order(order, badges))
        ranked = {f"badge_{at}": badge for at, badge in enumerate(badges)} if order is Order.BADGE else {}
        return self.column(statement, {**scope.values, **ranked, "match": match, "most": _most(most)})

    def count(self, scope: Scope, match: str) -> Count:
        """How many an expression finds; counting stops where there are more than `COUNT_CAP`."""
        statement = f"SELECT count(*) FROM ({_match(scope.dated)})"
        [total] = self.column(statement, {**scope.values, "match": match, "most": COUNT_CAP + 1})
        return Count(min(total, COUNT_CAP), total > COUNT_CAP)

    def unstated(self, scope: Scope, text: str = "") -> int:
        """How many more `text` would find if those that say nothing passed as well; no more than can be counted.

        They say nothing about a facet and are old enough or without a Stand, or they pass but for having no Stand.
        """
        if scope.filters.takes_unstated or not scope.filters:
            return 0
        wide, undated = scope.widened(), scope.undated()
        found = self.count(wide, wide.match(text, without=scope.facets)).total if scope.facets else 0
        if scope.filters.older_than:
            match = f"({text}) AND {WITHOUT_DATE}" if text else WITHOUT_DATE
            found += self.count(undated, undated.match(match)).total
        return min(found, COUNT_CAP)

    def uses(self, facet: str = TOTAL, value: str = "") -> dict[Kind, int]:
        """How many records in use there are of each kind that have this value of a facet."""
        return {Kind(kind): uses for kind, uses in self.rows(_USES, (facet, value))}

    def by_number(self, statement: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        """What a statement finds for these numbers, in any order; `{numbers}` stands for them."""
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(numbers), _AT_ONCE[-1]):
            some = list(numbers[start : start + _AT_ONCE[-1]])
            size = next(size for size in _AT_ONCE if size >= len(some))
            some += some[-1:] * (size - len(some))
            found += self.rows(statement.format(numbers=_MARKS[size]), some)
        return found

    def column(self, statement: str, values: Mapping[str, object] | Sequence[object]) -> list[Any]:
        """The only column of what a statement finds."""
        return [row[0] for row in self.rows(statement, values)]


@lru_cache(maxsize=16)
def _match(dated: str) -> str:
    return _MATCH.format(dated=dated.format(number="search_index.rowid"))


def _most(most: int | None) -> int:
    return _ALL if most is None else most


def _order(order: Order, badges: Sequence[str]) -> str:
    if order is Order.PLACE:
        return "entry.is_archived, entry.place_key, entry.number"
    whens = " ".join(f"WHEN :badge_{at} THEN {at}" for at in range(len(badges)))
    rank = f"CASE entry.badge {whens} ELSE {len(badges)} END" if whens else "0"
    return f"entry.is_archived, {rank}, entry.number"
