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
from desktop.store.search.packing import first_match, opened, unpacked

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
    bodies = _bodies(connection, ordered, found) if query.groups else {}
    return tuple(_hit(found[one.number], one.tier, query, bodies) for one in ordered)


def _place(at: int, one: Ranked, entry: _Entry) -> tuple[int, int, int, str, str]:
    is_by_name = one.tier in _IN_ORDER_OF_NAMES
    return one.step, at if is_by_name else 0, entry.is_archived, entry.sort_key, entry.entry_id


def _hit(entry: _Entry, tier: Tier, query: Query, bodies: dict[int, str]) -> Hit:
    match = _match(entry, tier, query, bodies) if bodies else None
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


def _match(entry: _Entry, tier: Tier, query: Query, bodies: dict[int, str]) -> Match | None:
    """The match in the record's own passages, or else in those of its organisation."""
    body = bodies[entry.number]
    if len(query.groups) == 1 and tier is not Tier.PART and (match := first_match(body, query.groups[0])):
        return match
    every = unpacked(body)
    if entry.owner in bodies:
        owned = unpacked(bodies[entry.owner])
        every += [Passage("organisation", part.text) if part.field in NAME_FIELDS else part for part in owned]
    elif tier <= Tier.NAME_WORD and not any(group.number for group in query.groups):
        every = [part for part in every if part.field in NAME_FIELDS]
    return best_match(every, query.groups, is_part=tier is Tier.PART) or thorough_match(every, query.groups)


def _bodies(connection: sqlite3.Connection, ordered: Sequence[Ranked], found: dict[int, _Entry]) -> dict[int, str]:
    """The packed texts to look for matches in; of organisations where the name alone does not say it."""
    numbers = {one.number for one in ordered}
    owners = {owner for one in ordered if one.tier > Tier.NAME_WORD and (owner := found[one.number].owner)}
    return {number: opened(piece) for number, piece in _rows(connection, _PASSAGES, sorted(numbers | owners))}


def _rows(connection: sqlite3.Connection, query: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        rows += connection.execute(query.format(numbers=", ".join("?" * len(some))), some)
    return rows
