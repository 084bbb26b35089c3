"""Two versions of a record, field by field: what differs, which side is proposed, and what comes of a choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import msgspec
from msgspec import Struct

from desktop.domain.difference import differences
from desktop.domain.editing import with_numbers
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.plain import builtins, record_from
from desktop.domain.record import Record

_TOGETHER = ("provenance.checked_on", "provenance.checked_by")
_NOT_CHOSEN = frozenset({"id"})
_SPELLINGS = frozenset({"raw", "display"})
_NOT_JOINED = frozenset({"opening_hours", "translations", "provenance.lines"})


class Choice(Enum):
    """Whose value a field gets."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Row(Struct, frozen=True):
    """Fields that are decided together, with the values of both sides; `proposed` is the choice that suggests itself.

    `may_join` says that the parts of both sides can stand one after the other.
    """

    fields: tuple[str, ...]
    left: tuple[Any, ...]
    right: tuple[Any, ...]
    may_join: bool
    proposed: Choice | None


def rows(left: Record, right: Record, opened: Record | None = None, *, joins: bool = False) -> tuple[Row, ...]:
    """What differs, in the order of the fields.

    With `opened`, the state that both began with, the side that changed a field is proposed, and none where both did.
    Without it the left one is, or the one that says something; with `joins` the parts of both are.
    """
    found = {one.field: (one.before, one.after) for one in differences(left, right) if one.field not in _NOT_CHOSEN}
    changed = None if opened is None else (_changed(opened, left), _changed(opened, right))
    result = []
    for field in found:
        if field == _TOGETHER[1] and _TOGETHER[0] in found:
            continue
        fields = tuple(one for one in _TOGETHER if one in found) if field in _TOGETHER else (field,)
        values = tuple(zip(*(found[one] for one in fields), strict=True))
        may_join = field not in _NOT_JOINED and all(isinstance(side[0], tuple) and side[0] for side in values)
        proposed = _changer(fields, changed) if changed else _fuller(values[0], may_join=may_join and joins)
        result.append(Row(fields, values[0], values[1], may_join, proposed))
    return tuple(result)


def choices_in(record: Record, left: Record, offered: Iterable[Row]) -> tuple[Choice, ...]:
    """Whose values a record has that was put together of two, one choice a row."""
    taken = {one.field: one.after for one in differences(left, record)}
    found = []
    for row in offered:
        values = tuple(taken.get(field, own) for field, own in zip(row.fields, row.left, strict=True))
        joined = Choice.BOTH if row.may_join else Choice.LEFT
        found.append(Choice.LEFT if values == row.left else Choice.RIGHT if values == row.right else joined)
    return tuple(found)


def chosen(left: Record, right: Record, choices: Mapping[tuple[str, ...], Choice]) -> Record:
    """The left record with the fields of the right one that were chosen; raises `InvalidRecordError`."""
    values, others = builtins(left), builtins(right)
    for fields, choice in choices.items():
        for field in fields:
            if choice is Choice.RIGHT:
                _put(values, field, _get(others, field))
            elif choice is Choice.BOTH:
                mine, theirs = _get(values, field) or [], _get(others, field) or []
                _put(values, field, [*mine, *(one for one in theirs if not any(_says(part, one) for part in mine))])
    try:
        return with_numbers(record_from(values))
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, InvalidRecordError):
            raise error.__cause__ from error
        raise InvalidRecordError(N_("The chosen values do not fit together.")) from error


def _says(part: Any, other: Any) -> bool:
    """Whether a part says all that another one does: a number spelled otherwise is no second number."""
    if not isinstance(part, dict) or not isinstance(other, dict) or not part.get("e164"):
        return bool(part == other)
    return all(part.get(name) == value for name, value in other.items() if name not in _SPELLINGS)


def _changed(opened: Record, now: Record) -> frozenset[str]:
    return frozenset(one.field for one in differences(opened, now))


def _changer(fields: tuple[str, ...], changed: tuple[frozenset[str], frozenset[str]]) -> Choice | None:
    left, right = (not side.isdisjoint(fields) for side in changed)
    if left == right:
        return None
    return Choice.LEFT if left else Choice.RIGHT


def _fuller(left: tuple[Any, ...], *, may_join: bool) -> Choice:
    if may_join:
        return Choice.BOTH
    says_nothing = all(value is None or value == () for value in left)
    return Choice.RIGHT if says_nothing else Choice.LEFT


def _get(values: dict[str, Any], field: str) -> Any:
    outer, _, inner = field.partition(".")
    return values.get(outer, {}).get(inner) if inner else values.get(outer)


def _put(values: dict[str, Any], field: str, value: Any) -> None:
    outer, _, inner = field.partition(".")
    place = values[outer] if inner else values
    if value is None:
        place.pop(inner or outer, None)
    else:
        place[inner or outer] = value
