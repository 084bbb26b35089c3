"""The records that others of a file name: found among those that are here, or added once for all that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.domain.catalogue import references
from desktop.domain.duplicates import names_of
from desktop.domain.editing import pointing_elsewhere
from desktop.services.importing.plan import Need
from desktop.services.importing.rows import number_of, packed

if TYPE_CHECKING:
    from desktop.domain.incoming import Entry
    from desktop.domain.record import Record, RecordId
    from desktop.domain.vocabulary import Kind
    from desktop.store.likeness import Likenesses
    from desktop.store.unit_of_work import Unit

_ON_THE_WAY = "→"


class Belonging:
    """Settles ids that hold within the file; what is not here yet waits in `needs`."""

    def __init__(self, unit: Unit, likenesses: Likenesses, needs: dict[RecordId, Need]) -> None:
        self._unit = unit
        self._likenesses = likenesses
        self._settled: dict[RecordId, RecordId] = {}
        self._needs = needs

    def settle(self, entries: Iterable[Entry]) -> None:
        """Look for what these entries name: by our ids where the file knows them, else by name."""
        known: dict[RecordId, Record] = {}
        unknown: dict[RecordId, Record] = {}
        for entry in entries:
            for need in entry.needs:
                if need.id not in self._settled and need.id not in self._needs:
                    (known if entry.has_id else unknown)[need.id] = need
        self._settle_by_id(known, unknown)
        self._settle_by_name(unknown)
        for need_id, need in unknown.items():
            if need_id not in self._settled:
                self._needs[need_id] = Need(number_of(need.KIND), packed(need))

    def told(self, record: Record) -> Record:
        """The record with the ids of those that are here."""
        return pointed(record, self._settled)

    def _settle_by_id(self, known: dict[RecordId, Record], unknown: dict[RecordId, Record]) -> None:
        kinds = self._unit.records.kinds(known) if known else {}
        for need_id, need in known.items():
            if kinds.get(need_id) is need.KIND:
                self._settled[need_id] = need_id
            else:
                unknown[need_id] = need

    def _settle_by_name(self, unknown: dict[RecordId, Record]) -> None:
        wanted: dict[Kind, dict[RecordId, set[str]]] = defaultdict(dict)
        for need_id, need in unknown.items():
            wanted[need.KIND][need_id] = names_of(need)
        for kind, names in wanted.items():
            here = self._likenesses.named(kind, sorted(set().union(*names.values())))
            for need_id, keys in names.items():
                if found := sorted({here[key] for key in keys if key in here}):
                    self._settled[need_id] = found[0]


def pointed(record: Record, ids: dict[RecordId, RecordId]) -> Record:
    """The record with its references led to other ids."""
    moved = {target: ids[target] for _, target, _ in references(record) if ids.get(target, target) != target}
    for old in moved:
        record = pointing_elsewhere(record, old, f"{_ON_THE_WAY}{old}")  # lest one that was moved is moved again
    for old, new in moved.items():
        record = pointing_elsewhere(record, f"{_ON_THE_WAY}{old}", new)
    return record
