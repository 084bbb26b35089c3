"""Very many records held in little memory: packed, and made anew each time that they are looked at."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from typing_extensions import override

from desktop.domain.catalogue import Outline, outline_of
from desktop.domain.record import Record, RecordId

AT_ONCE = 500
"""So many records are packed together; whoever goes through them in steps of that unpacks none of them twice."""
_FAST = 1
_END = b"\n"


class Held(Sequence[Record]):
    """Records in the order in which they came, as the lines that they were read from; `read` makes one from its line.

    As records they take five times as much, and a package may have a hundred thousand.
    """

    def __init__(self, read: Callable[[bytes], Record]) -> None:
        self._read = read
        self._packed: list[bytes] = []
        self._open: list[bytes] = []
        self._places: dict[RecordId, int] = {}
        self._outlines: dict[RecordId, Outline] = {}
        self._alike: dict[Outline, Outline] = {}
        self._unpacked: tuple[int, list[bytes]] = (-1, [])
        self._count = 0

    def add(self, record: Record, line: bytes) -> None:
        """One more; the line has no end."""
        outline = outline_of(record)
        self._outlines[record.id] = self._alike.setdefault(outline, outline)
        self._places[record.id] = self._count
        self._count += 1
        self._open.append(line)
        if len(self._open) == AT_ONCE:
            self._packed.append(zlib.compress(_END.join(self._open), _FAST))
            self._open = []

    @property
    def outlines(self) -> Mapping[RecordId, Outline]:
        """What the records are and name, by id."""
        return self._outlines

    def find(self, record_id: RecordId) -> Record | None:
        """The record with this id, if there is one."""
        place = self._places.get(record_id)
        return None if place is None else self[place]

    @override
    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...

    @override
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        if isinstance(at, slice):
            return [self._read(self._lines(place // AT_ONCE)[place % AT_ONCE]) for place in range(self._count)[at]]
        place = at + self._count if at < 0 else at
        if not 0 <= place < self._count:
            raise IndexError(at)
        return self._read(self._lines(place // AT_ONCE)[place % AT_ONCE])

    @override
    def __iter__(self) -> Iterator[Record]:
        for block in range(-(-self._count // AT_ONCE)):
            yield from map(self._read, self._lines(block))

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Held, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _lines(self, block: int) -> list[bytes]:
        """The lines of a block; the last one that was looked at is kept, for its neighbours are wanted next."""
        if block == len(self._packed):
            return self._open
        at, lines = self._unpacked
        if at != block:
            lines = zlib.decompress(self._packed[block]).split(_END)
            self._unpacked = block, lines
        return lines


def found_in(records: Sequence[Record], record_id: RecordId) -> Record | None:
    """The record with this id among some, if there is one."""
    if isinstance(records, Held):
        return records.find(record_id)
    return next((record for record in records if record.id == record_id), None)


def outlines_in(records: Sequence[Record]) -> Mapping[RecordId, Outline]:
    """What some records are and name, by id."""
    return records.outlines if isinstance(records, Held) else {record.id: outline_of(record) for record in records}
