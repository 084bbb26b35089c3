"""The place of a list: that it is loading, the list itself, or why it is empty."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.panes import has_keyboard
from desktop.views.records.emptiness import Emptiness
from desktop.views.records.record_list import RecordList

_ROWS_IN_EMS = 4


class ListPages(QStackedWidget):
    """`box_wanted` tells that the keyboard should go to the search box, because there is no list to work on."""

    box_wanted = Signal()

    def __init__(self, rows: RecordList, emptiness: Emptiness, tr: Translate) -> None:
        super().__init__()
        self._rows = rows
        self._emptiness = emptiness
        loading = QLabel(tr("Loading …"))
        loading.setContentsMargins(12, 12, 12, 12)
        for page in (loading, rows, emptiness):
            self.addWidget(page)

    @override
    def minimumSizeHint(self) -> QSize:
        """Qt asks for the room of the highest page, which the filters above lack in a low window; rows scroll."""
        width, enough = super().minimumSizeHint().width(), _ROWS_IN_EMS * self.fontMetrics().height()
        if self.currentWidget() is self._rows:
            return QSize(width, min(self._rows.minimumSizeHint().height(), enough))
        return QSize(width, self._emptiness.minimumSizeHint().height())

    def show_rows(self, *, are_any: bool) -> None:
        """Show the list, or why it is empty."""
        self._turn_to(self._rows if are_any else self._emptiness)

    def focus_list(self) -> None:
        """Put the keyboard on the list or, where there is none, on the search box: letters work on both."""
        if self.currentWidget() is self._emptiness:
            self.box_wanted.emit()
        else:
            self._rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter(self) -> None:
        """Put the keyboard on the list or, where there is none, on the first way on."""
        if self.currentWidget() is self._emptiness:
            self._emptiness.focus_way()
        else:
            self.focus_list()

    def _turn_to(self, page: QWidget) -> None:
        """A list that goes hands the keyboard to the search box and gets it back."""
        had_keyboard = has_keyboard(self)
        is_new = page is not self.currentWidget()
        self.setCurrentWidget(page)
        self.updateGeometry()
        if had_keyboard and is_new:
            self.focus_list()
