"""Small parts of a record as lines of one cell: what is said first, then the rest with its names.

`Beratung in zwölf Sprachen | Titel: Angebot | Themen: sprache, beratung | Zeilen: 24-28`. What would not come back
the very same, as a text with a line break, stands there as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from desktop.domain.errors import InvalidRecordError
from desktop.domain.folding import plain
from desktop.domain.hours import Closure, Slot
from desktop.domain.provenance import Flag
from desktop.domain.record import DatedFact, Statement
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Weekday
from desktop.domain.week_text import slots_in
from desktop.exchange.columns.texts import day_in, is_plain, json_of
from desktop.exchange.columns.words import GERMAN, meant, word

_BETWEEN, _COLON, _COMMA = " | ", ": ", ", "
_FIRST: dict[type[Struct], str] = {
    Statement: "text",
    DatedFact: "text",
    Flag: "note",
    Translation: "text",
    Slot: "note",
    Closure: "starts",
}
"""What stands at the beginning of the line."""
_NAMES = {
    "title": ("Titel", "Title"),
    "subject_ids": ("Themen", "Topics"),
    "lines": ("Zeilen", "Lines"),
    "date": ("Datum", "Date"),
    "relation": ("Bezug", "Relation"),
    "kind": ("Art", "Kind"),
    "field": ("Feld", "Field"),
    "proposal": ("Vorschlag", "Proposal"),
    "language": ("Sprache", "Language"),
    "checked_on": ("geprüft am", "checked on"),
    "checked_by": ("geprüft von", "checked by"),
    "weekday": ("Tag", "Day"),
    "opens": ("ab", "from"),
    "closes": ("bis", "until"),
    "starts": ("Beginn", "Beginning"),
    "ends": ("Ende", "End"),
    "note": ("Hinweis", "Note"),
    "text": ("Text", "Text"),
}
_DAYS = {day: word(day, GERMAN)[:2] for day in Weekday}


def lines_cell(parts: Sequence[Struct], language: str) -> str:
    """The parts, one a line, or as JSON where they would not come back the very same."""
    kind = type(parts[0])
    cell = _week(parts) if kind is Slot else "\n".join(_line(part, language) for part in parts)
    try:
        if is_plain(cell) and tuple(lines_in(kind, cell)) == tuple(parts):
            return cell
    except ValueError:
        pass
    return json_of(msgspec.to_builtins(list(parts)))


def lines_in(kind: type[Struct], cell: str) -> tuple[Struct, ...]:
    """The parts that a cell holds; raises `ValueError`."""
    if cell.startswith("[") and (found := _from_json(kind, cell)) is not None:
        return found
    if kind is Slot:
        return slots_in(cell)
    lines = [line for line in cell.split("\n") if line.strip()]
    try:
        return tuple(msgspec.convert(_values(kind, line), kind) for line in lines)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, InvalidRecordError):
            raise error.__cause__ from error
        raise ValueError(cell) from error


def _from_json(kind: type[Struct], cell: str) -> tuple[Struct, ...] | None:
    try:
        return tuple(msgspec.convert(json.loads(cell), list[kind]))  # type: ignore[valid-type]  # known at run time
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None


def _week(slots: Sequence[Any]) -> str:
    """Hours as people write them; what is said about a single one finds no place there."""
    return "; ".join(f"{_DAYS[slot.weekday]} {slot.opens}–{slot.closes}" for slot in slots if slot.note is None)


def _line(part: Struct, language: str) -> str:
    first = _FIRST[type(part)]
    told = [_text(getattr(part, first), language)]
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if name != first and value not in (None, ()):
            told.append(f"{_NAMES[name][language != GERMAN]}{_COLON}{_text(value, language)}")
    return _BETWEEN.join(told)


def _text(value: Any, language: str) -> str:
    match value:
        case StrEnum():
            return word(value, language)
        case tuple():
            return _COMMA.join(value)
        case date():
            return value.isoformat()
    return str(value)


def _values(kind: type[Struct], line: str) -> dict[str, Any]:
    first, *others = line.split(_BETWEEN)
    shapes = _shapes(kind)
    values = {_FIRST[kind]: _value(shapes[_FIRST[kind]], first.strip())}
    for other in others:
        name, colon, text = other.partition(_COLON)
        field = _fields(kind).get(plain(name))
        if field is None or not colon:
            raise ValueError(other)
        values[field] = _value(shapes[field], text.strip())
    return values


def _value(shape: msgspec.inspect.Type, text: str) -> Any:
    match shape:
        case msgspec.inspect.EnumType():
            return meant(shape.cls, text)  # type: ignore[arg-type]  # all lists of ours are of strings
        case msgspec.inspect.VarTupleType():
            return text.split(_COMMA)
        case msgspec.inspect.DateType():
            return day_in(text)
    return text


@cache
def _shapes(kind: type[Struct]) -> dict[str, msgspec.inspect.Type]:
    described = msgspec.inspect.type_info(kind)
    assert isinstance(described, msgspec.inspect.StructType)
    return {field.name: _bare(field.type) for field in described.fields}


def _bare(shape: msgspec.inspect.Type) -> msgspec.inspect.Type:
    if isinstance(shape, msgspec.inspect.UnionType):
        return next(one for one in shape.types if not isinstance(one, msgspec.inspect.NoneType))
    return shape


@cache
def _fields(kind: type[Struct]) -> dict[str, str]:
    return {plain(name): field for field in kind.__struct_fields__ for name in _NAMES[field]}
