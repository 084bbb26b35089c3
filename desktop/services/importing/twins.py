"""Rows of one file that may tell the same record twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.domain.duplicates import Likeness, names_of, traits
from desktop.services.importing.rows import Alike, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.record import Record, RecordId
    from desktop.services.importing.plan import Need, Plan
    from desktop.services.importing.rows import Row
    from desktop.store.likeness import Keys


class Twins:
    """Knows by hashes which row was the first to have a name, an address or a number; a match is looked at closely."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._first: dict[int, int] = {}

    def of(self, record: Record, keys: Keys) -> tuple[Alike, ...]:
        """The earlier rows that this record may be the same as."""
        rows = sorted({self._first[key] for key in _hashes(keys) if key in self._first})
        return tuple(one for at in rows if (one := _alike(record, at, self._plan.row(at))) is not None)

    def says_the_same(self, record: Record, earlier: tuple[Alike, ...]) -> bool:
        """Whether one of these rows says just what this record does."""
        others = (self._plan.row(one.row).record for one in earlier if one.row is not None)
        return any(
            replace(record, id=other.id, provenance=other.provenance) == other for other in others if other is not None
        )

    def remember(self, at: int, keys: Keys) -> None:
        """A row is put behind the others."""
        for key in _hashes(keys):
            self._first.setdefault(key, at)

    def settle(self, needs: dict[RecordId, Need]) -> None:
        """Where a row tells itself what others name, it is not added twice."""
        for need_id, need in needs.items():
            if need.row is not None:
                continue
            wanted = unpacked(need.kind, need.body)
            keys = (hash((wanted.KIND, name)) for name in names_of(wanted))
            rows = sorted({self._first[key] for key in keys if key in self._first})
            if rows and self._plan.row(rows[0]).kind == need.kind:
                needs[need_id] = need._replace(row=rows[0])


def _hashes(keys: Keys) -> Iterator[int]:
    for name in keys.names:
        yield hash((keys.kind, name))
    for shared in (*keys.mails, *keys.numbers):
        yield hash((keys.kind, "@", shared))


def _alike(record: Record, at: int, row: Row) -> Alike | None:
    other = row.record
    if other is None or other.KIND is not record.KIND or not (shared := tuple(traits(record, other))):
        return None
    is_named = any(one.likeness is Likeness.NAME for one in shared)
    told = tuple((one.likeness, one.value, one.is_weak) for one in shared)
    return Alike(other.name, told, row=at, place=row.place, is_weak=not is_named and all(one.is_weak for one in shared))
