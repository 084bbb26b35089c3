"""Records read some at a time, and written with what differs from before alone.

The driver is used as it is: an ORM takes longer than all that SQLite does for a save.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from desktop.domain.change import PlacedRecord
from desktop.domain.record import RecordId
from desktop.store.failures import rows_read
from desktop.store.mapping import ENTRY, TABLES, fields_of, rows_of
from desktop.store.record_reading import SELECT, placed_from
from desktop.store.shapes import Row, Shape

AMONG = "(SELECT value FROM json_each(?))"
"""The values in a text made by `listed`: a statement stays the same however many they are."""
_Rows = defaultdict[Shape, list[Row]]
_KNOWN_AT_ONCE = 10_000
"""So many records are remembered, that all of them together need no more memory than that."""


def listed(values: Iterable[str | int]) -> str:
    """Several values as one."""
    return msgspec.json.encode(list(values)).decode()


class RecordRows:
    """The rows of the records inside one transaction; what it has read by id it does not read again."""

    def __init__(self, driver: sqlite3.Connection, select: str = SELECT) -> None:
        self.driver = driver
        self._select = select
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
        found = map(placed_from, self.driver.execute(f"{self._select} WHERE {condition}", values))
        return sorted(found, key=lambda item: (item.position, item.key))

    def write(self, item: PlacedRecord) -> None:
        """Lead the rows of a record to what it shall be; one that is there keeps its place."""
        self.write_all([item])

    def write_all(self, items: Sequence[PlacedRecord]) -> None:
        """The same for many records, each of them once, a table after the other."""
        here = self.placed(item.key for item in items)
        gone, come, new = _Rows(list), _Rows(list), _Rows(list)
        for item in items:
            known = here.get(item.key)
            if known is None:
                for shape, shall in rows_of(item, fields_of(item.record, None)).items():
                    new[shape] += shall
            else:
                item = PlacedRecord(known.position, item.record)
                for shape, was, shall in _led(known, item):
                    keys = {shape.key(row) for row in shall}
                    come[shape] += [row for row in shall if row not in was]
                    gone[shape] += [key for row in was if (key := shape.key(row)) not in keys]
            self._known[item.key] = item
        for shape in TABLES:
            for statement, rows in ((shape.remove, gone), (shape.write, come), (shape.add, new)):
                if shape in rows:
                    self.driver.executemany(statement, rows[shape])

    def forget(self) -> None:
        """Keep nothing in memory of what was read and written."""
        self._known.clear()

    def remove(self, record_id: RecordId) -> None:
        """Remove the rows of a record."""
        self.driver.execute(ENTRY.remove, (record_id,))
        self._known[record_id] = None


def _led(known: PlacedRecord, item: PlacedRecord) -> Iterator[tuple[Shape, list[Row], list[Row]]]:
    """The tables in which something changes, with the rows before and afterwards."""
    fields = fields_of(item.record, known.record)
    before, after = rows_of(known, fields), rows_of(item, fields)
    for shape in before.keys() | after.keys():
        was, shall = before.get(shape, []), after.get(shape, [])
        if was != shall:
            yield shape, was, shall
