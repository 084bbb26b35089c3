"""Records read with one statement however many they are; which column goes where is worked out once for each kind."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

import msgspec
from msgspec import Struct

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.change import PlacedRecord
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record, RecordId, Statement
from desktop.domain.vocabulary import Kind
from desktop.store.mapping import ENTRY, KINDS, LISTS, ORIGIN, PARTS, SAID, SEVERAL, SUBJECTS, scalars
from desktop.store.shapes import Shape

_NOTHING = "[]"


def _several(shape: Shape) -> str:
    """All rows of a table that a record has, as one JSON text."""
    values = ", ".join(shape.named[1:])
    return f"(SELECT json_group_array(json_array({values})) FROM {shape.name} WHERE {shape.named[0]} = entry.id)"


def _select(unread: Collection[Shape] = ()) -> str:
    """What reads records, without the rows of some tables."""
    several = [f"'{_NOTHING}'" if shape in unread else _several(shape) for shape in SEVERAL]
    return (
        f"SELECT {', '.join((*ENTRY.named, *(name for shape in KINDS.values() for name in shape.named)))},"
        f" {', '.join(several)} FROM entry"
        f" {' '.join(f'LEFT JOIN {shape.name} ON {shape.named[0]} = entry.id' for shape in KINDS.values())}"
    )


SELECT = _select()
_UNSEARCHED = ("opening_hours", "closures", "flags", "translations")
SELECT_TO_SEARCH = _select([*(PARTS[field][0] for field in _UNSEARCHED), LISTS["related_ids"][0], SUBJECTS])
"""The same without what no record is searched by, which takes a third of the time."""
_HEADS = (ENTRY, *KINDS.values())
_BEGINS = dict(zip(_HEADS, accumulate((len(shape.columns) for shape in _HEADS), initial=0), strict=False))
_TEXTS = {shape: at for at, shape in enumerate(SEVERAL, sum(len(shape.columns) for shape in _HEADS))}
"""Where in a row the columns of a head begin, and where the rows of a table stand as one text."""
_ID, _KIND, _POSITION = (ENTRY.columns.index(name) for name in ("id", "record_kind", "position"))

_Found = Sequence[Any]
_Loading = Callable[[Any], object] | None
_Put = tuple[str, int, _Loading]
"""A field, where its value stands, and how it is made where it does not rest as it is."""


def placed_from(row: _Found) -> PlacedRecord:
    """The record in a row of `SELECT`, with its place."""
    return PlacedRecord(row[_POSITION], _maker(Kind(row[_KIND]))(row))


@cache
def _maker(kind: Kind) -> Callable[[_Found], Record]:
    """What makes the records of one kind: values of their own, then what they have several of, if anything."""
    record_type = RECORD_TYPES[kind]
    names = frozenset(record_type.__struct_fields__)
    own, origin = _puts(scalars(record_type), kind), _puts(ORIGIN, kind)
    several = [(field, _TEXTS[shape], _parts(shape, part)) for field, (shape, part) in PARTS.items() if field in names]
    several += [
        (field, _TEXTS[shape], _texts([*more.values()])) for field, (shape, _, more) in LISTS.items() if field in names
    ]

    def made(row: _Found) -> Record:
        values = _values(row, own)
        values["provenance"] = Provenance(**_values(row, origin))
        for field, at, make in several:
            if row[at] != _NOTHING:
                values[field] = make(_decoded(row[at]))
        if record_type.SECTIONS and row[_TEXTS[SAID]] != _NOTHING:
            values |= _sections(record_type, row)
        return record_type(id=row[_ID], **values)

    return made


def _puts(fields: Iterable[str], kind: Kind) -> tuple[_Put, ...]:
    """Where the values of these fields stand in a row; the columns of the kind go before those of all records."""
    found = []
    for field in fields:
        column = ORIGIN.get(field, field)
        shape = KINDS[kind] if kind in KINDS and column in KINDS[kind].columns else ENTRY
        found.append((field, _BEGINS[shape] + shape.columns.index(column), shape.loads.get(column)))
    return tuple(found)


def _values(row: _Found, puts: Iterable[_Put]) -> dict[str, Any]:
    return {field: value if (value := row[at]) is None or load is None else load(value) for field, at, load in puts}


def _parts(shape: Shape, part: type[Struct]) -> Callable[[Sequence[_Found]], object]:
    """What makes the parts of a record from the rows of a table, which begin with their place."""
    puts = tuple((name, at, shape.loads.get(name)) for at, name in enumerate(shape.columns[2:], 1))
    return lambda rows: tuple(part(**_values(row, puts)) for row in rows)


def _texts(more: list[object]) -> Callable[[Sequence[_Found]], object]:
    """What takes the texts from the rows of a table that may hold other lists as well."""
    return lambda rows: tuple(row[-1] for row in rows if row[1:-1] == more)


def _sections(kind: type[Record], row: _Found) -> dict[str, tuple[Statement, ...]]:
    sections: dict[str, list[Statement]] = {section: [] for section in kind.SECTIONS}
    subjects: dict[tuple[int, str], list[RecordId]] = {}
    for position, section, _, _, term in _decoded(row[_TEXTS[SUBJECTS]]):
        subjects.setdefault((position, section), []).append(term)
    for position, section, *said in _decoded(row[_TEXTS[SAID]]):
        terms = tuple(subjects.get((position, section), ()))
        sections[section].append(Statement(subject_ids=terms, **SAID.values(said, begin=3)))
    return {section: tuple(statements) for section, statements in sections.items()}


def _decoded(text: str) -> list[list[Any]]:
    """SQLite gathers rows in any order; each begins with its place."""
    return sorted(msgspec.json.decode(text)) if text != _NOTHING else []
