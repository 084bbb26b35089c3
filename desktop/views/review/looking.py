"""The deeds of the review desk, carried out behind the window; each tells how it went."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.change import PlacedRecord
from desktop.i18n import Translate
from desktop.pages.words import day_text

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.domain.note import CounterNote
    from desktop.domain.provenance import Flag
    from desktop.domain.record import RecordId
    from desktop.domain.review import Task
    from desktop.services.editing import Editing
    from desktop.services.review import Review
    from desktop.views.background import Background

T = TypeVar("T")


class Done(NamedTuple):
    """A deed that is done: on which record, what there is left to do about it, and what is said."""

    record_id: RecordId
    task: Task | None
    words: str


class Looking(QObject):
    """One deed for a record at a time; `done` and `failed` end it."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, review: Review, editing: Editing, background: Background, tr: Translate, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._editing = editing
        self._background = background
        self._tr = tr
        self._busy: set[RecordId] = set()
        self._settled: list[tuple[RecordId, CounterNote]] = []

    def is_busy(self, record_id: RecordId) -> bool:
        """Whether a deed for this record is still under way."""
        return record_id in self._busy

    def confirm(self, reference: Reference) -> None:
        """Remember that a record is still right."""
        self._settled.clear()
        self._run(
            reference.id, lambda: self._editing.confirm([reference.id]), lambda done: self._confirmed(done, reference)
        )

    def accept(self, reference: Reference, flag: Flag) -> None:
        """Take over what a doubt proposes."""
        words = self._tr(
            "{name}: proposal taken over: {proposal}. Ctrl+Z takes it back.",
            name=reference.name,
            proposal=flag.proposal or "",
        )
        self._settled.clear()
        self._run(reference.id, lambda: self._editing.accept(reference.id, flag), lambda _: words)

    def refuse(self, reference: Reference, flag: Flag) -> None:
        """Settle a doubt."""
        words = self._tr("{name}: doubt dismissed. Ctrl+Z takes it back.", name=reference.name)
        self._settled.clear()
        self._run(reference.id, lambda: self._editing.refuse(reference.id, flag), lambda _: words)

    def settle(self, reference: Reference, note: CounterNote) -> None:
        """Mark a note as looked after."""
        words = self._tr("{name}: note settled. Ctrl+Z opens it again.", name=reference.name)
        self._settled.append((reference.id, note))
        self._run(reference.id, lambda: self._review.settle(note.id), lambda _: words)

    def reopen(self) -> bool:
        """Open the note again that was settled last; whether that was the last deed."""
        if not self._settled:
            return False
        record_id, note = self._settled.pop()
        words = self._tr("{name}: note opened again.", name=note.record_name)
        self._run(record_id, lambda: self._review.settle(note.id, is_settled=False), lambda _: words)
        return True

    def _confirmed(self, done: ChangeSet, reference: Reference) -> str:
        item = done.changes[0].after
        assert isinstance(item, PlacedRecord)
        due = item.record.provenance.next_check
        assert due is not None
        return self._tr(
            "{name} is still right, next check {day}. Ctrl+Z takes it back.",
            name=reference.name,
            day=day_text(due, self._tr),
        )

    def _run(self, record_id: RecordId, deed: Callable[[], T], words: Callable[[T], str]) -> None:
        """A person relies on every deed: it is carried out even if the window closes."""
        self._busy.add(record_id)

        def work() -> Done:
            found = deed()
            return Done(record_id, self._review.task(record_id), words(found))

        def end(done: Done) -> None:
            self._busy.discard(record_id)
            self.done.emit(done)

        def fail(error: ExpectedError) -> None:
            self._busy.discard(record_id)
            self.failed.emit(error)

        self._background.run(work, end, fail, must_end=True)
