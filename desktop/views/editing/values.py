"""What stands in a field, as people type it and as records have it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import msgspec
from msgspec import Struct

from desktop.views.editing import reading
from desktop.views.editing.fields import Choice, Day, Field, Line, Names, Number, Parts, Prose, Time, Values

_WORKED_OUT = ("e164", "display")


def read(field: Field, raw: Any) -> Any:
    """What a field holds as records have it; `None` for nothing, and the text itself where it cannot be read."""
    match field:
        case Parts():
            parts = [_part(field, part) for part in raw or [] if not is_blank(field, part)]
            return parts or None
        case Choice():
            return None if raw == field.default else raw
        case Names():
            return [name for line in raw or [] if (name := _one_line(str(line)))] or None
        case Line() | Prose() | Day() | Time() | Number():
            return _text_read(field, str(raw or "").strip())
        case _:
            return None if raw == [] else raw


def _text_read(field: Field, text: str) -> Any:
    found: Any = text
    if isinstance(field, Line):
        found = _one_line(text)
    elif isinstance(field, Day):
        found = reading.day(text, is_partial=field.is_partial)
    elif isinstance(field, Time):
        found = reading.time(text)
    elif isinstance(field, Number):
        found = reading.number(text, is_whole=field.is_whole)
    return (text if found is None else found) if text else None


def is_blank(field: Parts, part: Values) -> bool:
    """Whether nobody has written anything into a part yet."""
    return all(isinstance(one, Choice) or read(one, part.get(one.name)) is None for one in field.fields)


def _part(field: Parts, part: Values) -> dict[str, Any]:
    values = {one.name: read(one, part.get(one.name)) for one in field.fields}
    return {name: value for name, value in values.items() if value is not None}


def part_of(field: Parts, part: Values) -> Struct | None:
    """The part as records have it, if it is right."""
    try:
        return msgspec.convert(_part(field, part), field.shape)
    except msgspec.ValidationError:
        return None


def raw_of(field: Field, value: Any) -> Any:
    """The value of a record as a form shows it."""
    if isinstance(field, Parts):
        return [{name: deepcopy(one) for name, one in part.items() if name not in _WORKED_OUT} for part in value or []]
    if isinstance(field, Number) and value is not None:
        return str(value)
    if value is None and isinstance(field, Choice):
        return field.default
    return deepcopy(value)


def _one_line(text: str) -> str:
    """Without line ends and blanks around; no-break spaces within are meant."""
    return " ".join(text.splitlines()).strip()
