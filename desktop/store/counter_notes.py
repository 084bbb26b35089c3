"""The notes from the counter in the database."""

import sqlite3
from datetime import datetime
from typing import Any

from msgspec import structs

from desktop.domain.note import CounterNote, NoteId
from desktop.domain.record import RecordId
from desktop.domain.who import Who
from desktop.store.failures import rows_read
from desktop.store.shapes import Shape, stored
from desktop.store.tables.history import COUNTER_NOTE

_NOTE = Shape(COUNTER_NOTE)
_SELECT = f"SELECT {', '.join(_NOTE.named)} FROM counter_note"
_SETTLE = "UPDATE counter_note SET settled_by = ?, settled_at = ? WHERE id = ?"


class CounterNotes:
    """Reads and writes notes inside one transaction; no record changes by it."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    def add(self, note: CounterNote) -> None:
        """Keep a note, or overwrite the one with the same id."""
        self._driver.execute(_NOTE.write, _NOTE.row(structs.asdict(note)))

    def remove(self, note_id: NoteId) -> None:
        """Keep a note no longer."""
        self._driver.execute(_NOTE.remove, (note_id,))

    def find(self, note_id: NoteId) -> CounterNote | None:
        """The note with this id, if there is one."""
        return next(iter(self._found("WHERE id = ?", note_id)), None)

    def of(self, record_id: RecordId) -> tuple[CounterNote, ...]:
        """The notes about a record, the last one first."""
        return self._found("WHERE record_id = ? ORDER BY made_at DESC", record_id)

    def all(self) -> tuple[CounterNote, ...]:
        """All notes in the order in which they were made."""
        return self._found("ORDER BY made_at, id")

    def settle(self, note_id: NoteId, who: Who | None, when: datetime | None) -> None:
        """Mark a note as looked after, or as open again with neither person nor time."""
        self._driver.execute(_SETTLE, (who, stored(when) if when else None, note_id))

    @rows_read()
    def _found(self, which: str, *values: Any) -> tuple[CounterNote, ...]:
        rows = self._driver.execute(f"{_SELECT} {which}", values)
        return tuple(CounterNote(**_NOTE.values(row)) for row in rows)
