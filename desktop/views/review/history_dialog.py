"""The history of one record, and how it differs from what was shipped; single fields get older values back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.i18n import Translate
from desktop.services.wording import field_name, field_text
from desktop.views.announcing import announce
from desktop.views.editing.comparing import Row, rows
from desktop.views.review.cards import Card, Cards, in_a_scroll_area
from desktop.views.review.letters import QuietList, letter_of
from desktop.views.review.told import Told, heading, rows_of, told
from desktop.views.review.words import say, words
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.change import ChangeSet
    from desktop.domain.dossier import Reference
    from desktop.domain.errors import ExpectedError
    from desktop.services.editing import Editing
    from desktop.views.background import Background
    from desktop.views.edges import Edges

RESTORE = "W"
_SIZE_IN_EMS = (64, 40)


class HistoryDialog(QDialog):
    """`changed` tells that a field got an older value back, `said` how that went.

    Taking back is left to whoever hears `undo_requested` and `redo_requested`, and then calls `refresh`. Without
    `may_restore` the past is only read.
    """

    said = Signal(str)
    changed = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(
        self,
        reference: Reference,
        editing: Editing,
        background: Background,
        edges: Edges,
        tr: Translate,
        parent: QWidget,
        *,
        may_restore: bool = True,
    ) -> None:
        super().__init__(parent)
        self._reference = reference
        self._editing = editing
        self._background = background
        self._edges = edges
        self._tr = tr
        self._may_restore = may_restore
        self._told: Told | None = None
        self._tabs = QTabWidget()
        self._deeds = QuietList()
        self._fields = Cards()
        self._since = Cards()
        self._hint, self._source_hint, self._status = words(), words(), words()
        self.setWindowTitle(tr("History of “{name}”", name=reference.name))
        self._lay_out()
        for keys, signal in (("Ctrl+Z", self.undo_requested), ("Ctrl+Y", self.redo_requested)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        self._deeds.currentRowChanged.connect(self._show_deed)
        self.finished.connect(self.deleteLater)
        self.refresh()

    def refresh(self) -> None:
        """Read the past anew."""
        editing, record_id = self._editing, self._reference.id
        job = self._background.run(lambda: told(editing, record_id), self._show, self._warn)
        self.finished.connect(job.cancel)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter_of(event) == RESTORE:
            (self._since if self._tabs.currentIndex() else self._fields).decide(RESTORE)
        else:
            super().keyPressEvent(event)

    def _show(self, found: Told) -> None:
        row, tr = max(self._deeds.currentRow(), 0), self._tr
        before, title = self._told, self._fields.current_title
        if before is not None and self._deeds.currentRow() >= 0:
            row = _row_of(before.deeds[row], found.deeds)
        since = self._since.current_title
        self._told = None  # rows that are made and chosen now belong to the past that follows
        self._deeds.clear()
        for deed in found.deeds:
            self._deeds.addItem(QListWidgetItem(heading(deed, self._reference.id, tr)))
        self._told = found
        if found.deeds:
            self._deeds.setCurrentRow(min(row, len(found.deeds) - 1))
        self._show_deed(self._deeds.currentRow())
        self._show_source(found)
        for cards, one in ((self._fields, title), (self._since, since)):
            if one:
                cards.choose(one)

    def _show_deed(self, number: int) -> None:
        found, tr = self._told, self._tr
        if found is None:
            return
        deed = found.deeds[number] if 0 <= number < len(found.deeds) else None
        changed = rows_of(deed, self._reference.id) if deed else ()
        nothing = tr("This deed changed no single fields.") if deed else tr("Nothing was changed here so far.")
        self._say(self._hint, "" if changed else nothing)
        said = tr("Before"), tr("Afterwards"), tr("Restore the value before (W)")
        self._fields.show_cards([self._card(row, found, said) for row in changed])

    def _show_source(self, found: Told) -> None:
        tr, shipped, today = self._tr, found.shipped, found.today
        changed = rows(shipped, today) if shipped and today else ()
        if shipped is None:
            text = tr("This record was made here; there is no shipped version of it.")
        elif today is None:
            text = tr("This record has been deleted.")
        else:
            text = "" if changed else tr("The record is as it was shipped.")
        self._say(self._source_hint, text)
        said = tr("As shipped"), tr("Today"), tr("Restore the shipped value (W)")
        self._since.show_cards([self._card(row, found, said) for row in changed])

    def _card(self, row: Row, found: Told, said: tuple[str, str, str]) -> Card:
        """A field with both values below their headings, and a button by which the left one is had back."""
        tr, kind = self._tr, self._reference.kind
        title = ", ".join(field_name(kind, field, tr) for field in row.fields)
        card = Card(title)
        sides = (
            "\n".join(
                field_text(field, value, tr, found.names) for field, value in zip(row.fields, values, strict=True)
            )
            for values in (row.left, row.right)
        )
        card.compare(*zip(said[:2], sides, strict=True))
        if self._may_restore and found.today is not None:
            card.offer(RESTORE, said[2], partial(self._restore, row, title))
        return card

    def _restore(self, row: Row, title: str) -> None:
        """Give the fields of a row the left values; nothing else of the record changes."""
        editing, record_id, values = self._editing, self._reference.id, dict(zip(row.fields, row.left, strict=True))

        def end(_: ChangeSet) -> None:
            text = self._tr("{field} restored. Ctrl+Z takes it back.", field=title)
            self._say(self._status, text)
            announce(self._status, text)
            self.said.emit(text)
            self.changed.emit()
            self.refresh()

        self._background.run(lambda: editing.restore_fields(record_id, values), end, self._warn, must_end=True)

    def _warn(self, error: ExpectedError) -> None:
        self._edges.warn(self, error, self._tr)

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        say(label, text)
        label.setVisible(bool(text))

    def _lay_out(self) -> None:
        tr = self._tr
        self._deeds.setObjectName("deeds")
        self._deeds.setAccessibleName(tr("What was done, the last first"))
        self._deeds.setWordWrap(True)
        make_roomy(self._deeds)
        self._deeds.setSpacing(2)
        self._deeds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._deeds)
        halves.addWidget(_below(self._hint, self._fields))
        self._tabs.addTab(halves, tr("History"))
        self._tabs.addTab(_below(self._source_hint, self._since), tr("Source ↔ today"))
        for part in (self._tabs, self._tabs.tabBar()):
            part.setAccessibleName(tr("Views of the past"))
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        for widget in (self._tabs, self._status):
            column.addWidget(widget)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._status.hide()
        column.setStretchFactor(self._tabs, 1)
        fit(self, *_SIZE_IN_EMS)
        halves.setSizes([2 * self.width() // 5, 3 * self.width() // 5])
        self._deeds.setFocus(Qt.FocusReason.OtherFocusReason)


def _row_of(deed: ChangeSet, deeds: Sequence[ChangeSet]) -> int:
    """Where a deed stands now: newer ones come above it."""
    return next((row for row, one in enumerate(deeds) if one.number == deed.number), 0)


def _below(hint: QLabel, cards: Cards) -> QWidget:
    """Cards below a sentence that stands where there are none."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(hint)
    column.addWidget(in_a_scroll_area(cards), 1)
    return page
