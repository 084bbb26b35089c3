"""Steps through the past, one after the other; of a long one a person sees how far it is, and may give it up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import N_, ExpectedError
from desktop.domain.progress import CancelledError, Progress
from desktop.views.keeping_parts import KeepingParts

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.services.editing import Editing
    from desktop.views.waiting_dialog import WaitingDialog

_GIVING_UP = N_("It is being given up …")
_Lead = Callable[[Progress], "ChangeSet | None"]


class _Step(NamedTuple):
    """One step, its name and what is said while it lasts, of its end, and where there is none."""

    lead: Callable[[Editing], _Lead]
    title: str
    meanwhile: str
    words: str
    nothing: str


class PastSteps(QObject):
    """`said` tells how a step went, `changed` that the records are others than before."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, parts: KeepingParts, words: Callable[[ChangeSet], str], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = words
        self._tr = parts.tr
        self._steps: deque[_Step] = deque()
        self._waiting: WaitingDialog | None = None

    def undo(self) -> None:
        """Take back the last deed."""
        tr = self._tr
        meanwhile, words = tr("The last change is being taken back …"), tr("Undone: {what}. Ctrl+Y does it again.")
        nothing = tr("There is nothing to undo.")
        self._queue(_Step(lambda editing: editing.undo, tr("Undo"), meanwhile, words, nothing))

    def redo(self) -> None:
        """Do again what was undone last."""
        tr = self._tr
        meanwhile, words = tr("What was undone is being done again …"), tr("Done again: {what}.")
        nothing = tr("There is nothing to redo.")
        self._queue(_Step(lambda editing: editing.redo, tr("Redo"), meanwhile, words, nothing))

    @property
    def _editing(self) -> Editing:
        return self._parts.services().editing

    def _queue(self, step: _Step) -> None:
        """Trouble with one step ends those behind it."""
        if self._parts.mode.allows():
            self._steps.append(step)
            if len(self._steps) == 1:
                self._take()

    def _take(self) -> None:
        from desktop.views.waiting_dialog import WaitingDialog

        step, progress = self._steps[0], Progress()
        lead = step.lead(self._editing)

        def work() -> tuple[ChangeSet | None, bool]:
            try:
                return lead(progress), False
            except CancelledError:
                return None, True

        self._waiting = WaitingDialog(step.title, step.meanwhile, progress, self._tr, self._parts.window)
        self._waiting.rejected.connect(lambda: self.said.emit(self._tr(_GIVING_UP)))
        self._parts.background.run(work, lambda found: self._end(*found), self._decide, must_end=True)

    def _end(self, done: ChangeSet | None, is_given_up: bool) -> None:
        step = self._leave()
        if is_given_up:
            self._steps.clear()
            self.said.emit(self._tr("Given up. Everything is as it was before."))
            return
        self._steps.popleft()
        self.said.emit(step.words.replace("{what}", self._words(done)) if done else step.nothing)
        if done:
            self.changed.emit()
        if self._steps:
            self._take()

    def _leave(self) -> _Step:
        """No longer wait for the step."""
        if self._waiting is not None:
            self._waiting.end()
            self._waiting = None
        return self._steps[0]

    def _decide(self, error: ExpectedError) -> None:
        """Whether the step that met trouble is taken all the same."""
        from desktop.views.past_questions import PastQuestions

        self._leave()
        while len(self._steps) > 1:
            self._steps.pop()
        parts = self._parts
        questions = PastQuestions(parts.edges.notices, parts.window, self._words, self._tr)
        goes_on = questions.settle(error, self._editing)
        if goes_on:
            self._take()
            return
        self._steps.clear()
        if goes_on is None:
            parts.warn(error)
