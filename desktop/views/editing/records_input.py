"""Pointing to other records by typing their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.domain.dossier import Reference
from desktop.domain.vocabulary import Kind, label
from desktop.views.editing.inputs import Input
from desktop.views.editing.lookups import Supplies
from desktop.views.widgets.plain_tip import plain_tip
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.roomy_rows import make_roomy

_ID = Qt.ItemDataRole.UserRole
_NEW = _ID + 1
_REST_MS = 150
_MAY_BE_MISSING = frozenset({Kind.ORGANIZATION})
"""What can be added on the way: without its organisation no contact point could be."""


class RecordsInput(Input):
    """The records that are pointed to, by their ids; what is typed is looked up and chosen with Enter."""

    def __init__(self, kinds: frozenset[Kind], name: str, supplies: Supplies, *, is_one: bool) -> None:
        self._line = _NameLine()
        super().__init__(self._line)
        tr = supplies.tr
        self._kinds, self._lookups, self._tr, self._is_one = kinds, supplies.lookups, tr, is_one
        self._add = supplies.add if kinds == _MAY_BE_MISSING else None
        self._known: dict[str, Reference] = {}
        self._ids: list[str] = []
        self._found_for = self._taken_for = ""
        self._chosen = _list(tr("Chosen: {names}", names=name), 1 if is_one else 4)
        self._hits = _list(tr("Found records; Enter takes one"), 5)
        self._hits.hide()
        self._line.below = self._hits
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._connect()
        self._row = self._buttons()
        self.stack(self._chosen, self._row, self._line, self._hits)
        self._show_chosen()

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
        self._line.textEdited.connect(self._begin)
        self._line.returnPressed.connect(self._take_first)
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
            button = quiet_button(words, deed)
            button.setAccessibleName(f"{words}: {self._chosen.accessibleName()}")
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _begin(self) -> None:
        self._taken_for = ""
        self._rest.start()

    def _take_first(self) -> None:
        """Take the best hit; who was faster than the search gets it when it is there."""
        text = self._line.text().strip()
        if text and text == self._found_for:
            rows = [self._hits.item(row) for row in range(self._hits.count())]
            self._take(next((row for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled), None))
        elif text:
            self._taken_for = text
            self._rest.stop()
            self._look_up()

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
        if self._add is not None:
            words = self._tr("Add “{text}” as a new organisation …", text=text)
            QListWidgetItem(words, self._hits).setData(_NEW, text)
        self._hits.show()
        self._found_for = text
        if text == self._taken_for:
            self._take_first()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or self._hits.isHidden():
            return
        self._taken_for = ""
        if (name := item.data(_NEW)) is not None and self._add is not None:
            self._add(Kind.ORGANIZATION, str(name), self.window(), self._take_added)
        elif item.data(_ID) is not None:
            self._choose(str(item.data(_ID)))

    def _take_added(self, added: Reference) -> None:
        if isValid(self):
            self._known[added.id] = added
            self._choose(added.id)

    def _choose(self, record_id: str) -> None:
        self._ids = [record_id] if self._is_one else list(dict.fromkeys((*self._ids, record_id)))
        self._found_for = ""
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
            if not self._ids:
                self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _move(self, by: int) -> None:
        row = self._chosen.currentRow()
        if row >= 0 and 0 <= row + by < len(self._ids):
            self._ids.insert(row + by, self._ids.pop(row))
            self._show_chosen(row + by)
            self.changed.emit()

    def _show_chosen(self, row: int = -1) -> None:
        """What is chosen; nothing that could be removed is not shown."""
        tr, is_any = self._tr, bool(self._ids)
        self._chosen.setVisible(is_any)
        self._row.setVisible(is_any)
        another = tr("Type a name to choose another one …") if self._is_one else tr("Type a name to add one …")
        self._line.setPlaceholderText(another if is_any else tr("Type a name to choose one …"))
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
