"""Records read with one statement however many they are, and written with what differs from before alone.

The driver is used as it is: an ORM takes longer than all that SQLite does for a save.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

import msgspec

from desktop.domain.change import PlacedRecord
from desktop.domain.record import RecordId
from desktop.store.failures import rows_read
from desktop.store.mapping import ENTRY, KINDS, SEVERAL, TABLES, fields_of, record_of, rows_of
from desktop.store.shapes import Row, Shape

AMONG = "(SELECT value FROM json_each(?))"
"""The values in a text made by `listed`: a statement stays the same however many they are."""
_NOTHING = "[]"
_KNOWN_AT_ONCE = 10_000
"""So many records are remembered, that all of them together need no more memory than that."""


def _several(shape: Shape) -> str:
    """All rows of a table that a record has, as one JSON text."""
    values = ", ".join(shape.named[1:])
    return f"(SELECT json_group_array(json_array({values})) FROM {shape.name} WHERE {shape.named[0]} = entry.id)"


_SELECT = (
    f"SELECT {', '.join((*ENTRY.named, *(name for shape in KINDS.values() for name in shape.named)))},"
    f" {', '.join(map(_several, SEVERAL))} FROM entry"
    f" {' '.join(f'LEFT JOIN {shape.name} ON {shape.named[0]} = entry.id' for shape in KINDS.values())}"
)
_ENDS = tuple(accumulate(len(shape.columns) for shape in (ENTRY, *KINDS.values())))
_PLACES = {kind: slice(*ends) for kind, ends in zip(KINDS, pairwise(_ENDS), strict=True)}
"""Where in a row the columns of a kind stand."""


def listed(values: Iterable[str | int]) -> str:
    """Several values as one."""
    return msgspec.json.encode(list(values)).decode()


class RecordRows:
    """The rows of the records inside one transaction; what it has read by id it does not read again."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.driver = driver
        self._known: dict[RecordId, PlacedRecord | None] = {}

    def placed(self, ids: Iterable[RecordId]) -> dict[RecordId, PlacedRecord]:
        """Those of the records with these ids that there are, by id and each with its place."""
        wanted = tuple(dict.fromkeys(ids))
        if missing := [record_id for record_id in wanted if record_id not in self._known]:
            found = self.where(f"entry.id IN {AMONG}", listed(missing))
            if len(self._known) > _KNOWN_AT_ONCE:
                self._known = {one: self._known[one] for one in wanted if one in self._known}
            self._known |= {**dict.fromkeys(missing), **{item.key: item for item in found}}
        return {record_id: item for record_id in wanted if (item := self._known[record_id]) is not None}

    @rows_read()
    def where(self, condition: str, *values: object) -> list[PlacedRecord]:
        """The records of which this is true, in their shipped order."""
        found = map(_placed, self.driver.execute(f"{_SELECT} WHERE {condition}", values))
        return sorted(found, key=lambda item: (item.position, item.key))

    def write(self, item: PlacedRecord) -> None:
        """Lead the rows of a record to what it shall be; one that is there keeps its place."""
        self.write_all([item])

    def write_all(self, items: Sequence[PlacedRecord]) -> None:
        """The same for many records, a table after the other."""
        gone: dict[Shape, list[Row]] = {}
        come: dict[Shape, list[Row]] = {}
        here = self.placed(item.key for item in items)
        for item in items:
            known = here.get(item.key)
            kept = PlacedRecord(known.position, item.record) if known else item
            for shape, was, shall in _led(known, kept):
                come.setdefault(shape, []).extend([row for row in shall if row not in was] if was else shall)
                if was:
                    keys = {shape.key(row) for row in shall}
                    gone.setdefault(shape, []).extend(key for row in was if (key := shape.key(row)) not in keys)
            here[item.key] = self._known[item.key] = kept
        for shape in TABLES:
            if shape in gone:
                self.driver.executemany(shape.remove, gone[shape])
            if shape in come:
                self.driver.executemany(shape.write, come[shape])

    def forget(self) -> None:
        """Keep nothing in memory of what was read and written."""
        self._known.clear()

    def remove(self, record_id: RecordId) -> None:
        """Remove the rows of a record."""
        self.driver.execute(ENTRY.remove, (record_id,))
        self._known[record_id] = None


def _led(known: PlacedRecord | None, item: PlacedRecord) -> Iterator[tuple[Shape, list[Row], list[Row]]]:
    """The tables in which something changes, with the rows before and afterwards."""
    fields = fields_of(item.record, known.record if known else None)
    before, after = rows_of(known, fields) if known else {}, rows_of(item, fields)
    for shape, shall in after.items():
        was = before.get(shape, [])
        if was != shall:
            yield shape, was, shall


def _placed(row: Sequence[Any]) -> PlacedRecord:
    head = ENTRY.values(row[: _ENDS[0]])
    if (kind := head["record_kind"]) in KINDS:
        head |= KINDS[kind].values(row[_PLACES[kind]])
    found = {shape: _decoded(text) for shape, text in zip(SEVERAL, row[_ENDS[-1] :], strict=True)}
    return PlacedRecord(head["position"], record_of(head["id"], head, found))


def _decoded(text: str) -> list[list[Any]]:
    """SQLite gathers rows in any order; each begins with its place."""
    return sorted(msgspec.json.decode(text)) if text != _NOTHING else []
