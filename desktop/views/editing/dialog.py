"""The dialog in which a person edits one record."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, label
from desktop.views.editing.attention import Attention
from desktop.views.editing.conflict import ConflictPage
from desktop.views.editing.draft_state import again, state_of, take_up
from desktop.views.editing.form import NEW_ID, Form, Fresh, InvalidFormError
from desktop.views.editing.lookups import Supplies
from desktop.views.editing.pages import Pages
from desktop.views.editing.saving_dialog import SavingDialog, row_of
from desktop.views.editing.side_by_side import names_wanted
from desktop.views.widgets.sizes import fit

_REST_MS = 400
_WIDTH_IN_EMS, _HEIGHT_IN_EMS = 72, 60
_DOT = "● "


class EditDialog(SavingDialog):
    """Edits a record, or a fresh one to be added.

    `save_requested` gives the record to keep in the place of `opened`; the answer is `saved`, `refuse` or
    `show_conflict`. `changed` tells that `state` is another one than before.
    """

    save_requested = Signal(object)
    changed = Signal()

    def __init__(self, opened: Record | Fresh, supplies: Supplies, parent: QWidget) -> None:
        super().__init__(supplies.notices, supplies.tr, parent)
        self._supplies = supplies
        self._form = Form(opened)
        self._pages = Pages(self._form, supplies)
        self._whole = QStackedWidget()
        self._buttons = QWidget()
        self._attention = Attention(self)
        self._conflict: ConflictPage | None = None
        self._sent: Record | None = None
        self._is_strict = self._closes = self._is_saving = self._is_gone = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._connect()
        self._lay_out()
        fit(self, _WIDTH_IN_EMS, _HEIGHT_IN_EMS)
        self._tell_state()
        self._pages.focus_first()

    @property
    def opened(self) -> Record | None:
        """The record as it was when it was opened or last saved; `None` for one that is to be added."""
        return self._form.opened

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved yet."""
        return self._form.is_changed or self._is_gone

    def state(self) -> dict[str, Any]:
        """Everything that stands in the form, right or wrong, and what it began with: plain values as JSON has them."""
        return state_of(self._form, self._pages.current)

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where `state` was told, with the record that was opened then."""
        page = take_up(self._form, state)
        self._is_gone = self.opened is None and self._form.beneath["id"] != NEW_ID
        self._pages.show_all()
        self._pages.open(page)
        self._check()
        self._tell_state()

    def saved(self, text: str, record: Record) -> None:
        """The record was kept as it is here; what was typed meanwhile is still unsaved."""
        self._is_saving = self._is_gone = False
        self._form.rest_on(record)
        self._leave_conflict()
        self._is_strict = False
        self._check()
        self._tell_state()
        self._say(text)
        if self._closes and not self.is_changed:
            self.accept()

    def refuse(self, error: ExpectedError) -> None:
        """The record was not kept; everything stays as it was typed."""
        self._is_saving = self._closes = False
        self._say(error.message.in_words(self._tr))

    def show_conflict(self, theirs: Record | None, why: str = "") -> None:
        """Somebody else changed the record meanwhile, or deleted it, and `why` tells of it: let the person decide."""
        self._is_saving = False
        opened = self.opened or theirs
        if theirs is None or opened is None:
            self._is_gone = True
            self._form.rest_on(again(self._mine()))
            self._tell_state()
            self._say(why or self._tr("Somebody else deleted this record meanwhile. Save once more to add it anew."))
            return
        mine = self._mine()
        names = {**self._supplies.sources, **{one.term.id: one.term.name for one in self._supplies.terms}}
        wanted = names_wanted([mine, theirs]) - names.keys()
        self._supplies.lookups.named(
            wanted,
            lambda known: self._compare(
                ConflictPage(opened, mine, theirs, {**names, **{k: v.name for k, v in known.items()}}, self._tr), theirs
            ),
        )

    def save(self, *, closes: bool = False) -> None:
        """Ask for the record to be kept, or lead to the first field that is wrong."""
        if self._is_saving:
            return
        if self._conflict is not None:
            self._conflict.decide()
            return
        self._closes = closes
        self._attention.leave()
        if not self.is_changed and self.opened is not None:
            self._finish_unchanged()
            return
        try:
            record = self._form.record()
        except InvalidFormError as error:
            self._show_first(error)
        else:
            self._send(record)

    @override
    def reject(self) -> None:
        """Go; while something is being saved the answer is waited for."""
        if self._is_saving:
            self._closes = True
        elif self._conflict is not None:
            self._leave_conflict()
        elif self._may_go():
            super().reject()

    def _may_go(self) -> bool:
        """Whether nothing is lost, or the person wants it so."""
        self._attention.leave()
        if not self.is_changed:
            return True
        return self._gives_up(self._name(), closes=True)

    def _send(self, record: Record) -> None:
        self._is_saving, self._sent = True, record
        self._say(self._tr("Saving …"))
        self.save_requested.emit(record)

    def _mine(self) -> Record:
        """The own version: what stands in the form, or what was sent if that is wrong again."""
        try:
            return self._form.record()
        except InvalidFormError:
            assert self._sent is not None
            return self._sent

    def _compare(self, page: ConflictPage, theirs: Record) -> None:
        page.decided.connect(lambda record: self._keep_decided(record, theirs))
        page.left.connect(self._leave_conflict)
        self._leave_conflict()
        self._conflict = page
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        self._buttons.hide()
        self._say("")
        page.begin()

    def _keep_decided(self, record: Record, theirs: Record) -> None:
        self._is_gone = False
        self._form.begin(theirs)
        decided = Form(record)
        self._form.values = decided.values
        self._pages.refresh()
        self._leave_conflict()
        self._send(record)

    def _finish_unchanged(self) -> None:
        if self._closes:
            self.accept()
        else:
            self._say(self._tr("Nothing has changed."))

    def _show_first(self, error: InvalidFormError) -> None:
        self._is_strict = True
        self._pages.show_problems(error.problems, is_strict=True)
        first = error.problems[0]
        name = self._pages.go_to(first)
        self._pages.show_problems(error.problems, is_strict=True)
        words = self._tr("Not saved. {field}: {problem}", field=name, problem=first.message.in_words(self._tr))
        self._say(words)

    def _leave_conflict(self) -> None:
        if self._conflict is not None:
            self._whole.setCurrentWidget(self._pages)
            self._buttons.show()
            self._whole.removeWidget(self._conflict)
            self._conflict.deleteLater()
            self._conflict = None
            self._pages.focus_first()

    def _take(self) -> None:
        self._rest.start()
        self._say("")
        self._tell_state()
        self.changed.emit()

    def _check(self) -> None:
        self._rest.stop()
        self._pages.show_problems(self._form.problems(), is_strict=self._is_strict)

    def _rested(self) -> None:
        self._attention.touch()
        self._check()

    def _name(self) -> str:
        return str(self._form.values.get("name") or "").strip() or self._tr(label(Kind(self._form.kind)))

    def _tell_state(self) -> None:
        what = (
            self._tr("Edit: {name}", name=self._name()) if self.opened else self._tr("Add: {name}", name=self._name())
        )
        self.setWindowTitle(f"{_DOT}{what}" if self.is_changed else what)

    def _connect(self) -> None:
        self._pages.changed.connect(self._take)
        self._rest.timeout.connect(self._rested)
        self._attention.came.connect(lambda: self._pages.show_widget(self.focusWidget()))
        self._attention.left.connect(self._check)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._pages.step(by))

    def _lay_out(self) -> None:
        self._whole.addWidget(self._pages)
        self._fill_buttons()
        column = QVBoxLayout(self)
        column.addWidget(self._whole, 1)
        column.addWidget(self._word)
        column.addWidget(self._buttons)

    def _fill_buttons(self) -> None:
        row = row_of(
            (
                (self._tr("Save"), "Ctrl+S", lambda: self.save()),
                (self._tr("Save and close"), "Ctrl+Return", lambda: self.save(closes=True)),
                (self._tr("Close"), "Esc", self.reject),
            ),
            self._tr,
        )
        self._buttons.setLayout(row)
