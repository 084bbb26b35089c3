"""The dialog in which a person edits one record."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.domain.plain import builtins, encoded, record_from
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, label
from desktop.views.announcing import announce
from desktop.views.editing.conflict import ConflictPage
from desktop.views.editing.form import NEW_ID, Form, Fresh, InvalidFormError
from desktop.views.editing.frame import FieldFrame, plain_label
from desktop.views.editing.lookups import Supplies
from desktop.views.editing.pages import Pages
from desktop.views.editing.side_by_side import names_wanted

_REST_MS = 400
_WIDEST = 1000
_DOT = "● "


class EditDialog(QDialog):
    """Edits a record, or a fresh one to be added.

    `save_requested` gives the record to keep in the place of `opened`; the answer is `saved`, `refuse` or
    `show_conflict`. `changed` tells that `state` is another one than before. `closed` comes when the dialog has gone.
    """

    save_requested = Signal(object)
    changed = Signal()
    closed = Signal()

    def __init__(self, opened: Record | Fresh, supplies: Supplies, parent: QWidget) -> None:
        super().__init__(parent)
        self._supplies, self._tr = supplies, supplies.tr
        self._form = Form(opened)
        self._pages = Pages(self._form, supplies)
        self._whole = QStackedWidget()
        self._word = plain_label("")
        self._buttons = QWidget()
        self._conflict: ConflictPage | None = None
        self._sent: Record | None = None
        self._is_strict = self._closes = self._is_saving = self._is_gone = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._connect()
        self._lay_out()
        self.resize(min(parent.width(), _WIDEST), parent.height())
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
        return {
            "kind": self._form.kind.value,
            "opened": msgspec.json.decode(encoded(self.opened)) if self.opened else None,
            "beneath": None if self.opened else self._form.beneath,
            "values": deepcopy(self._form.values),
            "page": self._pages.current,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where `state` was told, with the record that was opened then."""
        self._form.rest_on(opened_in(state))
        self._is_gone = self.opened is None and self._form.beneath["id"] != NEW_ID
        self._form.values.update(deepcopy(state["values"]))
        self._pages.show_all()
        page = state.get("page", 0)
        self._pages.open(page if isinstance(page, int) else 0)
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
            self._form.rest_on(_again(self._mine()))
            self._tell_state()
            self._say(why or self._tr("Somebody else deleted this record meanwhile. Save once more to add it anew."))
            return
        mine = self._mine()
        names = {one.term.id: one.term.name for one in self._supplies.terms}
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
        self._leave_field()
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

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        if self.isVisible():
            event.ignore()
        else:
            event.accept()

    def _may_go(self) -> bool:
        """Whether nothing is lost, or the person wants it so."""
        self._leave_field()
        if not self.is_changed:
            return True
        save, discard, stay = self._tr("Save"), self._tr("Discard"), self._tr("Go on editing")
        text = self._tr("“{name}” has changes that are not saved.", name=self._name())
        answer = self._supplies.notices.asks(self, self._tr("Not saved yet"), text, (save, discard, stay))
        if answer == save:
            self.save(closes=True)
        return answer == discard

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

    def _leave_field(self) -> None:
        """What is being written counts as written."""
        for frame in _frames_around(self.focusWidget()):
            frame.leave()

    def _take(self) -> None:
        self._rest.start()
        self._say("")
        self._tell_state()
        self.changed.emit()

    def _check(self) -> None:
        self._rest.stop()
        self._pages.show_problems(self._form.problems(), is_strict=self._is_strict)

    def _rested(self) -> None:
        for frame in _frames_around(self.focusWidget()):
            frame.is_touched = True
        self._check()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._look.start(0)
        if old is None or not self.isAncestorOf(old) or QApplication.activePopupWidget() is not None:
            return
        around = _frames_around(now)
        left = [frame for frame in _frames_around(old) if frame not in around]
        for frame in left:
            frame.leave()
        if left:
            self._check()

    def _name(self) -> str:
        return str(self._form.values.get("name") or "").strip() or self._tr(label(Kind(self._form.kind)))

    def _tell_state(self) -> None:
        what = (
            self._tr("Edit: {name}", name=self._name()) if self.opened else self._tr("Add: {name}", name=self._name())
        )
        self.setWindowTitle(f"{_DOT}{what}" if self.is_changed else what)

    def _say(self, words: str) -> None:
        if words != self._word.text():
            self._word.setText(words)
            announce(self._word, words)

    def _connect(self) -> None:
        self._pages.changed.connect(self._take)
        self._rest.timeout.connect(self._rested)
        self._look.timeout.connect(lambda: self._pages.show_widget(self.focusWidget()))
        self.finished.connect(lambda _: self.closed.emit())
        self.finished.connect(self.deleteLater)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        for keys, deed in (
            ("Ctrl+S", lambda: self.save()),
            ("Ctrl+Return", lambda: self.save(closes=True)),
            ("Ctrl+Enter", lambda: self.save(closes=True)),
            ("Ctrl+PgDown", lambda: self._pages.step(1)),
            ("Ctrl+PgUp", lambda: self._pages.step(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _lay_out(self) -> None:
        self._whole.addWidget(self._pages)
        self._fill_buttons()
        column = QVBoxLayout(self)
        column.addWidget(self._whole, 1)
        column.addWidget(self._word)
        column.addWidget(self._buttons)

    def _fill_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for words, keys, deed in (
            (self._tr("Save"), "Ctrl+S", lambda: self.save()),
            (self._tr("Save and close"), "Ctrl+Return", lambda: self.save(closes=True)),
            (self._tr("Close"), "Esc", self.reject),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{words} ({shown})")
            button.clicked.connect(lambda _=False, deed=deed: deed())
            row.addWidget(button)


def opened_in(state: dict[str, Any]) -> Record | Fresh:
    """What a draft began with: the record that was opened, or a fresh one, also one that is put back."""
    return record_from(state["opened"]) if state.get("opened") else _fresh(Kind(state["kind"]), state.get("beneath"))


def _again(record: Record) -> Fresh:
    """A record that is gone, to be put back."""
    return _fresh(record.KIND, builtins(record))


def _fresh(kind: Kind, values: dict[str, Any] | None) -> Fresh:
    return Fresh(kind, {name: value for name, value in (values or {}).items() if name != "record_kind"})


def _frames_around(widget: QWidget | None) -> list[FieldFrame]:
    found = []
    while widget is not None:
        if isinstance(widget, FieldFrame):
            found.append(widget)
        widget = widget.parentWidget()
    return found
