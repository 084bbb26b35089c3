"""Rows of one file that may tell the same record twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.domain.duplicates import Likeness, names_of, traits
from desktop.services.importing.rows import Alike, unpacked

if TYPE_CHECKING:
    from desktop.domain.record import Record, RecordId
    from desktop.domain.vocabulary import Kind
    from desktop.services.importing.plan import Need, Plan
    from desktop.services.importing.rows import Row
    from desktop.store.likeness import Keys


class _First(NamedTuple):
    """By the hash of a name, and of an address or a number, the first row that has it."""

    names: dict[int, int]
    ways: dict[int, int]


class Twins:
    """Knows by hashes which row was the first to have a name, an address or a number; a match is looked at closely."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._first: dict[Kind, _First] = defaultdict(lambda: _First({}, {}))

    def of(self, record: Record, keys: Keys) -> tuple[Alike, ...]:
        """The earlier rows that this record may be the same as."""
        names, ways = self._first[keys.kind]
        rows = [names.get(hash(name)) for name in keys.names]
        rows += [ways.get(hash(mail)) for mail in keys.mails]
        rows += [ways.get(hash(number)) for number in keys.numbers]
        found = sorted({at for at in rows if at is not None})
        return tuple([one for at in found if (one := _alike(record, at, self._plan.row(at))) is not None])

    def says_the_same(self, record: Record, earlier: tuple[Alike, ...]) -> bool:
        """Whether one of these rows says just what this record does."""
        others = (self._plan.row(one.row).record for one in earlier if one.row is not None)
        return any(
            replace(record, id=other.id, provenance=other.provenance) == other for other in others if other is not None
        )

    def remember(self, at: int, keys: Keys) -> None:
        """A row is put behind the others."""
        names, ways = self._first[keys.kind]
        for name in keys.names:
            names.setdefault(hash(name), at)
        for mail in keys.mails:
            ways.setdefault(hash(mail), at)
        for number in keys.numbers:
            ways.setdefault(hash(number), at)

    def settle(self, needs: dict[RecordId, Need]) -> None:
        """Where a row tells itself what others name, it is not added twice."""
        for need_id, need in needs.items():
            if need.row is not None:
                continue
            wanted = unpacked(need.kind, need.body)
            first = self._first[wanted.KIND].names
            rows = sorted({first[key] for key in map(hash, names_of(wanted)) if key in first})
            if rows and self._plan.row(rows[0]).kind == need.kind:
                needs[need_id] = need._replace(row=rows[0])


def _alike(record: Record, at: int, row: Row) -> Alike | None:
    other = row.record
    if other is None or other.KIND is not record.KIND or not (shared := tuple(traits(record, other))):
        return None
    is_named = any(one.likeness is Likeness.NAME for one in shared)
    told = tuple((one.likeness, one.value, one.is_weak) for one in shared)
    return Alike(other.name, told, row=at, place=row.place, is_weak=not is_named and all(one.is_weak for one in shared))
