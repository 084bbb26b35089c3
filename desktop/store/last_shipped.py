"""What was shipped last: of what an office has edited it waits beside the state that the edit began with."""

import sqlite3
from functools import cached_property

import msgspec

from desktop.domain.change import Item, PlacedRecord, PlacedTerm
from desktop.domain.plain import decoded
from desktop.domain.record import Record, RecordId, Term
from desktop.store.failures import rows_read

_NEWER = "newer:"
_WRITE = "INSERT OR REPLACE INTO shipped (entry_id, body) VALUES (?, ?)"


class LastShipped:
    """Reads and writes inside one transaction; `key` is that of the history, `body` is JSON."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    def bodies(self) -> dict[str, str]:
        """All records and terms as edits of them begin, by key; not what waits."""
        found = self._driver.execute("SELECT entry_id, body FROM shipped")
        return {key: body for key, body in found if not key.startswith(_NEWER)}

    @rows_read()
    def bases(self) -> dict[RecordId, Record]:
        """The records as edits of them begin, by id."""
        return {key: decoded(body) for key, body in self.bodies().items() if ":" not in key}

    def last(self, record_id: RecordId) -> Record | None:
        """The record as it was last shipped, if it ever was: the one that waits comes first."""
        return self.newer(record_id) or self.first(record_id)

    def first(self, record_id: RecordId) -> Record | None:
        """The shipped record that edits began with, if there is one."""
        return self._record(record_id)

    def remember(self, key: str, body: str) -> None:
        """This was shipped last, and later edits begin with it."""
        self._driver.execute(_WRITE, (key, body))
        self._forget_newer(key)

    def let_wait(self, key: str, body: str) -> None:
        """This was shipped last, but what is here was edited before it came, or removed; what never was knows none."""
        if self._body(key) in (None, body):
            self._forget_newer(key)
        else:
            self._driver.execute(_WRITE, (_NEWER + key, body))
            self._waiting.add(_NEWER + key)

    def newer(self, record_id: RecordId) -> Record | None:
        """The shipped record that waits, if one does."""
        return self._record(_NEWER + record_id)

    @rows_read()
    def newer_than(self, item: Item) -> Item | None:
        """What waits for an item that stands as it was shipped before; `None` for all others."""
        before, waiting = self._body(item.key), self._body(_NEWER + item.key)
        if before is None or waiting is None:
            return None
        if isinstance(item, PlacedRecord):
            return PlacedRecord(item.position, decoded(waiting)) if decoded(before) == item.record else None
        if msgspec.json.decode(before, type=Term) != item.term:
            return None
        return PlacedTerm(item.position, item.taxonomy, msgspec.json.decode(waiting, type=Term))

    def catch_up(self, key: str) -> None:
        """What waited is here now."""
        if (body := self._body(_NEWER + key)) is not None:
            self.remember(key, body)

    def _forget_newer(self, key: str) -> None:
        if _NEWER + key in self._waiting:
            self._driver.execute("DELETE FROM shipped WHERE entry_id = ?", (_NEWER + key,))
            self._waiting.remove(_NEWER + key)

    @cached_property
    def _waiting(self) -> set[str]:
        """The rows of what waits: there are few, and a refill would look for one of every record."""
        found = self._driver.execute("SELECT entry_id FROM shipped WHERE entry_id GLOB ?", (f"{_NEWER}*",))
        return {key for (key,) in found}

    @rows_read()
    def _record(self, key: str) -> Record | None:
        body = self._body(key)
        return decoded(body) if body else None

    def _body(self, key: str) -> str | None:
        row = self._driver.execute("SELECT body FROM shipped WHERE entry_id = ?", (key,)).fetchone()
        return row[0] if row else None
