"""What a package, or newer shipped data, would do: looked at, decided field by field by keyboard, and done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.applying import NOTES_ARE_HERE, NOTHING_DIFFERS, Finding, MeanwhileError, Point
from desktop.domain.merging import Side
from desktop.domain.progress import CancelledError, Progress
from desktop.views.announcing import announce
from desktop.views.leaving import may_throw_away
from desktop.views.packages.deciding import Deciding
from desktop.views.packages.finding_list import FindingList, FindingModel
from desktop.views.packages.sides_view import SidesView, Titles
from desktop.views.packages.trust_box import TrustBox
from desktop.views.packages.wording import counts_text
from desktop.views.paper.progress_line import ProgressLine
from desktop.views.review.letters import letter_of
from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.low_area import LowArea
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.applying import Look
    from desktop.domain.change import ChangeSet
    from desktop.domain.errors import ExpectedError
    from desktop.i18n import Translate
    from desktop.services.applying.applying import Applying
    from desktop.services.applying.sides import BothSides
    from desktop.views.background import Background, Job
    from desktop.views.edges import Edges

_SIZE_IN_EMS = (76, 46)
_LEAST_TRUST_IN_EMS = 11
"""Of who a package comes from so much is always seen; in large type on a small screen the rest is scrolled to."""


class ApplyDialog(QDialog):
    """`applied` hands over what was done, once it is."""

    applied = Signal(object)

    def __init__(
        self, applying: Applying, look: Look, background: Background, edges: Edges, tr: Translate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._applying = applying
        self._background = background
        self._edges = edges
        self._tr = tr
        self._deciding = Deciding(look)
        self._trust = TrustBox(tr)
        self._counts, self._status = words(), words()
        self._model = FindingModel(self._deciding.decisions, tr, self)
        self._list = FindingList(self._model, tr)
        self._sides = SidesView(_titles(look, tr), self._deciding.decisions, tr)
        self._progress = ProgressLine(tr)
        self._running: Progress | None = None
        self._reading: Job | None = None
        self.setWindowTitle(tr("Apply a package") if look.package else tr("Newer data of Wegweiser"))
        self._lay_out()
        self._connect()
        self._show_look(look)

    @override
    def reject(self) -> None:
        """Go, but not while records are being written, nor with decisions that a person does not want to lose."""
        if self._running is None and (not self._deciding.decisions or may_throw_away(self, self._edges, self._tr)):
            super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 decide wherever the keyboard is: the dialog has no field to write in."""
        if not self._sides.decide(letter_of(event)):
            super().keyPressEvent(event)

    def _show_look(self, look: Look) -> None:
        deciding = self._deciding
        deciding.go_on_with(look)
        self._trust.show_look(look)
        self._trust.setVisible(look.package is not None)
        self._model.show(deciding.findings, frozenset(finding.key for finding in look.taken))
        if not deciding.findings:
            self._sides.show_nothing(self._tr(NOTES_ARE_HERE if look.has_notes_only else NOTHING_DIFFERS))
        self._list.setVisible(bool(deciding.findings))
        say(self._status, self._beforehand())
        self._list.choose(self._model.row_to_decide(0) or 0)
        self._tell_counts()

    def _beforehand(self) -> str:
        """What a person should know before anything is done."""
        if not self._deciding.look.findings:
            return ""
        return self._tr("A backup is made first. Everything happens at once, and Ctrl+Z takes all of it back.")

    def _tell_counts(self) -> None:
        tr, look = self._tr, self._deciding.look
        told = counts_text(look.counts(), tr, is_decided=not self._deciding.undecided)
        if self._deciding.undecided:
            told += " – " + tr.plural("{count} field is open", "{count} fields are open", self._deciding.undecided)
        if look.taken:
            done = tr("taken at the start: {count}", count=len(look.taken))
            told = f"{done} · {told}" if look.findings else done
        say(self._counts, told[:1].upper() + told[1:])
        self._counts.setVisible(bool(self._deciding.findings))

    def _read(self, finding: Finding | None) -> None:
        """Show both sides of a finding; one that was asked for before is not waited for."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if finding is None:
            return
        self._sides.expect()
        applying, look = self._applying, self._deciding.look

        def show(sides: BothSides) -> None:
            self._sides.show_sides(finding, sides)

        def fail(error: ExpectedError) -> None:
            self._sides.show_nothing(error.message.in_words(self._tr))

        self._reading = self._background.run(lambda: applying.sides(look, finding.key), show, fail)

    def _decide(self, point: Point, side: Side) -> None:
        """Remember a decision and go on to the next that is to be made."""
        row = self._list.currentIndex().row()
        self._deciding.decide(point, side)
        self._model.tell(row)
        self._sides.refresh()
        self._tell_counts()
        finding = self._list.finding()
        if finding is not None and all(
            Point(finding.key, one) in self._deciding.decisions for one in finding.conflicts
        ):
            following = self._model.row_to_decide(row + 1)
            if following is not None:
                self._list.choose(following)
            else:
                self._say(self._tr("Everything is decided. Ctrl+Enter takes it."))

    def _decide_all(self, side: Side) -> None:
        self._deciding.decide_all(side)
        self._model.show(self._deciding.findings, frozenset(one.key for one in self._deciding.look.taken))
        self._list.choose(0)
        self._tell_counts()

    def _apply(self) -> None:
        """Do it, or go to what has to be said before."""
        if self._running is not None or not self._is_ready():
            return
        applying, look, decisions = self._applying, self._deciding.look, dict(self._deciding.decisions)
        consent, progress = self._trust.consent, Progress()

        def work() -> ChangeSet | None:
            try:
                return applying.apply(look, decisions, consent, progress)
            except CancelledError:
                return None

        self._running = progress
        self._progress.follow(progress)
        self._say(self._tr("A backup is made, then the records are written …"))
        self._background.run(work, self._end, self._fail, must_end=True)

    def _is_ready(self) -> bool:
        tr = self._tr
        if self._deciding.look.is_done:
            self._say(tr(NOTES_ARE_HERE))
            return False
        if not self._trust.may_apply:
            self._say(self._trust.missing)
            self._trust.take_focus()
            return False
        if (waiting := self._deciding.undecided) > 0:
            self._list.choose(self._model.row_to_decide(0) or 0)
            self._say(
                tr.plural("{count} field is still to be decided.", "{count} fields are still to be decided.", waiting)
            )
            return False
        return True

    def _end(self, done: ChangeSet | None) -> None:
        self._rest()
        if done is None:
            self._say(self._tr("Given up. Nothing was changed."))
        else:
            self.accept()
            self.applied.emit(done)

    def _fail(self, error: ExpectedError) -> None:
        self._rest()
        if isinstance(error, MeanwhileError):
            self._show_look(error.look)
        self._edges.warn(self, error, self._tr)

    def _rest(self) -> None:
        self._running = None
        self._progress.stop()
        say(self._status, "")

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _say(self, text: str) -> None:
        say(self._status, text)
        announce(self._status, text)

    def _connect(self) -> None:
        self._list.chosen.connect(self._read)
        self._sides.decided.connect(self._decide)
        self._progress.cancelled.connect(self._cancel)
        self.finished.connect(self.deleteLater)
        deeds = (
            ("Ctrl+1", partial(self._decide_all, Side.OURS)),
            ("Ctrl+2", partial(self._decide_all, Side.THEIRS)),
            ("Ctrl+Return", self._apply),
            ("Ctrl+Enter", self._apply),
        )
        for keys, deed in deeds:
            QShortcut(QKeySequence(keys), self).activated.connect(lambda deed=deed: deed())

    def _lay_out(self) -> None:
        tr, halves, look = self._tr, QSplitter(), self._deciding.look
        halves.addWidget(self._list)
        halves.addWidget(self._sides)
        halves.setChildrenCollapsible(False)
        row = FlowLayout(gap=6, at_end=True)
        can_apply = bool(look.findings or look.package) and not look.is_done
        buttons = [(tr("Cancel") if can_apply else tr("Close"), self.reject)]
        if can_apply:
            buttons.insert(0, (tr("Take it over (Ctrl+Enter)"), self._apply))
        if any(look.points()):
            buttons.insert(0, (tr("Everything as it is there (Ctrl+2)"), partial(self._decide_all, Side.THEIRS)))
            buttons.insert(0, (tr("Everything as it is here (Ctrl+1)"), partial(self._decide_all, Side.OURS)))
        for name, deed in buttons:
            row.addWidget(button := quiet_button(name, deed))
        column = QVBoxLayout(self)
        for part in (LowArea(self._trust, _LEAST_TRUST_IN_EMS), self._counts, halves, self._status, self._progress):
            column.addWidget(part, int(part is halves))
        column.addLayout(row)
        fit(self, *_SIZE_IN_EMS)
        halves.setSizes([2 * self.width() // 5, 3 * self.width() // 5])
        (button if look.is_done else self._list).setFocus(Qt.FocusReason.OtherFocusReason)


def _titles(look: Look, tr: Translate) -> Titles:
    if look.package is not None:
        return Titles(tr("Here"), tr("In the package"))
    return Titles(tr("Here"), tr("Newly shipped"))
