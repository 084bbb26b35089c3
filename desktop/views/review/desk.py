"""The desk on which records are looked at one after another: still right, proposals, notes from the counter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.editing.side_by_side import names_wanted
from desktop.views.review.case_view import CaseView
from desktop.views.review.letters import letter_of
from desktop.views.review.looking import Done, Looking
from desktop.views.review.points import ACCEPT, REFUSE, SETTLE
from desktop.views.review.task_pane import TaskPane
from desktop.views.review.wording import gone_text
from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.domain.record import RecordId
    from desktop.domain.review import Task, WorkList
    from desktop.services.editing import Editing
    from desktop.services.review import Case, Review
    from desktop.views.background import Background, Job
    from desktop.views.edges import Edges

STILL_RIGHT = "R"
_SIZE_IN_EMS = (92, 56)


class ReviewDialog(QDialog):
    """Keeps its place while it is hidden; it may be opened again and again.

    `changed` tells that records or notes are others than before, `said` how a deed went. `record_requested` and
    `edit_requested` hand over a reference; where the dialog is modal it goes away for them. Taking back what is in the
    history is left to whoever hears `undo_requested` and `redo_requested`, and then calls `refresh`.
    """

    said = Signal(str)
    changed = Signal()
    record_requested = Signal(object)
    edit_requested = Signal(object)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(
        self, review: Review, editing: Editing, background: Background, edges: Edges, tr: Translate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._editing = editing
        self._background = background
        self._edges = edges
        self._tr = tr
        self._looking = Looking(review, editing, background, tr, self)
        self._pane = TaskPane(tr)
        self._case = CaseView(tr)
        self._status = words()
        self._wanted: RecordId | None = None
        self._reading: Job | None = None
        self._listing: Job | None = None
        self.setWindowTitle(tr("To check"))
        self._lay_out()
        self._connect()

    def refresh(self, record_id: RecordId | None = None) -> None:
        """Read the list anew without losing the place in it; a record that is named becomes the chosen one."""
        self._list(self._pane.reach, record_id, is_reread=True)

    def look_for(self, record_id: RecordId) -> None:
        """Let a record be the chosen one when the list is shown next, whatever it was limited to."""
        self._pane.take_all()
        self._wanted = record_id

    def tell(self, text: str) -> None:
        """Say something in the dialog's own status line."""
        say(self._status, text)
        announce(self._status, text)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._pane.is_filled:
            self._pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        wanted, self._wanted = self._wanted, None
        self.refresh(wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are deeds wherever the keyboard is: the dialog has no field to write in."""
        if not self._decide(STILL_RIGHT if event.key() == Qt.Key.Key_Space else letter_of(event)):
            super().keyPressEvent(event)

    def _decide(self, key: str) -> bool:
        """Do what a letter stands for; whether it stands for anything."""
        if key == STILL_RIGHT:
            self._confirm()
        elif key in (ACCEPT, REFUSE, SETTLE):
            self._decide_point(key)
        return key in (STILL_RIGHT, ACCEPT, REFUSE, SETTLE)

    def _decide_point(self, key: str) -> None:
        """What is not marked is never decided: a key that fits another point leads there first."""
        task, points, tr = self._pane.list.task(), self._case.points, self._tr
        is_free = task is not None and not self._looking.is_busy(task.reference.id)
        if is_free and points.decide(key):
            return
        if is_free and points.seek(key):
            self.tell(tr("This point fits the key {key} and is marked now; the same key once more does it.", key=key))
        else:
            self.tell(tr("There is nothing of that kind to decide about this record."))

    def _confirm(self) -> None:
        """The next record is chosen at once; nobody has to wait for the database."""
        self._with_record(self._still_right)

    def _still_right(self, reference: Reference) -> None:
        if not self._looking.is_busy(reference.id):
            self._looking.confirm(reference)
            self._pane.next()

    def _take(self, done: Done) -> None:
        """Show what there is left to do about a record."""
        task = self._pane.list.task()
        if not self._pane.put(done.record_id, done.task):
            self.refresh(done.record_id)
        elif task and task.reference.id == done.record_id and done.task:
            self._read(self._pane.list.task())
        self.tell(done.words)
        self.said.emit(done.words)
        self.changed.emit()

    def _list(self, most: int, record_id: RecordId | None = None, *, is_reread: bool = False) -> None:
        if self._listing is not None:
            self._listing.cancel()
        reasons, before = self._pane.reasons, self._pane.list.task()

        def show(found: WorkList) -> None:
            self._pane.show_list(found, record_id)
            task = self._pane.list.task()
            if is_reread and task and before and task.reference.id == before.reference.id:
                self._read(task)  # its row may be the same, but not what is in the record

        self._listing = self._background.run(lambda: self._review.work_list(reasons, most), show, self._warn)

    def _read(self, task: Task | None) -> None:
        """Show the chosen record; one that was asked for before is not waited for."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if task is None:
            self._case.show_nothing(self._tr("Nothing to check"), self._tr("No record waits for a look."))
            return
        record_id = task.reference.id

        def work() -> tuple[Case, dict[str, str]]:
            case = self._review.case(record_id)
            return case, self._editing.names(names_wanted([case.dossier.record] if case.dossier else []))

        self._reading = self._background.run(work, lambda found: self._case.show_case(*found), self._case.show_trouble)

    def _with_task(self, deed: Callable[[Reference], object]) -> None:
        if (task := self._pane.list.task()) is not None:
            deed(task.reference)

    def _with_record(self, deed: Callable[[Reference], object]) -> None:
        """What is gone can only be settled."""
        task = self._pane.list.task()
        if task is not None and task.status is None:
            self.tell(gone_text(task.was_here, self._tr))
        elif task is not None:
            deed(task.reference)

    def _leave_for(self, wish: Callable[[Reference], object], reference: Reference) -> None:
        if self.isModal():
            self.hide()
        wish(reference)

    def _undo(self) -> None:
        if not self._looking.reopen():
            self.undo_requested.emit()

    def _warn(self, error: ExpectedError) -> None:
        self._edges.warn(self, error, self._tr)

    def _fail(self, error: ExpectedError) -> None:
        self._warn(error)
        self.refresh()

    def _connect(self) -> None:
        looking, points, pane = self._looking, self._case.points, self._pane
        looking.done.connect(self._take)
        looking.failed.connect(self._fail)
        points.accepted.connect(lambda flag: self._with_task(lambda one: looking.accept(one, flag)))
        points.refused.connect(lambda flag: self._with_task(lambda one: looking.refuse(one, flag)))
        points.settled.connect(lambda note: self._with_task(lambda one: looking.settle(one, note)))
        pane.wanted.connect(self._list)
        pane.chosen.connect(self._read)
        pane.list.opened.connect(self._show)
        self._case.typed.connect(lambda letter: self._decide(letter.upper()))
        self._case.left.connect(lambda: pane.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self._case.record_requested.connect(lambda one: self._leave_for(self.record_requested.emit, one))
        for keys, deed in (
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self.redo_requested.emit),
            ("Ctrl+E", self._edit),
            ("F5", self.refresh),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda deed=deed: deed())

    def _show(self) -> None:
        self._with_record(lambda one: self._leave_for(self.record_requested.emit, one))

    def _edit(self) -> None:
        self._with_record(lambda one: self._leave_for(self.edit_requested.emit, one))

    def _lay_out(self) -> None:
        tr, halves = self._tr, QSplitter()
        halves.addWidget(self._pane)
        halves.addWidget(self._case)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(halves, 1)
        column.addWidget(self._status)
        row = FlowLayout(gap=6, at_end=True)
        for name, deed in (
            (tr("Still right (R)"), self._confirm),
            (tr("Show (Enter)"), self._show),
            (tr("Edit (Ctrl+E)"), self._edit),
            (tr("Close"), self.reject),
        ):
            row.addWidget(quiet_button(name, deed))
        column.addLayout(row)
        fit(self, *_SIZE_IN_EMS)
        halves.setSizes([2 * self.width() // 5, 3 * self.width() // 5])
