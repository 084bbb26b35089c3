"""The one dialog for everything that can be set."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.preferences.page import Page
from desktop.views.style import TARGET
from desktop.views.widgets.button_row import ButtonRow
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.roomy_rows import RoomyRows
from desktop.views.widgets.sizes import fit

_SIZE_IN_EMS = (54, 48)


class _PageRows(RoomyRows):
    """Rows high enough to be hit, with air at their sides."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        em = option.fontMetrics.height()
        return super().sizeHint(option, index).grownBy(QMargins(0, 0, em, 0)).expandedTo(QSize(0, max(TARGET, 2 * em)))


class PreferencesDialog(QDialog):
    """A list of pages and the page in front; `keep_requested` comes only where nothing is wrong on any page.

    It stays open until it is accepted, so that nothing is lost where the settings cannot be kept.
    """

    keep_requested = Signal()

    def __init__(self, pages: Sequence[Page], tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._tr = tr
        self._begun: set[Page] = set()
        self._list = QListWidget()
        self._stack = QStackedWidget()
        self._keep_button = QPushButton(self._tr("&Keep"))
        self._buttons = ButtonRow(self._keep_button, quiet_button(self._tr("Cancel"), self.reject))
        self.is_over = self.is_busy = False
        self.setWindowTitle(tr("Settings"))
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)

    def go_to(self, key: str) -> None:
        """Show the page of this key, with the keyboard on its first field."""
        for number, page in enumerate(self._pages):
            if page.key == key:
                self._list.setCurrentRow(number)
                page.focusNextChild()

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with everything that stands on the pages."""
        return reduce(lambda so_far, page: page.applied_to(so_far), self._pages, settings)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nobody keep or leave while something is under way that must end."""
        self.is_busy = is_busy
        self._buttons.setDisabled(is_busy)
        self._list.setDisabled(is_busy)

    def find_fault(self) -> bool:
        """Whether something is wrong; then its page is in front, and the keyboard on the field."""
        for number, page in enumerate(self._pages):
            if (field := page.find_fault()) is not None:
                self._list.setCurrentRow(number)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @override
    def reject(self) -> None:
        """Go, but not while the data are being copied."""
        if not self.is_busy:
            super().reject()

    @override
    def done(self, result: int) -> None:
        self.is_over = True
        for page in self._pages:
            if result != QDialog.DialogCode.Accepted:
                page.take_back()
            page.end()
        super().done(result)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text, as far as the window reaches."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        rows = self._list
        frame, bar = 2 * rows.frameWidth(), rows.verticalScrollBar().sizeHint().width()
        rows.setFixedWidth(rows.sizeHintForColumn(0) + frame + bar)
        fit(self, *_SIZE_IN_EMS)

    def _keep(self) -> None:
        if not self.is_busy and not self.find_fault():
            self.keep_requested.emit()

    def _show(self, row: int) -> None:
        page = self._pages[row]
        self._stack.setCurrentWidget(page)
        if page not in self._begun:
            self._begun.add(page)
            page.begin()

    def _step(self, by: int) -> None:
        self._list.setCurrentRow((self._list.currentRow() + by) % len(self._pages))

    def _lay_out(self) -> None:
        tr = self._tr
        self._list.setAccessibleName(tr("Pages of the settings"))
        self._list.setItemDelegate(_PageRows(self._list))
        for page in self._pages:
            self._list.addItem(page.title)
            page.setAccessibleName(page.title)
            self._stack.addWidget(page)
        self._keep_button.clicked.connect(self._keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._keep)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self._step(by))
        row = QHBoxLayout()
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self._buttons)
        self._keep_button.setDefault(True)
        self._fit()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
