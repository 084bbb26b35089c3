"""Asks what shall go out in which format, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.progress import CancelledError, Progress
from desktop.views.announcing import announce
from desktop.views.exporting.choosing import Choices, Choosing, Counts
from desktop.views.paper.progress_line import ProgressLine
from desktop.views.widgets.low_area import LowArea
from desktop.views.widgets.plain_label import plain_label
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.services.exporting import Counted, Exporting, Order
    from desktop.views.background import Background
    from desktop.views.edges import Edges
    from desktop.views.exporting.offers import Offer

_WIDTH_IN_EMS = 40


class ExportDialog(QDialog):
    """Stays after a file was written, so that its folder can be shown; `chosen` tells what is to be remembered."""

    chosen = Signal(object)

    def __init__(
        self,
        offers: Sequence[Offer],
        choices: Choices,
        exporting: Exporting,
        background: Background,
        edges: Edges,
        parent: QWidget,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._exporting = exporting
        self._background = background
        self._edges = edges
        self._tr = choices.tr
        self._say_outside = say
        self._running: Progress | None = None
        self._written: Path | None = None
        self._choosing = Choosing(offers, choices)
        self._state = plain_label()
        self._progress = ProgressLine(self._tr)
        self._folder = quiet_button(self._tr("Open &folder"), self._open_folder)
        self._close = quiet_button(self._tr("Close"), self.reject)
        self._export = quiet_button(self._tr("E&xport …"), self.export)
        self._export.setDefault(True)
        self.setWindowTitle(self._tr("Export"))
        self._lay_out()
        self._connect()
        self._count()

    def export(self) -> None:
        """Ask where the file shall go, and write it there."""
        order = self._choosing.order
        if self._running is not None or not self._choosing.held:
            return
        path = self._edges.files.place_for_export(self, self._choosing.file_name, *self._choosing.file_words)
        if path is None:
            return
        self.chosen.emit(self._choosing.remembered)
        self._say(self._tr("The file is being written …"))
        self._folder.hide()
        self._write(order, path)

    @override
    def done(self, result: int) -> None:
        """Go; what is being written is given up, and then there is no file."""
        if self._running is not None:
            self._running.cancel()
        super().done(result)

    def _write(self, order: Order, path: Path) -> None:
        progress = Progress()

        def write() -> Counted | None:
            try:
                return self._exporting.write(order, path, progress)
            except CancelledError:
                return None

        def tell(counted: Counted | None) -> None:
            self._end()
            if counted is not None:
                self._tell_written(counted.held, path)

        self._running = progress
        self._allow(may_act=False)
        self._progress.follow(progress)
        job = self._background.run(write, tell, self._fail, must_end=True)
        self.finished.connect(job.cancel)

    def _tell_written(self, count: int, path: Path) -> None:
        self._written = path
        words = self._tr.plural(
            "{count} record written to {path}", "{count} records written to {path}", count, path=path
        )
        self._say(words)
        self._say_outside(words)
        self._folder.show()
        self._folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: ExpectedError) -> None:
        self._end()
        self._say("")
        self._edges.warn(self, error, self._tr)

    def _end(self) -> None:
        self._running = None
        self._progress.stop()
        self._allow(may_act=True)

    def _allow(self, *, may_act: bool) -> None:
        """Whatever can be chosen stays as it is while it is written."""
        self._choosing.setEnabled(may_act)
        self._export.setEnabled(may_act and self._choosing.held > 0)
        if not may_act:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        """Find out how many records there are of each kind, which takes its time where there are many."""
        self._say(self._tr("The records are being counted …"))
        self._export.setEnabled(False)
        wanted = self._choosing.selections

        def count() -> Counts:
            return {choice: self._exporting.kinds(selection) for choice, selection in wanted.items()}

        job = self._background.run(count, self._show_counts, self._fail)
        self.finished.connect(job.cancel)

    def _show_counts(self, counts: Counts) -> None:
        self._say("")
        self._choosing.show_counts(counts)

    def _show_choice(self) -> None:
        self._export.setEnabled(self._running is None and self._choosing.held > 0)

    def _say(self, words: str) -> None:
        self._state.setText(words)
        if words:
            announce(self._state, words)

    def _open_folder(self) -> None:
        if self._written is not None:
            self._edges.show_folder(self, self._written.parent, self._tr)

    def _connect(self) -> None:
        self._choosing.changed.connect(self._show_choice)
        self._progress.cancelled.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        self._folder.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._folder, self._export, self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(LowArea(self._choosing))
        column.addStretch(1)
        for widget in (self._state, self._progress):
            column.addWidget(widget)
        column.addLayout(row)
        fit(self, _WIDTH_IN_EMS)
        self._choosing.focus_first()
