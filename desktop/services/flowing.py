"""Records on their way out, a batch in memory at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import overload

from typing_extensions import override

from desktop.domain.catalogue import needs
from desktop.domain.record import Record, RecordId

BATCH = 500
_MOST_HELD = 2_000
Load = Callable[[Sequence[RecordId]], Sequence[Record]]


class Beside(Mapping[RecordId, Record]):
    """What other records name; those that were read last are held."""

    def __init__(self, load: Load, ids: Collection[RecordId]) -> None:
        self._load = load
        self._ids = dict.fromkeys(ids)
        self._held: OrderedDict[RecordId, Record] = OrderedDict()

    @override
    def __getitem__(self, record_id: RecordId) -> Record:
        if record_id not in self._held:
            if record_id not in self._ids:
                raise KeyError(record_id)
            self.hold([record_id])
        self._held.move_to_end(record_id)
        return self._held[record_id]

    @override
    def __iter__(self) -> Iterator[RecordId]:
        ids = list(self._ids)
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            self.hold(batch)
            yield from batch

    @override
    def __len__(self) -> int:
        return len(self._ids)

    def hold(self, ids: Collection[RecordId]) -> None:
        """Read several at once that are going to be asked for."""
        new = [one for one in dict.fromkeys(ids) if one in self._ids and one not in self._held]
        while self._held and len(self._held) + len(new) > _MOST_HELD:
            self._held.popitem(last=False)
        self._held.update((record.id, record) for record in self._load(new))


class Flow(Sequence[Record]):
    """The records in their order; `tell` hears how many have been read with each batch."""

    def __init__(self, load: Load, ids: Sequence[RecordId], beside: Beside, tell: Callable[[int], object]) -> None:
        self._load = load
        self._ids = ids
        self._beside = beside
        self._tell = tell
        self._start = -1
        self._batch: Sequence[Record] = ()
        self._read = 0

    @override
    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    @override
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        self._turn_to(place - place % BATCH)
        return self._batch[place % BATCH]

    @override
    def __iter__(self) -> Iterator[Record]:
        for start in range(0, len(self), BATCH):
            self._turn_to(start)
            yield from self._batch

    def _turn_to(self, start: int) -> None:
        if start == self._start:
            return
        self._batch = self._load(self._ids[start : start + BATCH])
        self._start = start
        self._read += len(self._batch)
        self._beside.hold({needed for record in self._batch for needed in needs(record)})
        self._tell(self._read)
