"""The dialog in which an office makes a package for its laptops, or a laptop one for its office."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.packing import PackageOrder
from desktop.services.packing_words import package_name
from desktop.views.announcing import announce
from desktop.views.leaving import may_throw_away
from desktop.views.packages.create_page import CreatePage
from desktop.views.packages.under_way import UnderWay
from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.low_area import LowArea
from desktop.views.widgets.quiet_button import QuietButton, quiet_button
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.errors import ExpectedError
    from desktop.domain.packing import Packed, Proposal
    from desktop.i18n import Translate
    from desktop.printing.paper import Paper
    from desktop.services.packing import Packing
    from desktop.views.background import Background
    from desktop.views.edges import Edges
    from desktop.views.paper.desk import PrintDesk

_SIZE_IN_EMS = (38, 30)


class CreateDialog(QDialog):
    """First counts what is new, then waits for a person; `said` tells what became of it."""

    said = Signal(str)

    def __init__(
        self,
        packing: Packing,
        printing: PrintDesk,
        background: Background,
        edges: Edges,
        tr: Translate,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._packing = packing
        self._printing = printing
        self._background = background
        self._edges = edges
        self._tr = tr
        self._proposal: Proposal | None = None
        self._before: QWidget | None = None
        self._made: Path | None = None
        self._is_making = self._is_leaving = False
        self._page = CreatePage(tr)
        self._area = LowArea(self._page)
        self._state = words()
        self._under_way = UnderWay(background, tr)
        self._create = QPushButton(tr("&Create package …"))
        self._print = quiet_button(tr("&Print fingerprint …"), self._print_fingerprint)
        self._folder = quiet_button(tr("Open &folder"), self._open_folder)
        self._leave = QuietButton(tr("Cancel"))
        self.setWindowTitle(tr("Create package"))
        self._lay_out()
        self.finished.connect(self._go)
        self._count()

    @override
    def reject(self) -> None:
        """Give up what is being made, else go."""
        if self._proposal is not None and self._under_way.is_busy and not self._is_leaving:
            self._under_way.give_up()
        elif not self._page.is_written or may_throw_away(self, self._edges, self._tr):
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes the window does not wait for a package; who has written words first gives it up, then is asked."""
        self._is_leaving = not self._page.is_written
        super().closeEvent(event)
        self._is_leaving = False

    def _go(self) -> None:
        """A package that is being made is given up; how that ended is told before the dialog is gone."""
        if self._is_making:
            self._under_way.give_up()
        else:
            self._under_way.forget()
            self.deleteLater()

    def _count(self) -> None:
        self._wait(self._tr("What is new is being counted …"))
        self._under_way.run(self._packing.proposal, self._show, self._refuse)

    def _show(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self._page.show_proposal(proposal)
        self._ready("")
        self._page.take_focus()

    def _refuse(self, error: ExpectedError) -> None:
        """Nothing can be made here; a person reads why and goes."""
        self._proposal = None
        self._ready(error.message.in_words(self._tr))
        self._area.hide()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        """Ask for a place, then write the package there."""
        proposal, order = self._proposal, self._page.order()
        if proposal is None or self._under_way.is_busy:
            return
        number = proposal.notes_number if order.is_notes else proposal.number
        path = self._edges.files.place_for_package(
            self, package_name(proposal.office, number, order.is_notes, self._tr)
        )
        if path is None:
            return
        wanted = PackageOrder(path, order.change_note, order.has_internal_notes)
        self._wait(self._tr("The package is being made …"))
        self._under_way.run(
            lambda progress: self._packing.pack_notes(path) if order.is_notes else self._packing.pack(wanted, progress),
            self._done,
            self._fail,
            self._give_up,
        )
        self._is_making = True

    def _done(self, packed: Packed) -> None:
        told = self._tr("Package {number} lies in {path}.", number=packed.manifest.number, path=packed.path)
        self._end(told)
        self._page.show_made(packed)
        self._made = packed.path
        self._create.setEnabled(False)
        self._leave.setText(self._tr("Close"))
        self._folder.show()
        self._folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self._end(self._tr("Cancelled. There is no package."))

    def _fail(self, error: ExpectedError) -> None:
        self._end("")
        self._edges.warn(self._window if self.isHidden() else self, error, self._tr)

    def _end(self, told: str) -> None:
        """Nothing is being made any more; who has closed the dialog meanwhile reads in the window what became of it."""
        self._is_making = False
        self._ready(told)
        if told:
            self.said.emit(told)
        if self.isHidden():
            self.deleteLater()

    def _open_folder(self) -> None:
        if self._made is not None:
            self._edges.show_folder(self, self._made.parent, self._tr)

    def _warn(self, error: ExpectedError) -> None:
        self._ready("")
        self._edges.warn(self, error, self._tr)

    def _print_fingerprint(self) -> None:
        """On paper, or into a file where there is no printer."""

        def make(_: object) -> tuple[Paper, str]:
            return self._packing.fingerprint_sheet(), self._packing.fingerprint()

        def hand_over(made: tuple[Paper, str]) -> None:
            paper, fingerprint = made
            self._page.show_fingerprint(fingerprint)
            self._ready("")
            if self._printing.has_printer():
                self._printing.print(self, paper, self._ready, self._warn)
            elif self._printing.offers_saving(self):
                self._printing.save(self, paper, self._ready, self._warn)

        self._wait(self._tr("The sheet is being made …"))
        self._under_way.run(make, hand_over, self._warn)

    def _wait(self, told: str) -> None:
        self._before = self.focusWidget()
        self._say(told)
        for part in (self._page, self._create, self._print):
            part.setEnabled(False)
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ready(self, told: str) -> None:
        self._say(told)
        for part in (self._page, self._create, self._print):
            part.setEnabled(self._proposal is not None)
        if self._before is not None and self._before.isEnabled():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, told: str) -> None:
        say(self._state, told)
        self._state.setVisible(bool(told))
        if told:
            announce(self._state, told)

    def _lay_out(self) -> None:
        self._folder.hide()
        self._create.setDefault(True)
        self._create.clicked.connect(self._make)
        self._leave.clicked.connect(self.reject)
        row, buttons = FlowLayout(gap=6, at_end=True), (self._print, self._folder, self._create, self._leave)
        for button in buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(self._area, 1)
        for part in (self._state, self._under_way):
            column.addWidget(part)
        column.addLayout(row)
        for before, behind in pairwise((*self._page.fields(), *buttons)):
            QWidget.setTabOrder(before, behind)
        fit(self, *_SIZE_IN_EMS)
