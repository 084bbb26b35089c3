"""The dialog in which a person goes back to a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.backup import REASON_LABELS
from desktop.services.counting import counted
from desktop.services.moments import moment_text
from desktop.views.widgets.button_row import ButtonRow
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.sizes import fit
from desktop.views.widgets.tree_ring import RingedItems

if TYPE_CHECKING:
    from desktop.domain.backup import Backup, Content, Restored
    from desktop.domain.errors import ExpectedError
    from desktop.i18n import Translate
    from desktop.views.background import Background
    from desktop.views.edges import Edges

Listed = tuple["Backup", "Content"]
_SIZE_IN_EMS = (46, 26)
_NUMBERS = (2, 3)
"""The columns with numbers, which stand below each other at their ends."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RestoresBackups(Protocol):
    """Where the backups come from."""

    def listed(self) -> tuple[Listed, ...]:
        """The backups with what is in each, the last one first."""

    def restore(self, backup: Backup) -> Restored:
        """Put a backup in the place of the database."""


class _Rows(RingedItems):
    """The list, in which Enter takes the chosen row."""

    taken = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class BackupsDialog(QDialog):
    """Lists the backups and what is in them; `restored` tells that the database is another one now."""

    restored = Signal(object)

    def __init__(
        self, backups: RestoresBackups, background: Background, edges: Edges, tr: Translate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._backups = backups
        self._background = background
        self._edges = edges
        self._tr = tr
        self._listed: tuple[Listed, ...] = ()
        self._list = _Rows()
        self._inside = QLabel()
        self._restore = QPushButton(tr("&Restore"))
        self._is_restoring = False
        self.setWindowTitle(tr("Backups"))
        self._lay_out()
        self._say(tr("The backups are being read …"))
        reading = background.run(backups.listed, self._show, self._warn)
        self.finished.connect(reading.cancel)
        self.finished.connect(self.deleteLater)

    @override
    def reject(self) -> None:
        """Go, but not while the database is being replaced."""
        if not self._is_restoring:
            super().reject()

    def _show(self, listed: tuple[Listed, ...]) -> None:
        self._listed = listed
        self._list.clear()
        self._list.addTopLevelItems([self._item(*one) for one in listed])
        self._list.setEnabled(bool(listed))
        for column in (0, *_NUMBERS):
            head = self._list.header().sectionSizeHint(column)
            wanted = max(self._list.sizeHintForColumn(column), head) + self.fontMetrics().height()
            self._list.setColumnWidth(column, min(wanted, self._list.viewport().width() // 3))
        if (first := self._list.topLevelItem(0)) is not None:
            self._list.setCurrentItem(first)
        else:
            self._say(self._tr("There is no backup yet. The first one is made before the first change."))

    def _item(self, backup: Backup, content: Content) -> QTreeWidgetItem:
        tr = self._tr
        count = tr("not readable") if content.counts is None else str(content.total)
        cells = (self._moment(backup), tr(REASON_LABELS[backup.reason]), count, _size(content.size, tr))
        item = QTreeWidgetItem(cells)
        for column in _NUMBERS:
            item.setTextAlignment(column, _RIGHT)
        return item

    def _chosen(self) -> Listed | None:
        row = self._list.currentIndex().row()
        return self._listed[row] if row >= 0 else None

    def _show_inside(self) -> None:
        chosen = self._chosen()
        self._restore.setEnabled(chosen is not None and chosen[1].counts is not None)
        if chosen is None:
            return
        if chosen[1].counts is None:
            self._say(self._tr("This backup cannot be read."))
        else:
            held = (counted(kind, count, self._tr) for kind, count in chosen[1].counts.items())
            self._say(", ".join(words.replace(" ", "\N{NO-BREAK SPACE}", 1) for words in held))

    def _ask(self) -> None:
        chosen, tr = self._chosen(), self._tr
        if chosen is None or self._is_restoring or not self._restore.isEnabled():
            return
        backup = chosen[0]
        question = tr(
            "All records, with their history and notes, become what they were on {moment}. What was changed since is no"
            " longer in them. Of the present state a backup is made first, so that you can come back to it.",
            moment=self._moment(backup),
        )
        if self._edges.notices.offers(self, tr("Restore this backup?"), question, tr("Restore")):
            self._is_restoring = True
            self._say(tr("The backup is being restored …"))
            self._background.run(lambda: self._backups.restore(backup), self._done, self._warn, must_end=True)

    def _done(self, restored: Restored) -> None:
        tr = self._tr
        self._is_restoring = False
        self.accept()
        self.restored.emit(restored)
        said = tr("The backup of {moment} is restored.", moment=self._moment(restored.backup))
        if restored.damaged is not None:
            said += "\n\n" + tr("The damaged file was kept as {path}.", path=restored.damaged)
        elif restored.before is not None:
            said += "\n\n" + tr("The state before it is the backup of {moment}.", moment=self._moment(restored.before))
        self._edges.notices.tell(self.parentWidget(), self.windowTitle(), said)

    def _warn(self, error: ExpectedError) -> None:
        self._is_restoring = False
        self._show_inside()
        self._edges.warn(self, error, self._tr)

    def _moment(self, backup: Backup) -> str:
        return moment_text(backup.made_at, self._tr)

    def _say(self, text: str) -> None:
        self._inside.setText(text)

    def _lay_out(self) -> None:
        tr = self._tr
        self._list.setHeaderLabels([tr("Time"), tr("Reason"), tr("Records"), tr("Size")])
        self._list.setAccessibleName(tr("Backups"))
        self._list.setRootIsDecorated(False)
        make_roomy(self._list)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setUniformRowHeights(True)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        for number in _NUMBERS:
            self._list.headerItem().setTextAlignment(number, _RIGHT)
        self._list.currentItemChanged.connect(lambda *_: self._show_inside())
        self._list.taken.connect(self._ask)
        self._list.itemDoubleClicked.connect(lambda *_: self._ask())
        self._inside.setTextFormat(Qt.TextFormat.PlainText)
        self._inside.setWordWrap(True)
        self._inside.setAccessibleName(tr("What is in the backup"))
        self._restore.setEnabled(False)
        self._restore.clicked.connect(self._ask)
        buttons = ButtonRow(self._restore, quiet_button(tr("Close"), self.reject))
        hint = QLabel(tr("The last ten backups are kept, in the folder “backups” beside the database."))
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        for part in (hint, self._list, self._inside, buttons):
            column.addWidget(part)
        column.setStretch(1, 1)
        self._restore.setDefault(True)
        fit(self, *_SIZE_IN_EMS)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


def _size(size: int, tr: Translate) -> str:
    """A size as the language writes it; its number and its unit stay together."""
    words = QLocale(tr.language).formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return words.replace(" ", "\N{NO-BREAK SPACE}")
