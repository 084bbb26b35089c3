"""Pointing to other records by typing their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.domain.dossier import Reference
from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate
from desktop.views.editing.inputs import Input
from desktop.views.editing.lookups import Lookups
from desktop.views.widgets.plain_tip import plain_tip
from desktop.views.widgets.roomy_rows import make_roomy

_ID = Qt.ItemDataRole.UserRole
_REST_MS = 150


class RecordsInput(Input):
    """The records that are pointed to, by their ids; what is typed is looked up and chosen with Enter."""

    def __init__(self, kinds: frozenset[Kind], name: str, lookups: Lookups, tr: Translate, *, is_one: bool) -> None:
        self._line = _NameLine()
        super().__init__(self._line)
        self._kinds, self._lookups, self._tr, self._is_one = kinds, lookups, tr, is_one
        self._known: dict[str, Reference] = {}
        self._ids: list[str] = []
        self._chosen = _list(tr("Chosen: {names}", names=name), 1 if is_one else 4)
        self._hits = _list(tr("Found records; Enter takes one"), 5)
        self._hits.hide()
        self._line.below = self._hits
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._connect()
        self.stack(self._chosen, self._buttons(), self._line, self._hits)

    @override
    def value(self) -> Any:
        return (self._ids[0] if self._ids else None) if self._is_one else list(self._ids)

    @override
    def show_value(self, value: Any) -> None:
        self._ids = [str(one) for one in ([value] if self._is_one and value else value or [])]
        self._line.clear()
        self._hits.hide()
        self._show_chosen()
        if unknown := [one for one in self._ids if one not in self._known]:
            self._lookups.named(unknown, self._learn)

    def _connect(self) -> None:
        replace, add = self._tr("Type a name to choose another one …"), self._tr("Type a name to add one …")
        self._line.setPlaceholderText(replace if self._is_one else add)
        self._line.textEdited.connect(lambda _: self._rest.start())
        self._line.returnPressed.connect(lambda: self._take(self._hits.item(0)))
        self._rest.timeout.connect(self._look_up)
        self._hits.itemActivated.connect(self._take)
        self._hits.itemClicked.connect(self._take)
        remove = QShortcut(QKeySequence.StandardKey.Delete, self._chosen)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._remove)

    def _buttons(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        deeds = [(self._tr("Remove"), self._remove)]
        if not self._is_one:
            deeds += [(self._tr("Move up"), lambda: self._move(-1)), (self._tr("Move down"), lambda: self._move(1))]
        for words, deed in deeds:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{words}: {self._chosen.accessibleName()}")
            button.clicked.connect(deed)
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _look_up(self) -> None:
        text = self._line.text().strip()
        if text:
            self._lookups.find(text, self._kinds, lambda found: self._show_hits(text, found))
        else:
            self._hits.hide()

    def _show_hits(self, text: str, found: Sequence[Reference]) -> None:
        if not isValid(self) or text != self._line.text().strip():
            return
        self._hits.clear()
        for one in found:
            self._known[one.id] = one
            self._hits.addItem(self._item(one.id))
        if not found:
            nothing = QListWidgetItem(self._tr("No hits for “{text}”", text=text), self._hits)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self._hits.show()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(_ID) is None or self._hits.isHidden():
            return
        found = str(item.data(_ID))
        self._ids = [found] if self._is_one else list(dict.fromkeys((*self._ids, found)))
        self._line.clear()
        self._hits.hide()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chosen()
        self.changed.emit()

    def _remove(self) -> None:
        row = self._chosen.currentRow() if self._chosen.currentRow() >= 0 else len(self._ids) - 1
        if 0 <= row < len(self._ids):
            del self._ids[row]
            self._show_chosen(min(row, len(self._ids) - 1))
            self.changed.emit()

    def _move(self, by: int) -> None:
        row = self._chosen.currentRow()
        if row >= 0 and 0 <= row + by < len(self._ids):
            self._ids.insert(row + by, self._ids.pop(row))
            self._show_chosen(row + by)
            self.changed.emit()

    def _show_chosen(self, row: int = -1) -> None:
        self._chosen.clear()
        for one in self._ids:
            self._chosen.addItem(self._item(one))
        self._chosen.setCurrentRow(row)

    def _learn(self, known: Mapping[str, Reference]) -> None:
        if isValid(self):
            self._known.update(known)
            self._show_chosen(self._chosen.currentRow())

    def _item(self, record_id: str) -> QListWidgetItem:
        one = self._known.get(record_id)
        words = f"{one.name} ({self._tr(label(one.kind))})" if one else record_id
        item = QListWidgetItem(words)
        item.setData(_ID, record_id)
        item.setToolTip(plain_tip(words))
        return item


def _list(name: str, rows: int) -> QListWidget:
    shown = QListWidget()
    shown.setAccessibleName(name)
    make_roomy(shown)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setFixedHeight(rows * (shown.fontMetrics().height() + 6) + 6)
    return shown


class _NameLine(QLineEdit):
    """A line from which the arrow down leads to what was found."""

    below: QListWidget

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.below.isVisible():
            self.below.setFocus(Qt.FocusReason.TabFocusReason)
            self.below.setCurrentRow(0)
        else:
            super().keyPressEvent(event)
