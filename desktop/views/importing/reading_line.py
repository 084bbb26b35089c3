"""How a table is read: a wrong guess about its sheet, signs, delimiter or header is put right where it is seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from desktop.i18n import Translate
from desktop.services.importing.opening import (
    DELIMITERS,
    ENCODINGS,
    MOST_HEAD_ROWS,
    Detected,
    Wanted,
    hidden_words,
)
from desktop.views.announcing import announce
from desktop.views.review.words import say, words
from desktop.views.widgets.flow import FlowLayout


class ReadingLine(QWidget):
    """Shows what a table was taken for; `changed` gives what a person wants instead, as `Wanted`."""

    changed = Signal(object)

    def __init__(self, found: Detected, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._sheet, self._encoding, self._delimiter = QComboBox(), QComboBox(), QComboBox()
        self._header = QSpinBox()
        self._hidden = words()
        self._hidden.setParent(self)
        self._fill(found)
        flow = FlowLayout(gap=12)
        named = (
            (tr("S&heet"), self._sheet, len(found.sheets) > 1),
            (tr("&Encoding"), self._encoding, bool(found.encoding)),
            (tr("&Delimiter"), self._delimiter, bool(found.delimiter)),
            (tr("Header in &row"), self._header, True),
        )
        for name, control, is_wanted in named:
            if is_wanted:
                flow.addWidget(_with_label(name, control))
            else:
                control.setParent(self)
                control.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self._hidden)
        for box in (self._sheet, self._encoding, self._delimiter):
            box.currentIndexChanged.connect(lambda _: self._tell(None))
        self._header.valueChanged.connect(self._tell)

    def show_found(self, found: Detected) -> None:
        """Show what the table is taken for now."""
        pairs = ((self._sheet, found.sheet), (self._encoding, found.encoding), (self._delimiter, found.delimiter))
        for box, value in pairs:
            blocked = QSignalBlocker(box)
            box.setCurrentIndex(box.findData(value))
            blocked.unblock()
        blocked = QSignalBlocker(self._header)
        self._header.setValue(found.header_row)
        blocked.unblock()
        told = hidden_words(found, self._tr)
        say(self._hidden, told)
        self._hidden.setVisible(bool(told))

    def announce_hidden(self) -> None:
        """Say to screen readers too that rows come along which nobody sees in the sheet."""
        if told := self._hidden.accessibleName():
            announce(self._hidden, told)

    def order(self) -> list[QWidget]:
        """The order in which Tab goes through the line."""
        return [one for one in (self._sheet, self._encoding, self._delimiter, self._header) if not one.isHidden()]

    def _tell(self, header_row: int | None) -> None:
        """Where anything but the header was chosen, the header is looked for anew."""
        wanted = Wanted(
            self._encoding.currentData(), self._delimiter.currentData(), header_row, self._sheet.currentData()
        )
        self.changed.emit(wanted)

    def _fill(self, found: Detected) -> None:
        tr = self._tr
        signs = {"\t": tr("tab"), " ": tr("blank")}
        delimiters = dict.fromkeys([*DELIMITERS, *filter(None, [found.delimiter])])
        _add(self._sheet, ((name, name) for name in found.sheets))
        _add(self._encoding, ((ENCODINGS.get(one, one), one) for one in dict.fromkeys([*ENCODINGS, found.encoding])))
        _add(self._delimiter, ((signs.get(one, one), one) for one in delimiters))
        self._header.setRange(0, MOST_HEAD_ROWS)
        self._header.setSpecialValueText(tr("none"))
        self._header.setKeyboardTracking(False)
        self.show_found(found)


def _add(box: QComboBox, choices: Iterable[tuple[str, str]]) -> None:
    for name, value in choices:
        box.addItem(name, value)


def _with_label(name: str, control: QWidget) -> QWidget:
    both, label = QWidget(), QLabel(name)
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    label.setBuddy(control)
    control.setAccessibleName(name.replace("&", ""))
    row.addWidget(label)
    row.addWidget(control)
    return both
