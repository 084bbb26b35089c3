"""Lists of a record merged element by element, where the elements can be told apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from desktop.domain.record import Statement

Parts = tuple[Any, ...]
_KEYS: dict[str, Callable[[Any], Hashable]] = {
    "addresses": lambda address: address.kind,
    "phones": lambda phone: phone.e164 or phone.raw,
    "emails": lambda email: email.address.casefold(),
    "links": lambda link: link.raw,
    "translations": lambda translation: translation.language,
    "closures": lambda closure: (closure.starts, closure.ends),
    "dates": lambda fact: (fact.date, fact.relation),
    "flags": lambda flag: (flag.kind, flag.field),
}
"""What tells the elements of a list apart; hours are not in it, for those of a day are only right together."""


class Clash(NamedTuple):
    """An element that both sides changed, each in its own way; `None` where it is not there."""

    key: str
    base: object
    ours: object
    theirs: object


class MergedParts(NamedTuple):
    """A list with what either side did to it; the elements in `clashes` are as `ours` has them, or as was decided."""

    parts: Parts
    clashes: tuple[Clash, ...]


def merged_parts(
    field: str, base: Parts, ours: Parts, theirs: Parts, takes_theirs: Callable[[str], bool]
) -> MergedParts | None:
    """The list merged element by element; `None` where that cannot be done and it has to be decided as a whole.

    `takes_theirs` says of the name of an element whether a person decided for theirs.
    """
    sides = [_by_key(field, side) for side in (base, ours, theirs)]
    if any(side is None for side in sides):
        return None
    was, mine, others = (side or {} for side in sides)
    if _both_replaced(was, mine, others) and not all(isinstance(one, str) for one in (*ours, *theirs)):
        return None
    order = _order(list(was), list(mine), list(others))
    if order is None:
        return None
    parts: list[Any] = []
    clashes: list[Clash] = []
    for key in order:
        before, here, there = was.get(key), mine.get(key), others.get(key)
        value = there if here == before else here
        if there not in (here, before) and here != before:
            clash = Clash(_name(key), before, here, there)
            clashes.append(clash)
            value = there if takes_theirs(clash.key) else here
        if value is not None:
            parts.append(value)
    return MergedParts(tuple(parts), tuple(clashes))


def _by_key(field: str, parts: Parts) -> dict[Hashable, Any] | None:
    """The elements by what tells them apart; `None` where two are alike in that."""
    found = {_key(field, part): part for part in parts}
    return None if len(found) < len(parts) or None in found else found


def _key(field: str, part: Any) -> Hashable:
    if isinstance(part, str):
        return part
    if isinstance(part, Statement):
        return part.title
    return _KEYS[field](part) if field in _KEYS else None


def _name(key: Hashable) -> str:
    return " ".join(str(one) for one in key if one is not None) if isinstance(key, tuple) else str(key)


def _both_replaced(base: Mapping[Hashable, Any], ours: Mapping[Hashable, Any], theirs: Mapping[Hashable, Any]) -> bool:
    """Whether both put something else in the place of an element: who spelled it right is a person's to say."""
    is_gone = any(key not in ours and key not in theirs for key in base)
    own = any(key not in base and key not in theirs for key in ours)
    return is_gone and own and any(key not in base and key not in ours for key in theirs)


def _order(base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[Hashable] | None:
    """All elements in the order of the side that changed it; `None` where both did, each in its own way."""
    common = set(base) & set(ours) & set(theirs)
    was, mine, others = ([key for key in side if key in common] for side in (base, ours, theirs))
    if others in (was, mine):
        return _joined(ours, theirs)
    return _joined(theirs, ours) if mine == was else None


def _joined(leading: Iterable[Hashable], following: Sequence[Hashable]) -> list[Hashable]:
    """One order with what only the other has behind the element that it stands behind there."""
    order = list(leading)
    for at, key in enumerate(following):
        if key not in order:
            order.insert(order.index(following[at - 1]) + 1 if at else 0, key)
    return order
