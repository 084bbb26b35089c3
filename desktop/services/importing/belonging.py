"""The records that others of a file name: found among those that are here, or added once for all that name them."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.domain.catalogue import references
from desktop.domain.duplicates import names_of
from desktop.domain.editing import pointing_elsewhere
from desktop.domain.incoming import Unreadable
from desktop.services.importing.plan import Need
from desktop.services.importing.rows import number_of, packed

if TYPE_CHECKING:
    from desktop.domain.incoming import Entry
    from desktop.domain.record import Record, RecordId
    from desktop.domain.vocabulary import Kind
    from desktop.services.importing.plan import Plan
    from desktop.store.likeness import Likenesses
    from desktop.store.unit_of_work import Unit

_ON_THE_WAY = "→"


class Belonging:
    """Settles ids that hold within the file; what is not here yet waits in the `needs` of the plan."""

    def __init__(self, unit: Unit, likenesses: Likenesses, plan: Plan) -> None:
        self._unit = unit
        self._likenesses = likenesses
        self._plan = plan
        self._settled: dict[RecordId, RecordId] = {}
        self._rows: dict[int, int] = {}

    def settle(self, batch: Sequence[Entry | Unreadable]) -> None:
        """Look for what these entries name: among the rows so far, by our ids where the file knows them, or by name."""
        wanted: dict[RecordId, Record] = {}
        by_our_ids: set[RecordId] = set()
        for at, entry in enumerate(batch, len(self._plan)):
            if isinstance(entry, Unreadable):
                continue
            self._rows.setdefault(hash(entry.record.id), at)
            for need in entry.needs:
                if need.id in self._settled or need.id in self._plan.needs:
                    continue
                if (row := self._rows.get(hash(need.id))) is not None:
                    self._wait(need, row)
                    continue
                wanted.setdefault(need.id, need)  # the first is the cleaned one
                if entry.has_id:
                    by_our_ids.add(need.id)
        self._settle_by_id(wanted, by_our_ids)
        self._settle_by_name({need_id: need for need_id, need in wanted.items() if need_id not in self._settled})
        for need in wanted.values():
            if need.id not in self._settled:
                self._wait(need)

    def told(self, entry: Entry) -> Record:
        """The record with the ids of those that are here; of rows before it where it is clear which record is meant."""
        ids = self._by_rows(entry)
        return pointed(entry.record, ChainMap(ids, self._settled) if ids else self._settled)

    def told_again(self, entry: Entry) -> Record:
        """As `told`, for a record that it has told before: what the rows between may have made clear."""
        ids = self._by_rows(entry)
        return pointed(entry.record, ChainMap(ids, self._settled)) if ids else entry.record

    def _by_rows(self, entry: Entry) -> dict[RecordId, RecordId]:
        """Which records here those rows tell that this entry names."""
        found: dict[RecordId, RecordId] = {}
        for need in entry.needs:
            waiting = self._plan.needs.get(need.id)
            if waiting is not None and waiting.row is not None:
                target = self._plan.sure_target(waiting.row)
                if target is not None:
                    found[need.id] = target
        return found

    def _wait(self, need: Record, row: int | None = None) -> None:
        self._plan.needs[need.id] = Need(number_of(need.KIND), packed(need), row)

    def _settle_by_id(self, wanted: Mapping[RecordId, Record], by_our_ids: set[RecordId]) -> None:
        kinds = self._unit.records.kinds(by_our_ids) if by_our_ids else {}
        self._settled.update((one, one) for one in by_our_ids if kinds.get(one) is wanted[one].KIND)

    def _settle_by_name(self, wanted: Mapping[RecordId, Record]) -> None:
        by_kind: dict[Kind, dict[RecordId, set[str]]] = defaultdict(dict)
        for need_id, need in wanted.items():
            by_kind[need.KIND][need_id] = names_of(need)
        for kind, names in by_kind.items():
            here = self._likenesses.named(kind, sorted(set().union(*names.values())))
            for need_id, keys in names.items():
                if found := sorted({here[key] for key in keys if key in here}):
                    self._settled[need_id] = found[0]


def pointed(record: Record, ids: Mapping[RecordId, RecordId]) -> Record:
    """The record with its references led to other ids."""
    if not ids:
        return record
    moved = {target: ids[target] for _, target, _ in references(record) if ids.get(target, target) != target}
    for old in moved:
        record = pointing_elsewhere(record, old, f"{_ON_THE_WAY}{old}")  # lest one that was moved is moved again
    for old, new in moved.items():
        record = pointing_elsewhere(record, f"{_ON_THE_WAY}{old}", new)
    return record
