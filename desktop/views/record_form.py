"""Opens the form of a record, keeps what is saved in it, and a draft of what is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, ExpectedError
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.editing.form import NEW_ID
from desktop.views.editing.lookups import Lookups, Supplies

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.change import ChangeSet
    from desktop.domain.dossier import Reference
    from desktop.domain.record import Record, RecordId
    from desktop.domain.vocabulary import Kind
    from desktop.services.drafts import Draft, Drafts
    from desktop.services.editing import Editing
    from desktop.views.editing.dialog import EditDialog
    from desktop.views.editing.form import Fresh

DRAFT_EVERY_MS = 30_000
_LONGEST_ID = 80
_UNREADABLE = N_("This draft cannot be read. It is kept in the folder of the drafts.")
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, ExpectedError)
"""What comes of a draft that an older Wegweiser or another hand has written; msgspec raises a `ValueError`."""


class FormSupplies(NamedTuple):
    """What the form works with beside the record."""

    editing: Editing
    drafts: Drafts
    lookups: Lookups
    background: Background
    edges: Edges
    now: Callable[[], datetime]
    tr: Translate
    draft_every_ms: int = DRAFT_EVERY_MS
    may_edit: Callable[[], bool] = lambda: True


class RecordForms(QObject):
    """One form after the other; `kept` tells of each deed that was saved, `closed` that a form has gone.

    `ended` has the record as it was saved last in a form, and as it was opened there.
    """

    kept = Signal(object)
    ended = Signal(object, object)
    closed = Signal()

    def __init__(self, supplies: FormSupplies, window: QWidget) -> None:
        super().__init__(window)
        self._supplies = supplies
        self._window = window
        self._tr = supplies.tr

    def open(self, record_id: RecordId) -> None:
        """Edit a record as it is now."""
        editing = self._supplies.editing
        self._fetch(lambda: editing.opened(record_id), _key_for(record_id))

    def add(self, fresh: Fresh) -> None:
        """Fill in a new record."""
        self._fetch(lambda: fresh, _key_for(NEW_ID))

    def resume(self, draft: Draft) -> None:
        """Go on where a draft was kept."""
        from desktop.views.editing.draft_state import opened_in

        def work() -> Record | Fresh:
            try:
                return opened_in(draft.state)
            except _BROKEN as error:
                raise ExpectedError(_UNREADABLE) from error

        self._fetch(work, draft.key, draft.state)

    def _add_beside(self, kind: Kind, name: str, form: QWidget, done: Callable[[Reference], object]) -> None:
        """Fill in a new record that another form is waiting for."""
        from desktop.domain.dossier import reference_to
        from desktop.views.editing.form import Fresh

        editing = self._supplies.editing

        def show(opened: Record | Fresh, needed: Supplies) -> None:
            if not isValid(form) or not form.isVisible():
                return
            if (sitting := self._seat(opened, needed, _key_for(NEW_ID), form)) is not None:
                sitting.ended.connect(lambda last, _: done(reference_to(last)))

        self._read(lambda: Fresh(kind, {**editing.beginning(kind, None), "name": name}), show)

    def _fetch(
        self,
        opened: Callable[[], Record | Fresh],
        key: str,
        state: dict[str, Any] | None = None,
    ) -> None:
        """Read what a form needs, then show it."""

        def show(record: Record | Fresh, needed: Supplies) -> None:
            sitting = self._seat(record, needed, key, self._window, state)
            if sitting is not None:
                sitting.ended.connect(self.ended)
                sitting.dialog.closed.connect(self.closed)

        self._read(opened, show)

    def _read(self, opened: Callable[[], Record | Fresh], show: Callable[[Record | Fresh, Supplies], object]) -> None:
        parts, editing = self._supplies, self._supplies.editing

        def work() -> tuple[Record | Fresh, Supplies]:
            terms, sources = editing.all_terms(), editing.source_titles()
            notices = parts.edges.notices
            return opened(), Supplies(terms, parts.lookups, notices, self._tr, sources, self._add_beside)

        parts.background.run(work, lambda found: show(*found), self._warn)

    def _seat(
        self, opened: Record | Fresh, needed: Supplies, key: str, parent: QWidget, state: dict[str, Any] | None = None
    ) -> _Sitting | None:
        """Open a form in front of a window; nothing where it cannot show its draft."""
        from desktop.views.editing.dialog import EditDialog

        supplies = self._supplies
        if not supplies.may_edit():  # any more: an event has begun, or the next client
            return None
        dialog = EditDialog(opened, needed, parent)
        if state is not None and not _restored(dialog, state):
            self._warn(ExpectedError(_UNREADABLE))
            return None
        sitting = _Sitting(dialog, self._supplies, key, self)
        sitting.kept.connect(self.kept)
        sitting.refused.connect(self._warn)
        dialog.open()
        return sitting

    def _warn(self, error: ExpectedError) -> None:
        self._supplies.edges.warn(self._window, error, self._tr)


def _key_for(record_id: str) -> str:
    """A name for the draft of one form: two forms of a record, in two windows, never share a draft."""
    return f"{record_id[:_LONGEST_ID]}-{uuid4().hex[:12]}"


def _restored(dialog: EditDialog, state: dict[str, Any]) -> bool:
    """Whether a draft could be shown; a form that cannot show it goes, and the draft is kept."""
    try:
        dialog.restore(state)
    except _BROKEN:
        dialog.deleteLater()
        return False
    return True


class _Sitting(QObject):
    """One form from its opening to its end; `ended` has the record as it was saved last, and as it was opened.

    It outlives its form while something is being saved, so that the answer is heard in any case.
    """

    kept = Signal(object)
    ended = Signal(object, object)
    refused = Signal(object)

    def __init__(self, dialog: EditDialog, supplies: FormSupplies, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self.dialog = dialog
        self._supplies = supplies
        self._tr = supplies.tr
        self._key = key
        self._first = dialog.opened
        self._last: Record | None = None
        self._is_saving = self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(supplies.draft_every_ms)
        self._timer.timeout.connect(self._keep_draft)
        dialog.changed.connect(self._begin_draft)
        dialog.save_requested.connect(self._save)
        dialog.closed.connect(self._end)

    def _begin_draft(self) -> None:
        """A draft is written anew as long as its form is open: so others see that somebody is working on it."""
        if not self._is_over and not self._timer.isActive() and self.dialog.is_changed:
            self._timer.start()

    def _keep_draft(self) -> None:
        """A disk that is full must not keep anybody from typing; saving will say so."""
        if self.dialog.is_changed:
            state, name = self.dialog.state(), self.dialog.windowTitle()
            keep = self._supplies.drafts.keep
            self._supplies.background.run(
                lambda: keep(self._key, name, state), lambda _: self._begin_draft(), lambda _: self._begin_draft()
            )

    def _discard_draft(self) -> None:
        self._timer.stop()
        discard = self._supplies.drafts.discard
        self._supplies.background.run(lambda: discard(self._key), lambda _: None, lambda _: None, must_end=True)

    def _end(self) -> None:
        self._is_over = True
        self._discard_draft()
        if not self._is_saving:
            self._go()

    def _go(self) -> None:
        if self._last is not None:
            self.ended.emit(self._last, self._first)
        self.deleteLater()

    def _save(self, record: Record) -> None:
        editing, before = self._supplies.editing, self.dialog.opened
        self._is_saving = True

        def work() -> ChangeSet:
            return editing.add(record) if record.id == NEW_ID and before is None else editing.save(before, record)

        self._supplies.background.run(work, self._tell, self._refuse, must_end=True)

    def _tell(self, done: ChangeSet) -> None:
        from desktop.domain.change import PlacedRecord

        (change,) = done.changes
        assert isinstance(change.after, PlacedRecord)
        here = self._supplies.now().astimezone()
        words = self._tr("saved {hour:02d}:{minute:02d}", hour=here.hour, minute=here.minute)
        self._is_saving = False
        self._discard_draft()
        self._last = change.after.record
        self.kept.emit(done)
        if self._is_over:
            self._go()
        else:
            self.dialog.saved(words, change.after.record)
            self._begin_draft()

    def _refuse(self, error: ExpectedError) -> None:
        self._is_saving = False
        if self._is_over:
            self.refused.emit(error)
            self._go()
        elif isinstance(error, ConflictError):
            self.dialog.show_conflict(error.theirs, error.message.in_words(self._tr))
        else:
            self.dialog.refuse(error)
