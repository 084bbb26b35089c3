"""Choosing entries of a closed list: a list to tick, and a line that narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem
from typing_extensions import override

from desktop.domain.folding import plain
from desktop.domain.record import Term
from desktop.i18n import Translate
from desktop.views.editing.frame import roomy_label
from desktop.views.editing.inputs import Input
from desktop.views.widgets.roomy_rows import make_roomy

_ID = Qt.ItemDataRole.UserRole
_ROWS = 7


class TermsInput(Input):
    """The ticked terms by their ids, in the order in which they were ticked."""

    def __init__(self, terms: Sequence[Term], name: str, tr: Translate) -> None:
        self._filter = _FilterLine()
        super().__init__(self._filter)
        self._tr = tr
        self._words = {term.id: plain(" ".join((term.name, *term.alternate_names))) for term in terms}
        self._chosen: list[str] = []
        self._count = roomy_label("")
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        make_roomy(self._list)
        self._list.setAccessibleDescription(tr("The space bar ticks an entry."))
        self._list.setFixedHeight(_ROWS * (self.fontMetrics().height() + 6))
        for term in terms:
            self._add(term.id, term.name)
        self._filter.setPlaceholderText(tr("Narrow the list …"))
        self._filter.textChanged.connect(self._narrow)
        self._filter.below = self._list
        self._list.itemChanged.connect(self._take)
        self.stack(self._filter, self._list, self._count)

    @override
    def value(self) -> list[str]:
        return list(self._chosen)

    @override
    def show_value(self, value: Any) -> None:
        self._chosen = [str(one) for one in value or []]
        self._list.blockSignals(True)
        for unknown in [one for one in self._chosen if one not in self._words]:
            self._words[unknown] = plain(unknown)
            self._add(unknown, unknown)
        for item in self._items():
            is_in = item.data(_ID) in self._chosen
            item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
        self._list.blockSignals(False)
        self._tell_count()

    def _add(self, term_id: str, name: str) -> None:
        item = QListWidgetItem(name, self._list)
        item.setData(_ID, term_id)
        item.setCheckState(Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _narrow(self, text: str) -> None:
        wanted = plain(text).split()
        for item in self._items():
            words = f" {self._words[item.data(_ID)]}"
            item.setHidden(not all(f" {word}" in words or word in words for word in wanted))

    def _take(self, item: QListWidgetItem) -> None:
        term_id = str(item.data(_ID))
        if (item.checkState() is Qt.CheckState.Checked) == (term_id in self._chosen):
            return
        if term_id in self._chosen:
            self._chosen.remove(term_id)
        else:
            self._chosen.append(term_id)
        self._tell_count()
        self.changed.emit()

    def _tell_count(self) -> None:
        names = [item.text() for item in self._items() if item.data(_ID) in self._chosen]
        self._count.setText(
            self._tr("Chosen: {names}", names=", ".join(names)) if names else self._tr("Nothing chosen")
        )


class _FilterLine(QLineEdit):
    """A line from which the arrow down leads into the list."""

    below: QListWidget

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Down:
            super().keyPressEvent(event)
            return
        rows = [row for row in range(self.below.count()) if not self.below.item(row).isHidden()]
        if rows:
            self.below.setFocus(Qt.FocusReason.TabFocusReason)
            self.below.setCurrentRow(rows[0])
