"""A record that may be there already: both side by side, field by field, and one of them in the place of two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dossier import reference_to
from desktop.domain.errors import InvalidRecordError
from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.editing.side_by_side import Side, SideBySide, names_wanted
from desktop.views.review.letters import QuietList
from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.sizes import fit
from desktop.views.widgets.tab_order import put_in_place

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.domain.duplicates import Lookalike
    from desktop.domain.errors import ExpectedError
    from desktop.domain.record import Record
    from desktop.services.editing import Editing
    from desktop.services.wording import Names
    from desktop.views.background import Background, Job
    from desktop.views.edges import Edges

_SIZE_IN_EMS = (68, 42)


class _Pair(NamedTuple):
    """The record that stays, the one that goes into it, and the names that both refer to."""

    kept: Record
    gone: Record
    names: Names


class DuplicateCheck(QObject):
    """Looks for likely duplicates of a record that was saved, and asks where there are any.

    `changed` tells that two records became one, `said` how that went; `edit_requested` hands over the saved record,
    `record_requested` the one that is left.
    """

    said = Signal(str)
    changed = Signal()
    edit_requested = Signal(object)
    record_requested = Signal(object)

    def __init__(self, editing: Editing, background: Background, edges: Edges, tr: Translate, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._background = background
        self._edges = edges
        self._tr = tr
        self._window = window

    def look(self, saved: Record, before: Record | None = None) -> None:
        """Ask about a record that was saved, unless only weak reasons speak for a duplicate, or none that is new."""
        editing = self._editing

        def ask(found: tuple[Lookalike, ...]) -> None:
            if any(not one.is_weak for one in found):
                self._ask(saved, found)

        self._background.run(lambda: editing.lookalikes(saved, before), ask, _pass_over)

    def _ask(self, saved: Record, found: tuple[Lookalike, ...]) -> None:
        edges, tr, window = self._edges, self._tr, self._window
        dialog = DuplicatesDialog(saved, found, self._editing, self._background, edges, tr, window)
        dialog.said.connect(self.said)
        dialog.changed.connect(self.changed)
        dialog.edit_requested.connect(self.edit_requested)
        dialog.record_requested.connect(self.record_requested)
        dialog.open()


class DuplicatesDialog(QDialog):
    """Takes a saved record with its lookalikes; Esc keeps both."""

    said = Signal(str)
    changed = Signal()
    edit_requested = Signal(object)
    record_requested = Signal(object)

    def __init__(
        self,
        saved: Record,
        found: tuple[Lookalike, ...],
        editing: Editing,
        background: Background,
        edges: Edges,
        tr: Translate,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._saved = saved
        self._found = found
        self._editing = editing
        self._background = background
        self._edges = edges
        self._tr = tr
        self._pair: _Pair | None = None
        self._view: SideBySide | None = None
        self._reading: Job | None = None
        self._list = QuietList()
        self._stage = QStackedWidget()
        self._status = words()
        self.setWindowTitle(tr("There already?"))
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._merge)
        self._list.currentRowChanged.connect(self._read)
        self.finished.connect(self.deleteLater)
        self._list.setCurrentRow(0)

    def _read(self, row: int) -> None:
        """Read both records as they are now."""
        if self._reading is not None:
            self._reading.cancel()
        self._pair = None
        editing, saved_id, other_id = self._editing, self._saved.id, self._found[row].reference.id

        def work() -> _Pair:
            saved, other = editing.opened(saved_id), editing.opened(other_id)
            names = editing.names(names_wanted([saved, other]))
            is_older = editing.shipped(saved_id) is not None and editing.shipped(other_id) is None
            return _Pair(saved, other, names) if is_older else _Pair(other, saved, names)

        self._reading = self._background.run(work, self._show, self._warn)
        self.finished.connect(self._reading.cancel)

    def _show(self, pair: _Pair) -> None:
        self._pair = pair
        if self._view is not None:
            self._stage.removeWidget(self._view)
            self._view.deleteLater()
        tr = self._tr
        titles = (tr("Just saved"), tr("There already"))
        kept, gone = titles if pair.kept.id == self._saved.id else titles[::-1]
        sides = Side(kept, pair.kept), Side(gone, pair.gone)
        self._view = SideBySide(*sides, tr, names=pair.names, joins=True)
        self._stage.addWidget(self._view)
        self._stage.setCurrentWidget(self._view)
        put_in_place(self._stage)
        say(self._status, "")

    def _merge(self) -> None:
        """One record in the place of two; the fields are those that were chosen."""
        if self._pair is None or self._view is None:
            return
        kept, gone, _ = self._pair
        try:
            merged = self._view.result()
        except InvalidRecordError as error:
            self._say(error.message.in_words(self._tr))
            return
        self._pair = None  # nobody merges twice

        def end(_: ChangeSet) -> None:
            self.said.emit(self._tr("Merged into “{name}”. Ctrl+Z takes it back.", name=merged.name))
            self.changed.emit()
            self.record_requested.emit(reference_to(merged))
            self.accept()

        self._background.run(lambda: self._editing.merge(kept, merged, gone), end, self._refuse, must_end=True)

    def _refuse(self, error: ExpectedError) -> None:
        self._warn(error)
        self._read(self._list.currentRow())

    def _warn(self, error: ExpectedError) -> None:
        self._edges.warn(self, error, self._tr)

    def _say(self, text: str) -> None:
        say(self._status, text)
        announce(self._status, text)

    def _edit(self) -> None:
        self.edit_requested.emit(reference_to(self._saved))
        self.reject()

    def _lay_out(self) -> None:
        tr = self._tr
        text = tr("“{name}” is saved. It may be there already. Compare, and decide.", name=self._saved.name)
        self._list.setAccessibleName(tr("Records that may be the same"))
        self._list.setWordWrap(True)
        make_roomy(self._list)
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._found:
            why = [trait.words.in_words(tr) for trait in one.traits]
            self._list.addItem("\n".join([one.reference.name, *why]))
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._list)
        halves.addWidget(self._stage)
        row = FlowLayout(gap=6, at_end=True)
        for name, deed in (
            (tr("Merge (Ctrl+Enter)"), self._merge),
            (tr("Back to editing"), self._edit),
            (tr("Keep both (Esc)"), self.reject),
        ):
            row.addWidget(quiet_button(name, deed))
        column = QVBoxLayout(self)
        column.addWidget(words(text))
        column.addWidget(halves, 1)
        column.addWidget(self._status)
        column.addLayout(row)
        fit(self, *_SIZE_IN_EMS)
        halves.setSizes([self.width() // 3, 2 * self.width() // 3])


def _pass_over(_: ExpectedError) -> None:
    """The record is saved; nobody is bothered because the look for others did not work."""
