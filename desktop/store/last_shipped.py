"""What was brought last, by the program or by an office: of what was edited here it waits beside its first state."""

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from desktop.domain.change import Item, PlacedRecord, PlacedTerm
from desktop.domain.plain import decoded
from desktop.domain.record import Record, RecordId, Term
from desktop.store.failures import rows_read
from desktop.store.record_rows import AMONG, listed

PROGRAM = "program"
"""Where the shipped data come from."""
_NEWER = "newer:"
_AT_ONCE = 500
_WRITE = "INSERT OR REPLACE INTO shipped (origin, entry_id, body) VALUES (?, ?, ?)"
_REMOVE = "DELETE FROM shipped WHERE origin = ? AND entry_id = ?"
_TIE = "INSERT OR REPLACE INTO shipped_before (number, origin, entry_id, body) VALUES (?, ?, ?, ?)"
_TIE_FIRST = "INSERT INTO shipped_before (number, origin, entry_id, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
_TOUCHED_SINCE = """
    EXISTS (
        SELECT 1 FROM shipped_before AS later JOIN change_set USING (number)
        WHERE later.number > ?1 AND later.origin = own.origin AND later.entry_id = own.entry_id AND undone_at IS NULL
    )
"""
_TIED = f"""
    SELECT own.origin, own.entry_id, own.body, shipped.body FROM shipped_before AS own
    LEFT JOIN shipped USING (origin, entry_id)
    WHERE own.number = ?1 AND (own.origin, own.entry_id) > (?2, ?3) AND NOT {_TOUCHED_SINCE}
    ORDER BY own.origin, own.entry_id LIMIT {_AT_ONCE}
"""


class LastShipped:
    """Reads and writes inside one transaction; `key` is that of the history, `body` is JSON."""

    def __init__(self, driver: sqlite3.Connection, origin: str = PROGRAM) -> None:
        self._driver = driver
        self._origin = origin
        self._before: dict[str, str | None] = {}
        self._deed: int | None = None

    def bodies(self, keys: Iterable[str] | None = None) -> dict[str, str]:
        """Records and terms as edits of them begin, by key, all or some of them; not what waits."""
        if keys is None:
            found = self._driver.execute("SELECT entry_id, body FROM shipped WHERE origin = ?", (self._origin,))
            return {key: body for key, body in found if not key.startswith(_NEWER)}
        query = f"SELECT entry_id, body FROM shipped WHERE origin = ? AND entry_id IN {AMONG}"
        return dict(self._driver.execute(query, (self._origin, listed(keys))))

    def known(self) -> list[str]:
        """What was ever brought, by key."""
        found = self._driver.execute("SELECT entry_id FROM shipped WHERE origin = ?", (self._origin,))
        return [key for (key,) in found if not key.startswith(_NEWER)]

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
        self._write(key, body)
        self._forget_newer(key)

    def remember_all(self, bodies: Mapping[str, str]) -> None:
        """The same for many, by key."""
        before = self.bodies(bodies)
        changed = {key: body for key, body in bodies.items() if before.get(key) != body}
        self._keep_before({key: before.get(key) for key in changed})
        self._driver.executemany(_WRITE, [(self._origin, key, body) for key, body in changed.items()])
        for key in bodies if self._waiting else ():
            self._forget_newer(key)

    def forget(self, key: str) -> None:
        """This is brought no longer."""
        self._write(key, None)
        self._forget_newer(key)

    def let_wait(self, key: str, body: str) -> None:
        """This was shipped last, but what is here was edited before it came, or removed; what never was knows none."""
        if self._body(key) in (None, body):
            self._forget_newer(key)
        else:
            self._write(_NEWER + key, body)
            self._waiting.add(_NEWER + key)

    def newer(self, record_id: RecordId) -> Record | None:
        """The shipped record that waits, if one does."""
        return self._record(_NEWER + record_id)

    def waiting(self) -> dict[str, str]:
        """What waits because it was edited or removed here, by key."""
        query = "SELECT entry_id, body FROM shipped WHERE origin = ? AND entry_id GLOB ?"
        found = self._driver.execute(query, (self._origin, f"{_NEWER}*"))
        return {key.removeprefix(_NEWER): body for key, body in found}

    @rows_read()
    def newer_than(self, item: Item) -> Item | None:
        """What waits for an item that stands as it was shipped before; `None` for all others."""
        before, waiting = self._body(item.key), self._body(_NEWER + item.key)
        if before is None or waiting is None:
            return None
        if isinstance(item, PlacedRecord):
            return PlacedRecord(item.position, decoded(waiting)) if decoded(before) == item.record else None
        if not isinstance(item, PlacedTerm) or msgspec.json.decode(before, type=Term) != item.term:
            return None
        return PlacedTerm(item.position, item.taxonomy, msgspec.json.decode(waiting, type=Term))

    def catch_up(self, key: str) -> None:
        """What waited is here now."""
        if (body := self._body(_NEWER + key)) is not None:
            self.remember(key, body)

    def tie(self, number: int) -> None:
        """Everything that was written here, or will be, goes back with the deed of this number."""
        self._deed = number
        before, self._before = self._before, {}
        self._keep_before(before)

    def _keep_before(self, bodies: Mapping[str, str | None]) -> None:
        """Of what a deed writes more than once the first state counts."""
        if self._deed is None:
            for key, body in bodies.items():
                self._before.setdefault(key, body)
            return
        rows = [(self._deed, self._origin, key, body) for key, body in bodies.items()]
        self._driver.executemany(_TIE_FIRST, rows)

    def _forget_newer(self, key: str) -> None:
        if _NEWER + key in self._waiting:
            self._write(_NEWER + key, None)
            self._waiting.remove(_NEWER + key)

    def _write(self, key: str, body: str | None) -> None:
        before = self._body(key)
        if before == body:
            return
        self._keep_before({key: before})
        if body is None:
            self._driver.execute(_REMOVE, (self._origin, key))
        else:
            self._driver.execute(_WRITE, (self._origin, key, body))

    @cached_property
    def _waiting(self) -> set[str]:
        """The rows of what waits: there are few, and a refill would look for one of every record."""
        return {_NEWER + key for key in self.waiting()}

    @rows_read()
    def _record(self, key: str) -> Record | None:
        body = self._body(key)
        return decoded(body) if body else None

    def _body(self, key: str) -> str | None:
        query = "SELECT body FROM shipped WHERE origin = ? AND entry_id = ?"
        row = self._driver.execute(query, (self._origin, key)).fetchone()
        return row[0] if row else None


def swap(driver: sqlite3.Connection, number: int) -> None:
    """What a deed made the last that was brought goes back with it, or comes again where it is done again.

    What a later deed brought stays.
    """
    last = ("", "")
    while rows := driver.execute(_TIED, (number, *last)).fetchall():
        driver.executemany(_TIE, [(number, origin, key, now) for origin, key, _, now in rows])
        driver.executemany(_REMOVE, [(origin, key) for origin, key, then, _ in rows if then is None])
        driver.executemany(_WRITE, [(origin, key, then) for origin, key, then, _ in rows if then is not None])
        last = rows[-1][0], rows[-1][1]


def hand_over(driver: sqlite3.Connection, origin: str, to: str) -> None:
    """What one origin brought is from now on what another one brought."""
    for table in ("shipped", "shipped_before"):
        driver.execute(f"UPDATE OR REPLACE {table} SET origin = ? WHERE origin = ?", (to, origin))
