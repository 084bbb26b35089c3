"""The dialog for what this office decides: who changes records, how often they are checked, and a PIN."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.pin import LONGEST, SHORTEST
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.announcing import announce
from desktop.views.widgets.edged_buttons import EdgedCheckBox
from desktop.views.widgets.sizes import fit

_LONGEST_NAME = 100
_WIDTH_IN_EMS = 38


class SettingsDialog(QDialog):
    """`kept` brings the settings as they shall be, and a new PIN in plain words if one was typed."""

    kept = Signal(object, str)

    def __init__(self, settings: Settings, account: str, tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tr = tr
        self._name = QLineEdit(settings.user_name)
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setPlaceholderText(account)
        self._months = QSpinBox()
        self._months.setRange(1, 60)
        self._months.setValue(settings.review_months)
        self._has_pin = EdgedCheckBox(tr("&Ask for a PIN before records may be edited"))
        self._has_pin.setChecked(bool(settings.pin))
        self._pin, self._again = _pin_line(), _pin_line()
        self._trouble = QLabel()
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self.setWindowTitle(tr("Settings"))
        self._lay_out()
        self._has_pin.toggled.connect(self._show_pin)
        self._show_pin()

    def _keep(self) -> None:
        if (trouble := self._fault()) is not None:
            self._trouble.setText(trouble)
            announce(self._trouble, trouble)
            self._pin.setFocus()
            return
        remembered = self._settings.pin if self._has_pin.isChecked() else ""
        changed = replace(
            self._settings,
            user_name=self._name.text().strip(),
            review_months=self._months.value(),
            pin=remembered,
        )
        self.kept.emit(changed, self._pin.text() if self._has_pin.isChecked() else "")
        self.accept()

    def _fault(self) -> str | None:
        """What is wrong with the PIN; an empty one leaves the old one as it is."""
        tr, pin = self._tr, self._pin.text()
        if not self._has_pin.isChecked() or (not pin and not self._again.text() and self._settings.pin):
            return None
        if not SHORTEST <= len(pin) <= LONGEST:
            return tr("A PIN needs 4 to 64 characters.")
        return None if pin == self._again.text() else tr("The two PINs differ. Please type them again.")

    def _show_pin(self) -> None:
        for line in (self._pin, self._again):
            line.setEnabled(self._has_pin.isChecked())

    def _lay_out(self) -> None:
        tr, form = self._tr, QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._months.setSuffix(tr(" months"))
        for name, field in (
            (tr("Your &name in the history"), self._name),
            (tr("Records are checked every"), self._months),
        ):
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(name, field)
        form.addRow(self._has_pin)
        kept = tr("A PIN is set; leave empty to keep it")
        self._pin.setPlaceholderText(kept if self._settings.pin else "")
        for name, field in ((tr("New &PIN"), self._pin), (tr("New PIN a&gain"), self._again)):
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(name, field)
        hint = QLabel(
            tr(
                "The PIN keeps visitors and colleagues from changing records by accident. It does not encrypt the data."
                " It cannot be read again: who forgets it needs the administrator."
            )
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        for widget in (hint, self._trouble, buttons):
            column.addWidget(widget)
        fit(self, _WIDTH_IN_EMS)


def _pin_line() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(LONGEST)
    return line
