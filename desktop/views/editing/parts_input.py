"""A list of small things with the form of the chosen one below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.domain.phone import Phone, completed
from desktop.i18n import Translate
from desktop.services.wording import value_text
from desktop.views.editing.fields import Choice, Field, Parts, Place, Problem
from desktop.views.editing.frame import FieldFrame
from desktop.views.editing.inputs import Input
from desktop.views.editing.saving_dialog import key_button
from desktop.views.editing.values import is_blank, part_of
from desktop.views.widgets.roomy_rows import make_roomy
from desktop.views.widgets.warning_sign import warning_sign

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ROWS = 5
MakesFrame = Callable[[Field], FieldFrame]


class PartsInput(Input):
    """The parts as plain values, in their order; Ins adds one, Del removes it, Alt with an arrow moves it."""

    def __init__(self, field: Parts, name: str, make: MakesFrame, tr: Translate) -> None:
        self._list = QListWidget()
        super().__init__(self._list)
        self._field, self._name, self._make, self._tr = field, name, make, tr
        self._parts: list[dict[str, Any]] = []
        self._frames: list[FieldFrame] = []
        self._problems: Sequence[Problem] = ()
        self._shown = -1
        self._small = QFrame()
        self._small.setFrameShape(QFrame.Shape.StyledPanel)
        self._small.hide()
        self._list.setAccessibleName(name)
        make_roomy(self._list)
        self._list.setFixedHeight(_ROWS * (self.fontMetrics().height() + 4) + 6)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show_part)
        self._lay_out()
        self._build()

    @override
    def value(self) -> list[dict[str, Any]]:
        return deepcopy(self._parts)

    @override
    def show_value(self, value: Any) -> None:
        self._parts = [dict(part) for part in deepcopy(value) or []]
        self._fill(-1)

    @override
    def tidy(self) -> None:
        """The fields of the part are tidied when they themselves are left."""

    @override
    def show_problems(self, problems: Sequence[Problem], *, is_strict: bool) -> bool:
        self._problems = [one for one in problems if len(one.path) > 1]
        for frame in self._frames if self._shown >= 0 else ():
            here = [one for one in self._problems if one.path[1:3] == (self._shown, frame.field.name)]
            frame.show_problems(here, is_strict=is_strict)
        for row in range(self._list.count()):
            self._mark(row, is_strict=is_strict)
        return all(len(one.path) > 2 for one in problems)

    @override
    def go_to(self, path: Sequence[str | int]) -> None:
        if path and isinstance(path[0], int) and path[0] < self._list.count():
            self._list.setCurrentRow(path[0])
            frame = next((one for one in self._frames if path[1:] and one.field.name == path[1]), None)
            (frame.entry if frame else self).target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().go_to(path)

    def append(self, parts: Sequence[dict[str, Any]]) -> None:
        """Add parts that somebody has written elsewhere, but for those that are there."""
        self._parts += [part for part in parts if part not in self._parts]
        self._fill(-1)
        self.changed.emit()

    def open_first(self) -> None:
        """Show the form of the first part, where there is one."""
        if self._parts and self._shown < 0:
            self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for words, keys, deed in (
            (self._tr("New"), "Ins", self._add),
            (self._tr("Remove"), "Del", self._remove),
            (self._tr("Move up"), "Alt+Up", lambda: self._move(-1)),
            (self._tr("Move down"), "Alt+Down", lambda: self._move(1)),
        ):
            buttons.addWidget(self._button(words, keys, deed))
        buttons.addStretch(1)
        upper = QWidget()
        row = QHBoxLayout(upper)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._list, 1)
        row.addLayout(buttons)
        self._list.setFixedHeight(max(self._list.height(), buttons.sizeHint().height()))
        self.stack(upper, self._small)

    def _button(self, words: str, keys: str, deed: Callable[[], None]) -> QPushButton:
        button = key_button(words, keys, deed, self._tr)
        button.setAccessibleName(f"{words}: {self._tr(self._field.one)}")
        shortcut = QShortcut(QKeySequence(keys), self._list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(deed)
        return button

    def _add(self) -> None:
        begun = {one.name: one.default for one in self._field.fields if isinstance(one, Choice) and one.default}
        self._parts.append(begun)
        self._fill(len(self._parts) - 1)
        for frame in self._frames:
            frame.is_touched = False
        self.changed.emit()
        self._frames[0].entry.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            del self._parts[row]
            self._fill(min(row, len(self._parts) - 1))
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        if row >= 0 and 0 <= row + by < len(self._parts):
            self._parts.insert(row + by, self._parts.pop(row))
            self._fill(row + by)
            self.changed.emit()

    def _fill(self, row: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for part in self._parts:
            self._list.addItem(QListWidgetItem(self._summary(part)))
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        self._show_part(row)

    def _show_part(self, row: int) -> None:
        self._shown = row
        self._small.setVisible(row >= 0)
        if row < 0:
            return
        self._list.item(row).setSelected(True)  # Qt marks no row when the keyboard comes to a list without one
        for frame in self._frames:
            frame.is_touched = True
            frame.entry.show_value(self._parts[row].get(frame.field.name))
            frame.show_problems(
                [one for one in self._problems if one.path[1:3] == (row, frame.field.name)], is_strict=False
            )

    def _build(self) -> None:
        """Make the small form at once: what is made later comes last when one presses Tab."""
        column = QVBoxLayout(self._small)
        for field in self._field.fields:
            frame = self._make(field)
            frame.changed.connect(lambda frame=frame: self._take(frame))
            self._frames.append(frame)
            column.addWidget(frame)

    def _take(self, frame: FieldFrame) -> None:
        if 0 <= self._shown < len(self._parts):
            part = self._parts[self._shown]
            part[frame.field.name] = frame.entry.value()
            self._list.item(self._shown).setText(self._summary(part))
            self.changed.emit()

    def _mark(self, row: int, *, is_strict: bool) -> None:
        """Put a sign before a part that is wrong; the one being written waits until its fields say so."""
        item, told = self._list.item(row), [one for one in self._problems if one.path[1] == row]
        if row == self._shown and not is_strict:
            said = {frame.field.name for frame in self._frames if frame.said}
            told = [one for one in told if one.path[2] in said]
        item.setIcon(warning_sign() if told else QIcon())
        item.setData(_SPOKEN, " – ".join((item.text(), *(one.message.in_words(self._tr) for one in told))))

    def _summary(self, part: dict[str, Any]) -> str:
        """A part in one line, also while it is not right yet."""
        if is_blank(self._field, part):
            return self._tr("(still empty)")
        found = part_of(self._field, part)
        if isinstance(found, Phone):
            try:
                found = completed(found)
            except ExpectedError:
                found = None
        words = value_text(found, self._tr) if found is not None else _as_typed(self._field, part)
        return " ".join(words.split())


def _as_typed(field: Parts, part: dict[str, Any]) -> str:
    values = (part.get(one.name) for one in field.fields if not isinstance(one, Choice | Place))
    return ", ".join(value for value in values if isinstance(value, str) and value.strip())
