"""What a list is filtered by, each as a chip that a press takes away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.i18n import Translate
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_tip import plain_tip
from desktop.views.widgets.tab_order import put_in_place

_CROSS = "\N{MULTIPLICATION X}"


class Chip(NamedTuple):
    """A filter as a person reads it: `Level: Federal`."""

    facet: str
    words: str


class Chips(QWidget):
    """A chip for each filter, and one that lets records pass which do not say."""

    dropped = Signal(str)
    unstated_wanted = Signal(bool)

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._shown: tuple[Chip, ...] = ()
        self._buttons: list[QToolButton] = []
        self._row = FlowLayout(self)
        self._unstated = QToolButton()
        self._unstated.setObjectName("unstated")
        self._unstated.setCheckable(True)
        self._unstated.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unstated.toggled.connect(self.unstated_wanted)
        self._row.addWidget(self._unstated)
        self._unstated.hide()
        self.hide()

    def show_filters(self, chips: Iterable[Chip]) -> None:
        """Show these filters."""
        wanted = tuple(chips)
        if wanted != self._shown:
            self._shown = wanted
            for button in self._buttons:
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = [self._button(chip) for chip in wanted]
            self._row.removeWidget(self._unstated)
            for button in (*self._buttons, self._unstated):
                self._row.addWidget(button)
            put_in_place(self, (*self._buttons, self._unstated))
            self.setVisible(bool(wanted))

    def show_unstated(self, words: str, *, is_taken: bool) -> None:
        """Offer the records that do not say; without words there are none."""
        self._unstated.blockSignals(True)
        self._unstated.setChecked(is_taken)
        self._unstated.blockSignals(False)
        self._unstated.setText(words)
        self._unstated.setToolTip(plain_tip(self._tr("Unknown does not mean no: show these records as well")))
        self._unstated.setVisible(bool(words))

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"chip-{chip.facet}")
        button.setText(f"{chip.words} {_CROSS}".replace("&", "&&"))
        button.setAccessibleName(self._tr("Remove the filter {filter}", filter=chip.words))
        button.setToolTip(plain_tip(self._tr("Remove the filter {filter}", filter=chip.words)))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.dropped.emit(chip.facet))
        button.show()
        return button
