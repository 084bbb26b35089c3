"""How a field goes into a cell and comes back, worked out from its type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache, partial
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from desktop.domain.address import Address
from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.phone import Phone
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email, Link, Record
from desktop.domain.vocabulary import Kind
from desktop.exchange.columns import lines, texts
from desktop.exchange.columns.words import meant, word

Cell = str | int | float | date
PART_TYPES: dict[str, type[Struct]] = {"addresses": Address, "phones": Phone, "emails": Email, "links": Link}
"""What a record may have several of, each with columns of its own."""
WORKED_OUT = frozenset({"e164", "display"})
"""Fields that follow from others."""
_KEYS = {
    (Kind.MUNICIPALITY, "kind"): "legal_form",
    (Kind.PARTNER, "kind"): "work_field",
    (Kind.LOCATION, "role"): "place_role",
    (Kind.PERSON, "role"): "person_role",
    (Kind.LOCATION, "organization_id"): "belongs",
    (Kind.PERSON, "belongs_to"): "belongs",
    (Kind.PARTNER, "network_id"): "belongs",
}


class Codec(NamedTuple):
    """`encode` takes the value and a language; `decode` raises `ValueError` for what it cannot read."""

    encode: Callable[[Any, str], Cell]
    decode: Callable[[str], Any]


class Field(NamedTuple):
    """A field of a record that one column holds."""

    key: str
    name: str
    codec: Codec
    is_required: bool


@cache
def fields_of(kind: Kind) -> dict[str, Field]:
    """The fields of a kind of record by their columns; those that have several columns are not among them."""
    found = {}
    for name, (shape, is_required) in _shapes(RECORD_TYPES[kind]).items():
        if name not in PART_TYPES and name != "provenance":
            key = _KEYS.get((kind, name), name)
            found[key] = Field(key, name, _codec(shape), is_required)
    return found


@cache
def parts_of(kind: type[Struct]) -> dict[str, Codec]:
    """The fields of a part by their names."""
    return {name: _codec(shape) for name, (shape, _) in _shapes(kind).items() if name not in WORKED_OUT}


@cache
def part_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record that have columns for each of their parts."""
    return tuple(name for name in PART_TYPES if name in kind.__struct_fields__)


def provenance_codecs() -> dict[str, Codec]:
    """The fields that tell where a record comes from."""
    return parts_of(Provenance)


def _shapes(kind: type[Struct]) -> dict[str, tuple[msgspec.inspect.Type, bool]]:
    described = msgspec.inspect.type_info(kind)
    assert isinstance(described, msgspec.inspect.StructType)
    return {field.name: (_bare(field.type), field.required) for field in described.fields}


def _bare(shape: msgspec.inspect.Type) -> msgspec.inspect.Type:
    """The type of a value that is there."""
    if isinstance(shape, msgspec.inspect.UnionType):
        return next(one for one in shape.types if not isinstance(one, msgspec.inspect.NoneType))
    return shape


def _codec(shape: msgspec.inspect.Type) -> Codec:
    match shape:
        case msgspec.inspect.EnumType():
            return _enum_codec(shape.cls)  # type: ignore[arg-type]  # all lists of ours are of strings
        case msgspec.inspect.BoolType():
            return Codec(_yes_or_no, texts.yes_or_no_in)
        case msgspec.inspect.IntType():
            return Codec(_as_it_is, texts.whole_number_in)
        case msgspec.inspect.FloatType():
            return Codec(_as_it_is, texts.number_in)
        case msgspec.inspect.DateType():
            return Codec(_as_it_is, texts.day_in)
        case msgspec.inspect.VarTupleType(item_type=msgspec.inspect.StructType(cls=kind)):
            return Codec(lines.lines_cell, partial(lines.lines_in, kind))
        case msgspec.inspect.VarTupleType():
            return Codec(lambda value, _: texts.list_cell(value), texts.list_in)
    return Codec(lambda value, _: texts.text_cell(value), texts.text_in)


def _enum_codec(values: type[StrEnum]) -> Codec:
    return Codec(word, partial(meant, values))


def _as_it_is(value: Cell, _: str) -> Cell:
    return value


def _yes_or_no(value: bool, language: str) -> str:
    if language == "de":
        return "ja" if value else "nein"
    return "yes" if value else "no"
