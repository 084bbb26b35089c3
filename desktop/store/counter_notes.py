"""The notes from the counter in the database."""

from datetime import UTC, datetime
from typing import Any

from msgspec import structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.change import Who
from desktop.domain.note import CounterNote, NoteId
from desktop.domain.record import RecordId
from desktop.store.tables import CounterNoteRow

_MOMENTS = ("made_at", "settled_at")


class CounterNotes:
    """Reads and writes notes inside one transaction; no record changes by it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, note: CounterNote) -> None:
        """Keep a note, or overwrite the one with the same id."""
        values: dict[str, Any] = structs.asdict(note)
        for name in _MOMENTS:
            if values[name] is not None:
                values[name] = values[name].astimezone(UTC).replace(tzinfo=None)
        self._session.merge(CounterNoteRow(**values))
        self._session.flush()

    def find(self, note_id: NoteId) -> CounterNote | None:
        """The note with this id, if there is one."""
        row = self._session.get(CounterNoteRow, note_id)
        return _note(row) if row else None

    def of(self, record_id: RecordId) -> tuple[CounterNote, ...]:
        """The notes about a record, the last one first."""
        query = select(CounterNoteRow).where(CounterNoteRow.record_id == record_id)
        return tuple(_note(row) for row in self._session.scalars(query.order_by(CounterNoteRow.made_at.desc())))

    def all(self) -> tuple[CounterNote, ...]:
        """All notes in the order in which they were made."""
        query = select(CounterNoteRow).order_by(CounterNoteRow.made_at, CounterNoteRow.id)
        return tuple(_note(row) for row in self._session.scalars(query))

    def settle(self, note_id: NoteId, who: Who | None, when: datetime | None) -> None:
        """Mark a note as looked after, or as open again with neither person nor time."""
        row = self._session.get_one(CounterNoteRow, note_id)
        row.settled_by, row.settled_at = who, when.astimezone(UTC).replace(tzinfo=None) if when else None
        self._session.flush()


def _note(row: CounterNoteRow) -> CounterNote:
    values: dict[str, Any] = {name: getattr(row, name) for name in CounterNote.__struct_fields__}
    for name in _MOMENTS:
        if values[name] is not None:
            values[name] = values[name].replace(tzinfo=UTC)
    return CounterNote(**values)
