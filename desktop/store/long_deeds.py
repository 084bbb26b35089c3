"""Deeds that changed very many records: written and read some changes at a time, so that few are in memory."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain

from msgspec.structs import replace

from desktop.domain.change import Change, ChangeSet, Deed
from desktop.domain.past import HinderedError
from desktop.domain.who import Who
from desktop.store.history import (
    DISCARD,
    HEAD,
    PASSED,
    WRITE,
    WRITE_CHANGE,
    UnreadableError,
    change_rows,
    head_of,
    item_of,
)
from desktop.store.record_rows import listed
from desktop.store.shapes import stored

LONG = 1_000
"""A deed of more changes is not read as a whole."""
_AT_ONCE = 500
_LENGTH = "SELECT coalesce(max(position) + 1, 0) FROM change WHERE number = ?"
_STRETCH = "SELECT before, after FROM change WHERE number = ? AND position BETWEEN ? AND ? ORDER BY position"
_OTHERS = "SELECT before, after FROM change WHERE number = ? AND instr(item_key, ':') > 0 ORDER BY position"
_UNDO = f"{HEAD} WHERE undone_at IS NULL AND {PASSED} ORDER BY number DESC LIMIT 1"
_REDO = f"{HEAD} WHERE undone_at IS NOT NULL AND NOT is_discarded AND {PASSED} ORDER BY number LIMIT 1"


class LongDeeds:
    """Reads and writes within one transaction, beside `History`."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    def begin(self, deed: Deed, who: Who, when: datetime) -> ChangeSet:
        """The beginning of a deed, to which changes come with `go_on`."""
        self._driver.execute(DISCARD)
        number = self._driver.execute(WRITE, (deed.value, stored(when), who)).lastrowid
        assert number is not None
        return ChangeSet(number=number, deed=deed, made_at=when.astimezone(UTC), made_by=who, changes=())

    def go_on(self, deed: ChangeSet, at: int, changes: Iterable[Change]) -> None:
        """Remember further changes of a deed; the first of them is the one with this number."""
        self._driver.executemany(WRITE_CHANGE, change_rows(deed.number, changes, at))

    def end(self, deed: ChangeSet) -> ChangeSet:
        """The deed with its changes; of a long one the first of them, and how many there are further."""
        whole = replace(deed, further=self._length(deed.number))
        if whole.further <= LONG:
            return replace(deed, changes=tuple(chain.from_iterable(self.stretches(whole))))
        return replace(deed, changes=tuple(next(self.stretches(whole))[:1]), further=whole.further - 1)

    def to_undo(self, passed: Collection[int] = ()) -> ChangeSet | None:
        """The deed that is undone next, if it is long: its first change, and how many there are further."""
        return self._first(_UNDO, passed)

    def to_redo(self, passed: Collection[int] = ()) -> ChangeSet | None:
        """The same for the one that is done again next."""
        return self._first(_REDO, passed)

    def stretches(self, deed: ChangeSet, *, from_last: bool = False) -> Iterator[list[Change]]:
        """All changes of a deed in their order or from the last one on, some at a time."""
        starts = range(0, len(deed.changes) + deed.further, _AT_ONCE)
        for start in reversed(starts) if from_last else starts:
            rows = self._driver.execute(_STRETCH, (deed.number, start, start + _AT_ONCE - 1)).fetchall()
            some = [Change(before=item_of(before), after=item_of(after)) for before, after in rows]
            yield some[::-1] if from_last else some

    def others(self, deed: ChangeSet) -> list[Change]:
        """What a deed changed beside records, which is little: terms and notes."""
        rows = self._driver.execute(_OTHERS, (deed.number,)).fetchall()
        return [Change(before=item_of(before), after=item_of(after)) for before, after in rows]

    def _first(self, query: str, passed: Collection[int]) -> ChangeSet | None:
        row = self._driver.execute(query, (listed(passed),)).fetchone()
        if row is None or self._length(row[0]) <= LONG:
            return None
        deed = head_of(*row)
        try:
            return self.end(deed)
        except UnreadableError as error:
            raise HinderedError(deed, error.message) from error

    def _length(self, number: int) -> int:
        found: int = self._driver.execute(_LENGTH, (number,)).fetchone()[0]
        return found
