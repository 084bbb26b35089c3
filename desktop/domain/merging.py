"""Three-way merge: what one side changed since the state that both began with is taken, the rest a person decides.

`base` is that state, `ours` what is here, `theirs` what a package or newer shipped data bring; `None` is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from desktop.domain.difference import differences
from desktop.domain.errors import InvalidRecordError
from desktop.domain.merging_parts import merged_parts
from desktop.domain.municipality import Municipality
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record, Term
from desktop.domain.translation_checks import term_with_true_checks, with_true_checks
from desktop.domain.vocabulary import Status

T = TypeVar("T", bound=Record | Term)
WHOLE = ""
"""The name of a conflict about a record as a whole: whether it is there at all, or which of two it is."""
_DESK = frozenset(
    {
        "desk_name",
        "addresses",
        "phones",
        "emails",
        "opening_hours",
        "closures",
        "hours_note",
        "by_appointment",
    }
)
_CHECK = ("checked_on", "checked_by", "next_check")


class Side(StrEnum):
    """Whose value a person decided for."""

    OURS = "ours"
    THEIRS = "theirs"


class Conflict(Struct, frozen=True):
    """What both sides changed, each in its own way: a field as `cost`, `provenance.as_of` or `phones[+492219058]`."""

    field: str
    base: Any
    ours: Any
    theirs: Any


Sides = Mapping[str, Side]
"""What a person decided, by the names of the conflicts."""


class Merge(Struct, Generic[T], frozen=True, gc=False):
    """What comes of it; where there are conflicts that nobody decided the result has what is here."""

    result: T | None
    conflicts: tuple[Conflict, ...] = ()


def merge(base: T | None, ours: T | None, theirs: T | None, sides: Sides | None = None) -> Merge[T]:
    """What is here with what only the other side changed, and what was decided.

    What is gone there is archived here, unless it was edited here. What an office says of its own desk, its internal
    notes and the newer of two checks stay without a question.
    """
    if ours == theirs or theirs == base:
        return Merge(ours)
    if theirs is None:
        return _withdrawn(base, ours, sides or {})
    if ours == base:
        return Merge(theirs)
    if ours is None or type(ours) is not type(theirs):
        return _as_a_whole(base, ours, theirs, sides or {})
    try:
        return _Fields(base, ours, theirs, sides or {}).merged()
    except InvalidRecordError:  # each change is right by itself, both together are not
        return _as_a_whole(base, ours, theirs, sides or {})


def _as_a_whole(base: T | None, ours: T | None, theirs: T | None, sides: Sides) -> Merge[T]:
    result = theirs if sides.get(WHOLE) is Side.THEIRS else ours
    return Merge(result, (Conflict(WHOLE, base, ours, theirs),))


def _withdrawn(base: T | None, ours: T | None, sides: Sides) -> Merge[T]:
    """Terms never go: records may be filed under them."""
    if not isinstance(ours, Record) or ours.status is Status.ARCHIVED:
        return Merge(ours)
    archived = replace(ours, status=Status.ARCHIVED)
    if isinstance(base, Record) and not _is_edited(base, ours):
        return Merge(archived)
    result = archived if sides.get(WHOLE) is Side.THEIRS else ours
    return Merge(result, (Conflict(WHOLE, base, ours, None),))


def _is_edited(base: Record, ours: Record) -> bool:
    """Whether more was changed than what always stays."""
    if type(base) is not type(ours):
        return True
    stays = {*_staying(ours), *(f"provenance.{field}" for field in _CHECK)}
    return any(one.field not in stays for one in differences(base, ours))


def _staying(record: Record | Term) -> frozenset[str]:
    return frozenset({"internal_note"}) | (_DESK if isinstance(record, Municipality) else frozenset())


class _Fields(Generic[T]):
    """Merges two of one kind, field by field."""

    def __init__(self, base: T | None, ours: T, theirs: T, sides: Sides) -> None:
        self._base = base if type(base) is type(ours) else None
        self._ours = ours
        self._theirs = theirs
        self._sides = sides
        self._conflicts: list[Conflict] = []

    def merged(self) -> Merge[T]:
        """The result; raises `InvalidRecordError` where what was taken does not go together."""
        stays = self._staying()
        values: dict[str, Any] = {}
        for name, *values_of in _values(self._base, self._ours, self._theirs):
            if name == "provenance":
                values[name] = self._provenance(*values_of)
            elif name not in stays:
                values[name] = self._value(name, *values_of)
        result = _with_true_checks(replace(self._ours, **values), self._ours, self._theirs)
        return Merge(result, tuple(self._conflicts))

    def _staying(self) -> frozenset[str]:
        """What stays because it was changed here; the parts of a desk are only right together."""
        own = {name for name, base, ours, _ in _values(self._base, self._ours, self._theirs) if ours != base}
        own &= _staying(self._ours)
        return frozenset(own) | (_DESK if own & _DESK else frozenset())

    def _value(self, name: str, base: Any, ours: Any, theirs: Any) -> Any:
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        if isinstance(ours, tuple) and isinstance(theirs, tuple):
            before = base if isinstance(base, tuple) else ()
            found = merged_parts(name, before, ours, theirs, lambda key: self._takes_theirs(f"{name}[{key}]"))
            if found is not None:
                self._conflicts += [Conflict(f"{name}[{one.key}]", *one[1:]) for one in found.clashes]
                return found.parts
        self._conflicts.append(Conflict(name, None if base is NODEFAULT else base, ours, theirs))
        return theirs if self._takes_theirs(name) else ours

    def _provenance(self, base: Any, ours: Provenance, theirs: Provenance) -> Provenance:
        before = base if isinstance(base, Provenance) else None
        values = {
            name: self._value(f"provenance.{name}", *found)
            for name, *found in _values(before, ours, theirs)
            if name not in _CHECK
        }
        check = _newer_check(before, ours, theirs)
        return replace(ours, **values, **{name: getattr(check, name) for name in _CHECK})

    def _takes_theirs(self, name: str) -> bool:
        return self._sides.get(name) is Side.THEIRS


def _newer_check(base: Provenance | None, ours: Provenance, theirs: Provenance) -> Provenance:
    """Who has the check that counts: the side that checked since or, where both did, the one that did so later."""
    was, mine, others = (tuple(getattr(one, name) for name in _CHECK) if one else () for one in (base, ours, theirs))
    if mine == was:
        return theirs
    is_later = theirs.checked_on is not None and (ours.checked_on is None or theirs.checked_on > ours.checked_on)
    return theirs if others != was and is_later else ours


def _values(base: Struct | None, ours: Struct, theirs: Struct) -> Iterator[tuple[str, Any, Any, Any]]:
    """Each field with its three values; where there is no base it is what a field is by itself, if anything."""
    for field in fields(ours):
        before = getattr(base, field.name) if base is not None else _by_itself(field)
        yield field.name, before, getattr(ours, field.name), getattr(theirs, field.name)


def _by_itself(field: Any) -> Any:
    return field.default if field.default_factory is NODEFAULT else field.default_factory()


def _with_true_checks(result: T, ours: T, theirs: T) -> T:
    """Whoever has read a translation read it beside the German of that side."""
    match result, ours, theirs:
        case Record(), Record(), Record():
            return cast("T", with_true_checks(result, [ours, theirs]))
        case Term(), Term(), Term():
            known = [one for side in (ours, theirs) if side.name == result.name for one in side.translations]
            return cast("T", term_with_true_checks(result, replace(result, translations=tuple(known))))
    return result
