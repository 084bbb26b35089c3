"""Turns numbers into hits: what a row of the result says."""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop.domain.document import NAME_FIELDS, Passage
from desktop.domain.query import Query
from desktop.domain.search import Hit, Snippet, Tier
from desktop.domain.snippet import Match, around, best_match, thorough_match
from desktop.domain.vocabulary import Kind
from desktop.store.search.matching import Ranked
from desktop.store.search.packing import unpacked

_ENTRIES = """
    SELECT number, entry_id, kind, title, organisation, is_archived, sort_key,
        (SELECT owner.number FROM search_entry AS owner WHERE owner.entry_id = search_entry.owner_id)
    FROM search_entry WHERE number IN ({numbers})
"""
_PASSAGES = "SELECT number, body FROM search_passage WHERE number IN ({numbers})"
_IN_ORDER_OF_NAMES = frozenset({Tier.EXACT_NAME, Tier.NAME_PREFIX})
_AT_ONCE = 500


class _Entry(NamedTuple):
    number: int
    entry_id: str
    kind: str
    title: str
    organisation: str | None
    is_archived: int
    sort_key: str
    owner: int | None


def shown(connection: sqlite3.Connection, query: Query, ranked: Sequence[Ranked]) -> tuple[Hit, ...]:
    """The hits for these numbers; within a step they stand in German order, active records first."""
    found = {row[0]: _Entry(*row) for row in _rows(connection, _ENTRIES, [one.number for one in ranked])}
    in_order = sorted(enumerate(ranked), key=lambda one: _place(one[0], one[1], found[one[1].number]))
    ordered = [one for _, one in in_order]
    has_number = any(group.number for group in query.groups)
    passages = _passages(connection, ordered, found, has_number=has_number) if query.groups else {}
    return tuple(_hit(found[one.number], one.tier, query, passages) for one in ordered)


def _place(at: int, one: Ranked, entry: _Entry) -> tuple[int, int, int, str, str]:
    is_by_name = one.tier in _IN_ORDER_OF_NAMES
    return one.step, at if is_by_name else 0, entry.is_archived, entry.sort_key, entry.entry_id


def _hit(entry: _Entry, tier: Tier, query: Query, passages: dict[int, list[Passage]]) -> Hit:
    match = _match(entry, tier, query, passages)
    field, snippet = (match[0].field, around(match[0].text, *match[1:])) if match else ("name", Snippet(entry.title))
    return Hit(
        id=entry.entry_id,
        kind=Kind(entry.kind),
        title=entry.title,
        organisation=entry.organisation,
        field=field,
        snippet=snippet,
        tier=tier,
    )


def _match(entry: _Entry, tier: Tier, query: Query, passages: dict[int, list[Passage]]) -> Match | None:
    """The match in the record's own passages, or else in those of its organisation."""
    own = passages.get(entry.number, [])
    owned = [
        Passage("organisation", passage.text) if passage.field in NAME_FIELDS else passage
        for passage in passages.get(entry.owner or 0, [])
    ]
    every, is_part = [*own, *owned], tier is Tier.PART
    return best_match(every, query.groups, is_part=is_part) or thorough_match(every, query.groups)


def _passages(
    connection: sqlite3.Connection, ordered: Sequence[Ranked], found: dict[int, _Entry], *, has_number: bool
) -> dict[int, list[Passage]]:
    """The texts to look for matches in: of those found by name only the names."""
    named = {one.number for one in ordered if one.tier <= Tier.NAME_WORD and not has_number}
    others = {one.number for one in ordered} - named
    owners = {owner for number in others if (owner := found[number].owner)} - named
    passages = {}
    for number, body in _rows(connection, _PASSAGES, sorted(named | others | owners)):
        every = unpacked(body)
        passages[number] = [part for part in every if part.field in NAME_FIELDS] if number in named else every
    return passages


def _rows(connection: sqlite3.Connection, query: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        rows += connection.execute(query.format(numbers=", ".join("?" * len(some))), some)
    return rows
