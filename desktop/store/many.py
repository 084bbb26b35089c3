"""Very many changes in one transaction, some at a time: whatever their number, few are in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.domain.change import PlacedRecord
from desktop.domain.editing import ReferredError
from desktop.store.dossiers import with_dependants
from desktop.store.search import keeping

if TYPE_CHECKING:
    from desktop.domain.change import Change
    from desktop.domain.progress import Progress
    from desktop.domain.record import RecordId
    from desktop.store.unit_of_work import Unit

_MOST_AT_ONCE = 5_000
"""Where more was written than memory should hold, the index is made anew."""
_POINTERS = (
    ("location", "id", "organization_id", "organization"),
    ("location", "id", "hours_of", "location"),
    ("person", "id", "belongs_to", "entry"),
    ("partner", "id", "network_id", "entry"),
    ("relation", "entry_id", "related_id", "entry"),
)
_LOOSE = """
    SELECT {target}, (SELECT name FROM entry WHERE entry.id = {table}.{own}) FROM {table}
    WHERE {target} IS NOT NULL AND {target} NOT IN (SELECT id FROM {pointed}) LIMIT 5
"""


class ManyChanges:
    """Writes records as they come; `finish` lets the search follow, and must come last."""

    def __init__(self, unit: Unit) -> None:
        unit.remember_much()
        self._rows = unit.rows
        self._touched: dict[RecordId, None] = {}
        self._gone: set[RecordId] = set()

    def put(self, changes: Iterable[Change]) -> None:
        """Lead some records to their states after; whether they are in those before is the caller's to know."""
        written: dict[RecordId, PlacedRecord] = {}
        gone: list[RecordId] = []
        for change in changes:
            if isinstance(change.after, PlacedRecord):
                written[change.after.key] = change.after
            else:
                gone.append(change.item.key)
        ids = [*written, *gone]
        self._touch(ids)
        self._rows.write_all([*written.values()])
        for record_id in gone:
            self._rows.remove(record_id)
        self._touch(ids)
        self._gone.difference_update(written)
        self._gone.update(gone)
        self._rows.forget()

    def refuse_loose_ends(self) -> None:
        """Raise `ReferredError` where a record is still named that is gone."""
        for table, own, target, pointed in _POINTERS:
            query = _LOOSE.format(table=table, own=own, target=target, pointed=pointed)
            if found := self._rows.driver.execute(query).fetchall():
                raise ReferredError(found[0][0], [name for _, name in found])

    def finish(self, progress: Progress | None = None) -> None:
        """Let the search know all that was written."""
        if len(self._touched) > _MOST_AT_ONCE:
            keeping.rebuild(self._rows, progress)
        else:
            touched = [record_id for record_id in self._touched if record_id not in self._gone]
            keeping.refresh(self._rows, touched, sorted(self._gone), progress)

    def _touch(self, ids: Sequence[RecordId]) -> None:
        """Remember whom the search has to look at; where the index is made anew in the end these are all."""
        if len(self._touched) <= _MOST_AT_ONCE:
            self._touched.update(dict.fromkeys(with_dependants(self._rows.driver, ids)))
