"""The step in which a person decides what becomes of the rows of a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.importing import NOTHING_READABLE, Decision, Found
from desktop.pages.words import number_text
from desktop.services.importing.rows import unpacked
from desktop.views.announcing import announce
from desktop.views.editing.side_by_side import names_wanted
from desktop.views.importing.plan_model import PlanModel
from desktop.views.importing.row_list import RowList
from desktop.views.importing.row_view import RowView, Shown, found_text
from desktop.views.review.letters import letter_of
from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.quiet_button import quiet_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.services.importing.plan import Plan
    from desktop.views.background import Job
    from desktop.views.importing.parts import ImportParts

LETTERS = {
    "N": Decision.NEW,
    "U": Decision.UPDATE,
    "L": Decision.FILL,
    "G": Decision.SAME,
    "S": Decision.SKIP,
}


class RowsPage(QWidget):
    """`decided` tells that something was decided, `shown` that another row is in front.

    Letters decide about that row, with Shift about all that are shown.
    """

    decided = Signal()
    shown = Signal()

    def __init__(self, plan: Plan, parts: ImportParts) -> None:
        super().__init__()
        self._plan = plan
        self._parts = parts
        self._tr = parts.tr
        self._filter = QComboBox()
        self._model = PlanModel(plan, parts.tr, self)
        self._list = RowList(self._model, parts.tr)
        self._view = RowView(parts.tr)
        self._told = words()
        self._buttons: dict[Decision, QPushButton] = {}
        self._reading: Job | None = None
        self._is_decided = False
        self._lay_out()
        self._list.chosen.connect(self._read)
        self._filter.currentIndexChanged.connect(self._show_filtered)
        self._view.fields_chosen.connect(self._take_fields)

    @property
    def is_decided(self) -> bool:
        """Whether a person has decided about any row."""
        return self._is_decided

    def begin(self) -> None:
        """Put the keyboard on the first row that waits for a decision; where none does, all are shown."""
        self._filter.setCurrentIndex(1 if self._plan.rows(only_open=True) else 0)
        self._show_filtered()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> list[QWidget]:
        """The order in which Tab goes through the page."""
        return [self._filter, self._list, *self._view.findChildren(QWidget), *self._buttons.values()]

    def end(self) -> None:
        """Nobody looks at the rows any more."""
        if self._reading is not None:
            self._reading.cancel()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        decision = LETTERS.get(letter_of(event))
        if decision is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._decide_all(decision)
        else:
            self._decide(decision)

    def _decide(self, decision: Decision) -> None:
        number = self._list.number()
        if number is None:
            return
        if not self._plan.decide(number, decision):
            self._say(self._tr("That cannot be decided about this row."))
            return
        self._is_decided = True
        self._view.show_decision(self._plan.choice(number))
        self._model.tell_decided()
        self._tell()
        self._list.step()

    def _decide_all(self, decision: Decision) -> None:
        """For all rows that are shown and of which that can become."""
        count = self._plan.decide_all(self._model.numbers, decision)
        self._is_decided = self._is_decided or count > 0
        if (number := self._list.number()) is not None:
            self._view.show_decision(self._plan.choice(number))
        self._model.tell_decided()
        self._tell()
        done = self._tr.plural("Decided for {count} row.", "Decided for {count} rows.", count)
        self._say(f"{done} {self._told.accessibleName()}")

    def _take_fields(self, record: object) -> None:
        from desktop.domain.record import Record

        number = self._list.number()
        if number is not None and isinstance(record, Record):
            self._plan.decide(number, Decision.UPDATE, record)
            self._is_decided = True
            self._model.tell_decided()
            self._tell()

    def _show_filtered(self) -> None:
        wanted = self._filter.currentData()
        plan = self._plan
        if wanted == "noted":
            self._model.show(plan.noted())
        else:
            self._model.show(plan.rows(only_open=True) if wanted == "open" else plan.rows(wanted or tuple(Found)))
        self._list.choose(0)
        self._tell()

    def _read(self) -> None:
        """Show the row in front beside what is here now."""
        self.end()
        number = self._list.number()
        possible = () if number is None else self._plan.possible(number)
        for decision, button in self._buttons.items():
            button.setEnabled(decision in possible)
        if number is None:
            self._show_row(None)
            return
        self._reading = self._parts.background.run(
            partial(_shown, self._plan, number, self._parts), self._show_row, lambda _: self._show_row(None)
        )

    def _show_row(self, shown: Shown | None) -> None:
        self._view.show_row(shown)
        if (number := self._list.number()) is not None:
            self._view.show_decision(self._plan.choice(number))
        self.shown.emit()

    def _tell(self) -> None:
        """How many rows still wait."""
        count = len(self._plan.rows(only_open=True))
        tr = self._tr
        waiting = tr.plural("{count} row waits for a decision.", "{count} rows wait for a decision.", count)
        done = tr("Every row is decided.") if self._plan.is_readable else tr(NOTHING_READABLE)
        self._say(waiting if count else done, aloud=False)
        self.decided.emit()

    def _say(self, text: str, *, aloud: bool = True) -> None:
        say(self._told, text)
        if aloud:
            announce(self._told, text)

    def _lay_out(self) -> None:
        tr, row = self._tr, QHBoxLayout()
        label = QLabel(tr("&Show"))
        label.setBuddy(self._filter)
        self._filter.setAccessibleName(tr("Which rows are shown"))
        self._filter.addItem(tr("All rows"), None)
        self._filter.addItem(tr("To decide"), "open")
        if noted := len(self._plan.noted()):
            self._filter.addItem(f"{tr('To be checked')} ({number_text(noted, tr)})", "noted")
        for found, count in self._plan.counts().items():
            if count:
                self._filter.addItem(f"{found_text(found, tr)} ({number_text(count, tr)})", (found,))
        row.addWidget(label)
        row.addWidget(self._filter)
        row.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._list)
        halves.addWidget(self._view)
        halves.setSizes([500, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(halves, 1)
        column.addLayout(self._deciding())
        column.addWidget(words(tr("With Shift a letter decides all rows that are shown.")))

    def _deciding(self) -> FlowLayout:
        tr, flow = self._tr, FlowLayout(gap=6)
        names = {
            Decision.NEW: tr("Add (N)"),
            Decision.UPDATE: tr("Update (U)"),
            Decision.FILL: tr("Only fill gaps (L)"),
            Decision.SAME: tr("The same (G)"),
            Decision.SKIP: tr("Leave out (S)"),
        }
        for decision, name in names.items():
            deed: Callable[[], object] = partial(self._decide, decision)
            self._buttons[decision] = quiet_button(name, deed)
            flow.addWidget(self._buttons[decision])
        return flow


def _shown(plan: Plan, number: int, parts: ImportParts) -> Shown:
    row = plan.row(number)
    record = row.record
    here = parts.editing.opened(row.target) if row.target else None
    names = parts.editing.names(names_wanted([one for one in (record, here) if one is not None]))
    needs = {one: need for one in row.needs if (need := plan.needs.get(one)) is not None}
    beside = {need_id: unpacked(need.kind, need.body).name for need_id, need in needs.items()}
    return Shown(row, plan.found(number), here, {**beside, **names})
