"""Lists the records in use, or those in the archive, where nothing is looked for, group after group."""

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.domain.search import UNSTATED, Filters, Order, Question
from desktop.domain.vocabulary import Kind
from desktop.store.search.reading import Count, Reader
from desktop.store.search.scope import EVERY_KIND, Scope

_ONE_KIND = "SELECT {columns} FROM search_entry WHERE is_archived = 0 AND kind = ? {badge}"

Plan = tuple[str, list[object]]


class Browsing:
    """One question without a text."""

    def __init__(self, reader: Reader, question: Question) -> None:
        self._reader = reader
        self._question = question
        self._scopes = [Scope(kinds, question.filters, is_in_use=True) for kinds in question.groups or (EVERY_KIND,)]

    def counts(self) -> tuple[Count, ...]:
        """How many records each group has, exactly where no more than one value is asked for."""
        uses = self._uses(self._question.filters)
        if uses is None:
            return tuple(self._reader.count(scope, scope.match()) for scope in self._scopes)
        return tuple(Count(sum(uses.get(kind, 0) for kind in scope.kinds), is_more=False) for scope in self._scopes)

    def unstated(self) -> int:
        """How many more there would be if those that say nothing passed as well."""
        strict = self._uses(self._question.filters)
        widened = self._uses(replace(self._question.filters, takes_unstated=True))
        if strict is None or widened is None:
            return sum(self._reader.unstated(scope) for scope in self._scopes)
        kinds = [kind for scope in self._scopes for kind in scope.kinds]
        return sum(widened.get(kind, 0) - strict.get(kind, 0) for kind in kinds)

    def numbers(self, most: int | None) -> list[int]:
        """The first `most` records."""
        found: list[int] = []
        for scope in self._scopes:
            for numbers in self._of_group(scope, None if most is None else most - len(found)):
                found += numbers
            if most is not None and len(found) >= most:
                break
        return found

    def _of_group(self, scope: Scope, most: int | None) -> Iterator[list[int]]:
        question = self._question
        if not scope.kinds:
            return
        if question.filters and question.order is Order.BEST:
            yield self._reader.numbers(scope, scope.match(), most)
        elif question.filters:
            yield self._reader.in_order(scope, scope.match(), question.order, question.badges, most)
        else:
            found = 0
            for statement, values in self._plans(sorted(scope.kinds)):
                if most is None or found < most:
                    rows = list(self._reader.rows(statement, [*values, -1 if most is None else most - found]))
                    found += len(rows)
                    yield [row[-1] for row in rows]

    def _plans(self, kinds: list[Kind]) -> Iterator[Plan]:
        """Statements that read what comes first from an index and go no further; their last value is the limit."""
        badges = self._question.badges
        match self._question.order:
            case Order.BEST:
                yield _plan(kinds, ("number",))
            case Order.PLACE:
                yield _plan(kinds, ("place_key", "number"))
            case Order.BADGE:
                for badge in badges:
                    yield _plan(kinds, ("number",), "AND badge = ?", (badge,))
                yield _plan(kinds, ("number",), f"AND badge NOT IN ({', '.join('?' * len(badges))})", badges)

    def _uses(self, filters: Filters) -> dict[Kind, int] | None:
        """Of each kind how many pass, if that can be told without looking at them."""
        chosen = [(facet, values) for facet, values in filters.facets.items() if values]
        if filters.older_than or filters.only_archived or len(chosen) > 1:
            return None
        if not chosen:
            return self._reader.uses()
        [(facet, values)] = chosen
        wanted = dict.fromkeys((*values, UNSTATED) if filters.takes_unstated else values)
        if len([value for value in wanted if value != UNSTATED]) > 1:
            return None
        found: dict[Kind, int] = {}
        for value in wanted:
            for kind, uses in self._reader.uses(facet, value).items():
                found[kind] = found.get(kind, 0) + uses
        return found


def _plan(kinds: list[Kind], columns: tuple[str, ...], badge: str = "", values: tuple[str, ...] = ()) -> Plan:
    """Several kinds are merged, each read in its order; SQLite does so for the parts of a union."""
    one = _ONE_KIND.format(columns=", ".join(columns), badge=badge)
    order = ", ".join(str(at) for at in range(1, len(columns) + 1))
    return f"{' UNION ALL '.join([one] * len(kinds))} ORDER BY {order} LIMIT ?", [
        value for kind in kinds for value in (kind.value, *values)
    ]
