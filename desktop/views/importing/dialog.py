"""The dialog that leads through an import: columns, rows, the end; nothing is written before its last step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.errors import N_
from desktop.domain.progress import CancelledError
from desktop.services.importing.beside import count_beside
from desktop.services.importing.opening import RecordsFile, TableFile, about_how_many
from desktop.services.importing.overtaken import OvertakenError
from desktop.services.importing.pieces import speaking_of
from desktop.views.announcing import announce
from desktop.views.importing.columns_page import ColumnsPage
from desktop.views.importing.end_page import EndPage, done_words
from desktop.views.importing.report_saving import save_report
from desktop.views.importing.rows_page import RowsPage
from desktop.views.importing.step_buttons import Deeds, StepButtons, Where
from desktop.views.importing.work import Work
from desktop.views.leaving import may_throw_away
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.domain.incoming import Entries
    from desktop.domain.progress import Progress
    from desktop.services.importing.opening import Opened
    from desktop.services.importing.outcome import Outcome
    from desktop.services.importing.plan import Plan
    from desktop.views.importing.parts import ImportParts

_SIZE_IN_EMS = (76, 44)
_GIVEN_UP = N_("The import was cancelled; nothing was changed.")


class ImportDialog(QDialog):
    """`done` tells that records were written, `said` how that went."""

    said = Signal(str)
    written = Signal()

    def __init__(self, file: Opened, parts: ImportParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = file
        self._parts = parts = parts._replace(tr=speaking_of(file.piece, parts.tr))
        self._tr = parts.tr
        self._columns = ColumnsPage(file, parts) if isinstance(file, TableFile) else None
        self._rows: RowsPage | None = None
        self._end = EndPage(parts.tr)
        self._plan: Plan | None = None
        self._outcome: Outcome | None = None
        self._steps = QStackedWidget()
        deeds = Deeds(self._go_back, self._go_on, self._save_report, self.reject)
        self._buttons = StepButtons(deeds, parts.tr)
        self._work = Work(self._steps, self._buttons.take_focus_out, parts.tr)
        self.setWindowTitle(parts.tr("Import – {name}", name=file.path.name))
        self._lay_out()
        if self._columns is not None:
            self._columns.settled.connect(self._tell_buttons)
        self._work.line.cancelled.connect(self._work.cancel)
        self.rejected.connect(self._tell_given_up)
        self.finished.connect(lambda _: self._let_go())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._go_on)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._go_back)
        self._begin()

    @override
    def reject(self) -> None:
        """Go; while something is written it is given up first, and what was decided goes only if a person says so."""
        if self._work.is_busy:
            self._work.cancel()
        elif self._outcome is not None or self._may_lose_decisions():
            super().reject()

    def _may_lose_decisions(self) -> bool:
        decided = [page for page in (self._columns, self._rows) if page is not None and page.is_decided]
        return not decided or may_throw_away(self, self._parts.edges, self._tr)

    def _begin(self) -> None:
        if self._columns is None:
            self._read_rows()
        else:
            self._show(self._columns)
            self._columns.begin()

    def _go_on(self) -> None:
        """To the next step, when the present one is over."""
        at = self._steps.currentWidget()
        if self._work.is_busy or not self._buttons.may_go_on:
            return
        if self._outcome is not None:
            self.accept()
        elif isinstance(at, ColumnsPage):
            self._leave_columns(at)
        elif at is self._rows and self._plan is not None:
            self._look_ahead(self._plan)
        elif at is self._end:
            self._carry_out()

    def _go_back(self) -> None:
        if self._work.is_busy or self._outcome is not None:
            return
        at = self._steps.currentWidget()
        if at is self._end and self._rows is not None:
            self._show(self._rows)
            self._rows.begin()
        elif at is self._rows and self._columns is not None:
            self._show(self._columns)
            self._columns.begin()

    def _leave_columns(self, columns: ColumnsPage) -> None:
        """To the rows as they were decided, unless the columns now mean something else."""
        if self._rows is not None and columns.is_as_read:
            self._show(self._rows)
            self._rows.begin()
        elif self._rows is None or not self._rows.is_decided or may_throw_away(self, self._parts.edges, self._tr):
            self._read_rows()

    def _read_rows(self) -> None:
        """Look at every row; what was decided about an earlier reading goes."""
        services = self._parts.services
        if self._columns is not None:
            self._columns.end()
            self._columns.remember()
        progress = self._start(self._tr("The rows are being read …"))
        entries, file = self._entries(), self._columns.file if self._columns else self._file

        def read() -> Plan:
            return services.importing.plan(entries, progress, about_how_many(file), file.piece)

        self._run(read, self._show_plan)

    def _entries(self) -> Entries:
        if self._columns is not None:
            return self._columns.entries()
        assert isinstance(self._file, RecordsFile)
        return self._file.entries(self._parts.services.stamp())

    def _show_plan(self, plan: Plan) -> None:
        self._drop_plan()
        self._plan = plan
        if self._columns is not None:
            self._columns.mark_read()
        self._rows = RowsPage(plan, self._parts)
        self._rows.shown.connect(self._put_in_order)
        self._steps.addWidget(self._rows)
        self._show(self._rows)
        self._rows.begin()

    def _look_ahead(self, plan: Plan) -> None:
        """Show what would be done; which records come with the rows that name them is looked up in each row."""

        def show(beside: int) -> None:
            self._end.show_plan(plan, beside, self._file.path.name)
            self._show(self._end)

        progress = self._start(self._tr("The rows are being counted …"))
        self._run(partial(count_beside, plan, progress), show)

    def _carry_out(self) -> None:
        plan = self._plan
        if plan is None or not plan.changes:
            return
        progress = self._start(self._tr("The records are being written …"))
        importing = self._parts.services.importing
        self._run(lambda: importing.carry_out(plan, progress), self._show_outcome, must_end=True)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._end.show_outcome(outcome)
        self._show(self._end)
        announce(self._end, self._end.text)
        self.said.emit(done_words(outcome, self._tr))
        self.written.emit()

    def _tell_given_up(self) -> None:
        """Whoever leaves before the end reads in the window that nothing has come of it."""
        if self._outcome is None:
            self.said.emit(self._tr(_GIVEN_UP))

    def _save_report(self) -> None:
        if self._outcome is not None:
            save_report(self, self._parts, self._outcome, self._file.path.stem, self._work.say)

    def _start(self, text: str) -> Progress:
        progress = self._work.begin(text)
        self._tell_buttons()
        return progress

    def _run(self, work: Callable[[], object], show: Callable[..., object], *, must_end: bool = False) -> None:
        """Do something that may be cancelled; then everything is as it was before."""

        def guarded() -> object:
            try:
                return work()
            except CancelledError:
                return None

        def end(found: object) -> None:
            self._stop()
            if found is not None:
                show(found)
            elif self._columns is None and self._plan is None:
                super(ImportDialog, self).reject()
            else:
                self._work.say(self._tr(_GIVEN_UP))

        def fail(error: ExpectedError) -> None:
            self._stop()
            if isinstance(error, OvertakenError):
                error.message = error.compared_anew
            self._parts.warn(self, error)
            if isinstance(error, OvertakenError):
                self._read_rows()
            elif self._columns is None and self._plan is None:
                super(ImportDialog, self).reject()

        self._parts.background.run(guarded, end, fail, must_end=must_end)

    def _stop(self) -> None:
        self._work.end()
        self._tell_buttons()
        self._work.give_keyboard_back()

    def _show(self, page: QWidget) -> None:
        if self._steps.indexOf(page) < 0:
            self._steps.addWidget(page)
        self._steps.setCurrentWidget(page)
        self._put_in_order()
        self._tell_buttons()
        if page is self._end:
            self._buttons.take_focus()

    def _put_in_order(self) -> None:
        """Tab goes through the page in front, then to the buttons."""
        page = self._steps.currentWidget()
        pages = page.order() if isinstance(page, ColumnsPage | RowsPage) else []
        stops = [one for one in pages if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        self._buttons.come_after(stops)

    def _tell_buttons(self) -> None:
        """What may be pressed now, and what the next step is called."""
        at, is_done, is_free = self._steps.currentWidget(), self._outcome is not None, not self._work.is_busy
        is_last = at is self._end
        has_work = not is_last or is_done or (self._plan is not None and self._plan.changes > 0)
        is_reading = self._columns is not None and self._columns.is_reading
        can_go_back = not is_done and (is_last or (at is self._rows and self._columns is not None))
        self._buttons.tell(Where(is_last, is_done, is_free and can_go_back, is_free and has_work and not is_reading))

    def _drop_plan(self) -> None:
        if self._rows is not None:
            self._rows.end()
            self._steps.removeWidget(self._rows)
            self._rows.deleteLater()
            self._rows = None
        if self._plan is not None:
            self._plan.close()
            self._plan = None

    def _let_go(self) -> None:
        if self._columns is not None:
            self._columns.end()
        self._drop_plan()
        if self._outcome is not None:
            self._outcome.close()
        self.deleteLater()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._work.word, 1)
        row.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.addWidget(self._steps, 1)
        column.addWidget(self._work.line)
        column.addLayout(row)
        fit(self, *_SIZE_IN_EMS)
