"""Why a list is empty, and the ways on."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal

from desktop.domain.search import Answer
from desktop.i18n import Translate
from desktop.views.search import shortened
from desktop.views.widgets.empty_state import EmptyState

_Way = tuple[str, Callable[[], object]]


class Emptiness(EmptyState):
    """Says what was searched and offers what may help: one word less, no filters, no search; or to try again."""

    reset_requested = Signal()
    search_requested = Signal(str)
    again_requested = Signal()

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._answer = Answer(text="")
        self._filters: tuple[str, ...] = ()
        self._way_on = ""
        self._has_failed = False
        self._deeds: list[Callable[[], object]] = []
        self.taken.connect(lambda number: self._deeds[number]())

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
        self._say(self._tr("The search did not work."), trouble, [(self._tr("Try again"), self.again_requested.emit)])

    def _write(self) -> None:
        if self._has_failed or self._answer.total:
            return
        tr, text = self._tr, self._answer.text
        title = tr("No hits for “{text}”", text=shortened(text)) if text else tr("No records")
        self._say(title, "\n".join(self._reasons()), list(self._ways_on()))

    def _say(self, title: str, text: str, ways: Sequence[_Way]) -> None:
        self._deeds = [deed for _, deed in ways]
        self.say(title, text, [name for name, _ in ways])

    def _ways_on(self) -> Iterator[_Way]:
        tr, shorter = self._tr, self._answer.shorter
        if shorter is not None:
            name = tr("Search without “{word}”", word=shortened(shorter.dropped))
            yield name, lambda: self.search_requested.emit(shorter.text)
        if self._filters:
            yield tr("Reset filters"), self.reset_requested.emit
        if self._answer.text:
            yield tr("Clear the search"), lambda: self.search_requested.emit("")

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
