"""What a question is answered with: hits and counts, other spellings, and what only the filters keep away."""

import sqlite3
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from desktop.domain.query import Query, shortened, understood
from desktop.domain.record import RecordId
from desktop.domain.search import Answer, Choices, Filters, Hit, Order, Question, Shorter, Tier
from desktop.domain.vocabulary import Kind, Taxonomy
from desktop.store.search.browsing import Browsing
from desktop.store.search.matching import Matching, Ranked
from desktop.store.search.reading import Count, Reader
from desktop.store.search.scope import EVERY_KIND, Scope
from desktop.store.search.showing import shown, shown_in_order
from desktop.store.search.suggesting import Suggesting
from desktop.store.search.tables import TOTAL
from desktop.store.search.typed import Typed

_IDS = "SELECT number, entry_id FROM search_entry WHERE number IN ({numbers})"
_USES = "SELECT kind, facet, value, uses FROM search_use"
_TERMS = "SELECT taxonomy, id, name FROM term ORDER BY position"


class Answering:
    """Answers questions over one connection; `go_on` raises when nobody waits for the answer any more."""

    def __init__(self, connection: sqlite3.Connection, go_on: Callable[[], None]) -> None:
        self._reader = Reader(connection, go_on)
        self._suggesting = Suggesting(connection)

    def answer(self, question: Question, limit: int | None) -> Answer:
        """The best hits; without a limit all of them, and then they are all counted."""
        query = self._understood(question.text)
        if not query.text:
            return self._browsed(question, limit)
        if not query.groups:
            return Answer(text=query.text)  # nothing but punctuation: found nowhere
        matching = self._matching(query, question)
        found = self._found(query, question, limit, matching)
        if found.total:
            return found
        hidden = self._hidden(matching, question)
        if hidden or (question.groups and matching.within(Scope()).count.total):
            return replace(found, hidden=hidden)
        return self._corrected(query, question, limit) or replace(found, shorter=self._shorter(query))

    def ids(self, question: Question) -> tuple[RecordId, ...]:
        """The ids of all that a question finds, in its order."""
        query = self._understood(question.text)
        numbers: Sequence[int] = ()
        if not query.text:
            numbers = Browsing(self._reader, question).numbers(None)
        elif query.groups and question.order is Order.BEST:
            numbers = [one.number for one in self._matching(query, question).best(None)]
        elif query.groups:
            numbers = self._matching(query, question).in_order(question.order, question.badges, None)
        known = dict(self._reader.by_number(_IDS, numbers))
        return tuple(known[number] for number in numbers)

    def choices(self) -> Choices:
        """What there is to filter by."""
        totals: dict[Kind, int] = dict.fromkeys(Kind, 0)
        uses: dict[Kind, dict[str, dict[str, int]]] = {kind: {} for kind in Kind}
        for kind, facet, value, count in self._reader.rows(_USES):
            if facet == TOTAL:
                totals[Kind(kind)] = count
            else:
                uses[Kind(kind)].setdefault(facet, {})[value] = count
        terms: dict[str, dict[str, str]] = {taxonomy.value: {} for taxonomy in Taxonomy}
        for taxonomy, term, name in self._reader.rows(_TERMS):
            terms[taxonomy][term] = name
        return Choices(
            totals=totals, uses=uses, subjects=terms[Taxonomy.SUBJECT], target_groups=terms[Taxonomy.TARGET_GROUP]
        )

    def _understood(self, text: str) -> Query:
        """What was typed; an @ that no mail address has is only a sign between words."""
        query = understood(text)
        groups = [replace(one, is_mail=one.is_mail and self._suggesting.stands_somewhere(one)) for one in query.groups]
        return replace(query, groups=tuple(groups))

    def _browsed(self, question: Question, limit: int | None) -> Answer:
        browsing = Browsing(self._reader, question)
        hits = shown(self._reader, understood(""), [Ranked(one, Tier.TEXT) for one in browsing.numbers(limit)])
        counts = browsing.counts() if limit is not None else _counted(question, hits)
        total = sum(count.total for count in counts)
        every = Browsing(self._reader, replace(question, filters=Filters()))
        return Answer(
            text="",
            hits=hits,
            counts=tuple(count.total for count in counts) if question.groups else (),
            total=total,
            is_more=any(count.is_more for count in counts),
            unstated=browsing.unstated(),
            hidden=0 if total else sum(count.total for count in every.counts()),
        )

    def _found(self, query: Query, question: Question, limit: int | None, matching: Matching) -> Answer:
        hits: tuple[Hit, ...] = ()
        if matching.count.total and question.order is Order.BEST:
            hits = shown(self._reader, query, matching.best(limit))
        elif matching.count.total:
            hits = shown_in_order(self._reader, query, matching.in_order(question.order, question.badges, limit))
        return Answer(
            text=query.text,
            hits=hits,
            total=len(hits) if limit is None else matching.count.total,
            is_more=limit is not None and matching.count.is_more,
            unstated=matching.unstated(),
        )

    def _matching(self, query: Query, question: Question) -> Matching:
        return Matching(self._reader, Typed(self._reader, query), Scope(_kinds(question), question.filters))

    def _hidden(self, matching: Matching, question: Question) -> int:
        """How many match but for the filters."""
        return matching.within(Scope(_kinds(question))).count.total if question.filters else 0

    def _corrected(self, query: Query, question: Question, limit: int | None) -> Answer | None:
        """The answer for the nearest spelling that stands anywhere."""
        corrected = self._suggesting.correction(query, self._reader.go_on)
        if corrected is None:
            return None
        meant = self._understood(corrected)
        matching = self._matching(meant, question)
        if not matching.within(Scope()).count.total:
            return None
        found = self._found(meant, question, limit, matching)
        hidden = 0 if found.total else self._hidden(matching, question)
        return replace(found, text=query.text, corrected=corrected, hidden=hidden)

    def _shorter(self, query: Query) -> Shorter | None:
        """The text without the one word whose absence leaves most hits in the whole catalogue, if any does."""
        best, most = None, 0
        for dropped, text in shortened(query):
            typed = Typed(self._reader, self._understood(text))
            found = Matching(self._reader, typed, Scope()).count.total
            if found > most:
                best, most = Shorter(text, dropped), found
        return best


def _counted(question: Question, hits: Sequence[Hit]) -> tuple[Count, ...]:
    """How many of all hits there are in each group."""
    groups = question.groups or (EVERY_KIND,)
    return tuple(Count(sum(hit.kind in kinds for hit in hits), is_more=False) for kinds in groups)


def _kinds(question: Question) -> frozenset[Kind]:
    return frozenset().union(*question.groups) if question.groups else EVERY_KIND
