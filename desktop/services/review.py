"""Keeping records true: what is to be looked at, and what was noted at the counter."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop.domain.errors import N_, ExpectedError
from desktop.domain.note import CounterNote

if TYPE_CHECKING:
    from desktop.domain.note import NoteId
    from desktop.domain.record import RecordId
    from desktop.domain.review import Reason, WorkList
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk

_LONGEST_NOTE = 2_000


class Review:
    """The work-list and the notes from the counter."""

    def __init__(self, catalogue: Catalogue, desk: Desk) -> None:
        self._catalogue = catalogue
        self._desk = desk

    def work_list(self, reasons: Collection[Reason] = ()) -> WorkList:
        """The records that somebody should look at for one of these reasons, or for any, the most urgent first."""
        from desktop.store.worklist import work_list

        with self._catalogue.reading() as unit:
            return work_list(unit.session, self._desk.now().date(), self._desk.months(), reasons)

    def note(self, record_id: RecordId, text: str) -> CounterNote:
        """Keep what was noticed about a record, which does not change; raises `ExpectedError` for an unfit text."""
        said = text.strip()
        if not said:
            raise ExpectedError(N_("The note is empty. Please write what was noticed."))
        if len(said) > _LONGEST_NOTE:
            raise ExpectedError(N_("The note is too long. Please keep it below 2,000 characters."))
        record = self._catalogue.dossier(record_id).record
        note = CounterNote(
            id=uuid4().hex,
            record_id=record.id,
            record_name=record.name,
            text=said,
            made_at=self._desk.now(),
            made_by=self._desk.who(),
        )
        with self._catalogue.writing() as unit:
            unit.notes.add(note)
        return note

    def notes(self, record_id: RecordId | None = None) -> tuple[CounterNote, ...]:
        """The notes about a record, the last one first, or all there are in the order of time."""
        with self._catalogue.reading() as unit:
            return unit.notes.of(record_id) if record_id else unit.notes.all()

    def settle(self, note_id: NoteId, *, is_settled: bool = True) -> None:
        """Mark a note as looked after, or as open again."""
        with self._catalogue.writing() as unit:
            if unit.notes.find(note_id) is None:
                raise ExpectedError(N_("This note is not there any more."))
            who, when = (self._desk.who(), self._desk.now()) if is_settled else (None, None)
            unit.notes.settle(note_id, who, when)
