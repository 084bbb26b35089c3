"""Why a list is empty, and the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.domain.search import Answer
from desktop.i18n import Translate
from desktop.views.search import shortened
from desktop.views.widgets.empty_state import EmptyState


class Emptiness(EmptyState):
    """Says what was searched, and offers to drop the filters, to clear the search or, after a failure, to try again."""

    reset_requested = Signal()
    clear_requested = Signal()
    again_requested = Signal()

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._answer = Answer(text="")
        self._filters: tuple[str, ...] = ()
        self._way_on = ""
        self._has_failed = False
        self.first_requested.connect(self._go_on)
        self.second_requested.connect(self.clear_requested)

    def explain(self, answer: Answer, filters: Sequence[str]) -> None:
        """Tell of an answer without hits."""
        self._answer, self._filters, self._has_failed = answer, tuple(filters), False
        self._write()

    def point_to(self, way_on: str) -> None:
        """Add where there are hits."""
        if way_on != self._way_on:
            self._way_on = way_on
            self._write()

    def tell(self, trouble: str) -> None:
        """Tell why there is no answer at all."""
        self._has_failed = True
        self.say(self._tr("The search did not work."), trouble, self._tr("Try again"))

    def _write(self) -> None:
        if self._has_failed or self._answer.total:
            return
        tr, text = self._tr, self._answer.text
        title = tr("No hits for “{text}”", text=shortened(text)) if text else tr("No records")
        reset, clear = tr("Reset filters") if self._filters else "", tr("Clear the search") if text else ""
        self.say(title, "\n".join(self._reasons()), reset, clear)

    def _reasons(self) -> list[str]:
        tr, hidden = self._tr, self._answer.hidden
        reasons = []
        if self._filters:
            reasons.append(tr("Only these were looked at: {filters}.", filters=", ".join(self._filters)))
        if hidden:
            reasons.append(tr.plural("Without the filters: {count} hit.", "Without the filters: {count} hits.", hidden))
        if self._way_on:
            reasons.append(self._way_on)
        elif self._answer.text and not self._filters:
            reasons.append(tr("All fields of all records were searched. Try fewer or shorter words."))
        return reasons

    def _go_on(self) -> None:
        (self.again_requested if self._has_failed else self.reset_requested).emit()
