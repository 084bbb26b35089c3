"""Keeping records true: what is to be looked at, and what was noted at the counter."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from desktop.domain.errors import N_, ExpectedError, UnknownRecordError
from desktop.domain.halves import without_controls
from desktop.domain.note import CounterNote

if TYPE_CHECKING:
    from desktop.domain.dossier import Dossier
    from desktop.domain.note import NoteId
    from desktop.domain.record import RecordId
    from desktop.domain.review import Reason, Task, WorkList
    from desktop.i18n import Translate
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk

PAGE = 500
"""So many lines of the work-list are read at once."""
_LONGEST_NOTE = 2_000


class Case(NamedTuple):
    """A record as it is looked at, with the notes about it, the last one first; one that is gone has only those.

    So has one that never `was_here`.
    """

    dossier: Dossier | None
    notes: tuple[CounterNote, ...]
    was_here: bool = True


class Review:
    """The work-list and the notes from the counter."""

    def __init__(self, catalogue: Catalogue, desk: Desk) -> None:
        self._catalogue = catalogue
        self._desk = desk

    def work_list(self, reasons: Collection[Reason] = (), limit: int = PAGE) -> WorkList:
        """The records that somebody should look at for one of these reasons, or for any, the most urgent first."""
        from desktop.store.worklist import work_list

        with self._catalogue.reading() as unit:
            return work_list(unit.rows, self._desk.now().date(), self._desk.months(), reasons, limit)

    def task(self, record_id: RecordId) -> Task | None:
        """The line of one record in the work-list; `None` where nobody has to look at it."""
        from desktop.store.worklist import work_list

        with self._catalogue.reading() as unit:
            found = work_list(unit.rows, self._desk.now().date(), self._desk.months(), only=record_id)
        return next(iter(found.tasks), None)

    def case(self, record_id: RecordId) -> Case:
        """A record with all that there is to decide about it; raises `UnknownRecordError` where there is nothing."""
        notes = self.notes(record_id)
        try:
            return Case(self._catalogue.dossier(record_id), notes)
        except UnknownRecordError:
            if any(note.is_open for note in notes):
                task = self.task(record_id)
                return Case(None, notes, was_here=task is None or task.was_here)
            raise

    def note(self, record_id: RecordId, text: str) -> CounterNote:
        """Keep what was noticed about a record, which does not change; raises `ExpectedError` for an unfit text."""
        said = without_controls(text).strip()
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
        """Mark a note as looked after, or as open again; who looked after it first keeps having done so."""
        with self._catalogue.writing() as unit:
            if (note := unit.notes.find(note_id)) is None:
                raise ExpectedError(N_("This note is not there any more."))
            if note.is_open is not is_settled:
                return
            who, when = (self._desk.who(), self._desk.now()) if is_settled else (None, None)
            unit.notes.settle(note_id, who, when)

    def export_notes(self, path: Path, tr: Translate) -> int:
        """Write all notes to a file, for programs where it ends in `.json`; how many. Raises `FileWriteError`."""
        from desktop.services.note_files import write_notes

        notes = self.notes()
        write_notes(path, notes, tr)
        return len(notes)
