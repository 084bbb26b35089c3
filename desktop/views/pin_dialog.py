"""Asks for a PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.pin import LONGEST
from desktop.i18n import Translate
from desktop.views.announcing import announce
from desktop.views.widgets.button_row import ButtonRow
from desktop.views.widgets.plain_label import plain_label
from desktop.views.widgets.sizes import fit

_WIDTH_IN_EMS = 24


class PinDialog(QDialog):
    """Stays until the PIN fits or a person thinks better of it; `given` tells what was typed."""

    given = Signal(str)

    def __init__(self, title: str, tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._tr = tr
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setMaxLength(LONGEST)
        self._trouble = plain_label()
        self.setWindowTitle(title)
        self._lay_out()

    def refuse(self) -> None:
        """Say that the PIN does not fit, and let it be typed again."""
        words = self._tr("This PIN is not right.")
        self._trouble.setText(words)
        announce(self._trouble, words)
        self._line.setEnabled(True)
        self._line.clear()
        self._line.setFocus()

    def _give(self) -> None:
        if self._line.isEnabled() and self._line.text():
            self._line.setEnabled(False)
            self.given.emit(self._line.text())

    def _lay_out(self) -> None:
        label = QLabel(self._tr("&PIN"))
        label.setBuddy(self._line)
        self._line.setAccessibleName(self._tr("PIN"))
        give, cancel = QPushButton(self.windowTitle()), QPushButton(self._tr("Cancel"))
        give.clicked.connect(self._give)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self._line, self._trouble, ButtonRow(give, cancel)):
            column.addWidget(widget)
        give.setDefault(True)
        fit(self, _WIDTH_IN_EMS)
        self._line.setFocus()
