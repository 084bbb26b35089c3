"""A record as the cells of a row, by the columns that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.domain.contact import Location, Person
from desktop.domain.partner import Partner
from desktop.domain.record import Record
from desktop.domain.vocabulary import ReachStatus
from desktop.exchange.columns.codecs import PART_TYPES, Cell, fields_of, part_fields, parts_of, provenance_codecs
from desktop.exchange.columns.words import word

PIECE = 16_000
"""Characters that surely fit into a cell: Excel takes 32,767 and counts some signs twice."""


def cells_of(record: Record, language: str) -> dict[str, Cell]:
    """All that is known of a record; what it does not have stands in no column."""
    cells: dict[str, Cell] = {"kind": word(record.KIND, language)}
    for key, cell in _cells(record, language):
        if isinstance(cell, str) and len(cell) > PIECE:
            cells.update(_pieces(key, cell))
        else:
            cells[key] = cell
    return cells


def belongs_to(record: Record) -> str | None:
    """The id of the record without which this one could not be."""
    match record:
        case Location():
            return record.organization_id
        case Person():
            return record.belongs_to
        case Partner():
            return record.network_id
    return None


def _pieces(key: str, cell: str) -> Iterator[tuple[str, Cell]]:
    yield key, cell[:PIECE]
    for number, start in enumerate(range(PIECE, len(cell), PIECE), 2):
        yield f"{key}#{number}", cell[start : start + PIECE]


def _cells(record: Record, language: str) -> Iterator[tuple[str, Cell]]:
    for key, field in fields_of(record.KIND).items():
        if _is_there(value := getattr(record, field.name)):
            yield key, field.codec.encode(value, language)
    for name in part_fields(type(record)):
        codecs = parts_of(PART_TYPES[name])
        for number, part in enumerate(getattr(record, name), 1):
            for field_name, codec in codecs.items():
                value = getattr(part, field_name)
                if _is_there(value) and value is not ReachStatus.ACTIVE:
                    yield f"{name}.{number}.{field_name}", codec.encode(value, language)
    for name, codec in provenance_codecs().items():
        if _is_there(value := getattr(record.provenance, name)):
            yield f"provenance.{name}", codec.encode(value, language)


def _is_there(value: Any) -> bool:
    return value is not None and value != ()
