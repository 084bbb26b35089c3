"""Turns numbers into hits: what a row of the result says."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from desktop.domain.document import NAME_FIELDS, Passage
from desktop.domain.folding import plain
from desktop.domain.needles import bare, found_in, needles_of
from desktop.domain.query import Query
from desktop.domain.search import Hit, Snippet, Tier
from desktop.domain.snippet import Match, around, best_match, thorough_match
from desktop.domain.vocabulary import Status
from desktop.store.search.facets import KINDS
from desktop.store.search.matching import Ranked
from desktop.store.search.packing import Readable, quick_match, readable, unpacked
from desktop.store.search.reading import Reader

_ENTRIES = """
    SELECT number, entry_id, kind, status, badge, title, has_short_title, organisation, place, subtitle,
        (SELECT owner.number FROM search_entry AS owner WHERE owner.entry_id = search_entry.owner_id)
    FROM search_entry WHERE number IN ({numbers})
"""
_PASSAGES = "SELECT number, body FROM search_passage WHERE number IN ({numbers})"
_STATUSES = {status.value: status for status in Status}


class _Entry(NamedTuple):
    number: int
    entry_id: str
    kind: str
    status: str
    badge: str
    title: str
    has_short_title: int
    organisation: str | None
    place: str
    subtitle: str
    owner: int | None


def shown(reader: Reader, query: Query, ranked: Sequence[Ranked]) -> tuple[Hit, ...]:
    """The hits for these numbers, in their order."""
    rows = reader.by_number(_ENTRIES, [one.number for one in ranked])
    found = {row[0]: _Entry._make(row) for row in rows}
    matches = _Showing(reader, query, found).matches(ranked) if query.groups else {}
    return tuple([_hit(found[number], tier, matches.get(number)) for number, tier in ranked])


def shown_in_order(reader: Reader, query: Query, numbers: Sequence[int]) -> tuple[Hit, ...]:
    """The hits for these numbers, which nobody has ranked: how good they are is told from where they match."""
    hits = shown(reader, query, [Ranked(number, Tier.PART) for number in numbers])
    return tuple(replace(hit, tier=_tier(hit, query)) for hit in hits)


def _tier(hit: Hit, query: Query) -> Tier:
    snippet = hit.snippet
    if snippet.start == snippet.end:
        return Tier.TEXT
    if snippet.start and snippet.text[snippet.start - 1].isalnum():
        return Tier.PART
    match Passage(hit.field, snippet.text).column:
        case "names":
            name = plain(snippet.text)
            is_prefix = any(name.startswith(key) for key in query.keys)
            return Tier.EXACT_NAME if name in query.keys else Tier.NAME_PREFIX if is_prefix else Tier.NAME_WORD
        case "place":
            return Tier.PLACE
        case "topics":
            return Tier.TOPIC
    return Tier.TEXT


def _hit(entry: _Entry, tier: Tier, match: Match | None) -> Hit:
    _, entry_id, kind, status, badge, title, _, organisation, place, subtitle, _ = entry
    return Hit(
        id=entry_id,
        kind=KINDS[kind],
        status=_STATUSES[status],
        title=title,
        subtitle=subtitle,
        place=place,
        badge=badge,
        organisation=organisation,
        field=match[0].field if match else "name",
        snippet=around(match[0].text, match[1], match[2]) if match else Snippet(title),
        tier=tier,
    )


def _shown_texts(entry: _Entry, tier: Tier) -> tuple[tuple[str, str], ...]:
    """The texts of a row, by field, that a match of this tier may stand in; topics stand in no row."""
    title = "short_name" if entry.has_short_title else "name", entry.title
    if tier <= Tier.NAME_WORD:
        return (title,)
    if tier is Tier.PLACE:
        return (("place", entry.place),)
    summary = "summary", entry.subtitle
    return (summary,) if tier is Tier.TEXT else (title, summary) if tier is Tier.PART else ()


def _of_owner(match: Match) -> Match:
    passage, start, end = match
    return (Passage("organisation", passage.text) if passage.field in NAME_FIELDS else passage), start, end


class _Showing:
    """Looks for the match of each record where it is cheapest to find: in its row, its texts, those of its owner."""

    def __init__(self, reader: Reader, query: Query, found: dict[int, _Entry]) -> None:
        self._reader = reader
        self._query = query
        self._needles = needles_of(query.groups)
        self._found = found

    def matches(self, ranked: Sequence[Ranked]) -> dict[int, Match]:
        """The matches by number; a record may have none."""
        matches = self._in_rows(ranked) if self._needles else {}
        rest = [one for one in ranked if one.number not in matches]
        bodies = self._bodies(one.number for one in rest)
        quick = {one.number: self._quickly(one.number, one.tier, bodies) for one in rest}
        partly = [one for one in rest if quick[one.number][1] < len(self._query.groups) and one.tier > Tier.NAME_WORD]
        owners = {one.number: owner for one in partly if (owner := self._found[one.number].owner)}
        bodies |= self._bodies(owners.values())
        for one in rest:
            match, groups = quick[one.number]
            if one.number in owners:
                owned, more = self._quickly(owners[one.number], one.tier, bodies)
                match = _of_owner(owned) if owned and more > groups else match
            if found := match or self._closely(one, bodies):
                matches[one.number] = found
        return matches

    def _quickly(self, number: int, tier: Tier, bodies: dict[int, Readable]) -> tuple[Match | None, int]:
        """What a quick look finds in the texts of a record, and how many groups it holds."""
        if not self._needles:
            return None, 0
        return quick_match(bodies[number], self._needles, is_part=tier is Tier.PART) or (None, 0)

    def _in_rows(self, ranked: Sequence[Ranked]) -> dict[int, Match]:
        """The matches that stand in the row itself: in the title, the place, or what the record is about."""
        first, others, matches = self._needles[0], self._needles[1:], {}
        for number, tier in ranked:
            is_part = tier is Tier.PART
            for field, text in _shown_texts(self._found[number], tier):
                letters = bare(text)
                span = found_in(letters, first, is_part=is_part)
                if span and (not others or all(found_in(letters, one, is_part=is_part) for one in others)):
                    matches[number] = Passage(field, text), *span
                    break
        return matches

    def _closely(self, one: Ranked, bodies: dict[int, Readable]) -> Match | None:
        """The match in the record's own passages, or else in those of its organisation."""
        groups, owner = self._query.groups, self._found[one.number].owner
        every = unpacked(bodies[one.number].body)
        if owner in bodies:
            owned = unpacked(bodies[owner].body)
            every += [Passage("organisation", part.text) if part.field in NAME_FIELDS else part for part in owned]
        elif one.tier <= Tier.NAME_WORD and self._needles:
            every = [part for part in every if part.field in NAME_FIELDS]
        return best_match(every, groups, is_part=one.tier is Tier.PART) or thorough_match(every, groups)

    def _bodies(self, numbers: Iterable[int]) -> dict[int, Readable]:
        pieces = self._reader.by_number(_PASSAGES, sorted(set(numbers)))
        return {number: readable(piece) for number, piece in pieces}
