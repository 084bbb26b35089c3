"""The PIN: set, changed, removed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from desktop.domain.pin import LONGEST, SHORTEST
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.views.preferences.page import add_below, add_gap, add_held, add_row, say, words
from desktop.views.widgets.edged_buttons import EdgedCheckBox


class PinFields(QObject):
    """Says at every moment what comes of the PIN when the settings are kept; the old one cannot be shown."""

    def __init__(self, policy: Policy, *, is_set: bool, tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_set = is_set
        self._is_demanded = policy.needs_pin
        self._is_given = policy.sets("pin.hash")
        self._tr = tr
        self._box = EdgedCheckBox(tr("&Ask for a PIN before records may be edited"))
        self._box.setChecked(is_set or self._is_demanded)
        self._pin, self._again = _line(), _line()
        self._state, self._trouble = words(), words()
        self._trouble.setObjectName("pin-trouble")
        self._box.toggled.connect(self._show)
        for line in (self._pin, self._again):
            line.textChanged.connect(self._show)
        self._show()

    @property
    def is_wanted(self) -> bool:
        """Whether there shall be a PIN."""
        return self._box.isChecked()

    @property
    def new(self) -> str:
        """The PIN that was typed; nothing where the old one stays, or none is wanted."""
        return self._pin.text() if self.is_wanted else ""

    def find_fault(self) -> QWidget | None:
        """The line that must be typed anew, after saying why."""
        fault = self._fault()
        say(self._trouble, fault)
        self._trouble.setVisible(bool(fault))
        return self._pin if fault else None

    def add_to(self, form: QFormLayout) -> None:
        """Put everything below the other fields."""
        tr = self._tr
        if self._is_demanded:
            add_held(form, tr("PIN for editing"), self._demand(), tr)
        else:
            form.addRow(self._box)
        if self._is_given:
            return
        self._pin.setPlaceholderText(tr("A PIN is set; leave empty to keep it") if self._is_set else "")
        add_row(form, tr("New &PIN"), self._pin)
        add_row(form, tr("New PIN a&gain"), self._again)
        add_below(form, self._trouble)
        add_below(form, self._state)
        add_gap(form)
        self._trouble.hide()
        hint = tr(
            "The PIN keeps visitors and colleagues from changing records by accident. It does not encrypt the data."
            " It cannot be read again: who forgets it needs the administrator."
        )
        form.addRow(words(hint))

    def _demand(self) -> str:
        return self._tr("Yes, the PIN of the administration") if self._is_given else self._tr("Yes")

    def _is_kept(self) -> bool:
        """Whether the PIN, or that there is none yet, stays as it is."""
        is_untouched = not self._pin.text() and not self._again.text()
        return is_untouched and (self._is_set or self._is_demanded)

    def _fault(self) -> str:
        tr, pin = self._tr, self._pin.text()
        if not self.is_wanted or self._is_kept():
            return ""
        if not SHORTEST <= len(pin) <= LONGEST:
            return tr("A PIN needs 4 to 64 characters.")
        return "" if pin == self._again.text() else tr("The two PINs differ. Please type them again.")

    def _show(self) -> None:
        for line in (self._pin, self._again):
            line.setEnabled(self.is_wanted)
        self._state.setText(self._outcome())
        if self._trouble.text() and not self._fault():
            self.find_fault()

    def _outcome(self) -> str:
        tr = self._tr
        if not self.is_wanted:
            return tr("On keeping: the PIN is removed.") if self._is_set else tr("Anybody can unlock editing with F2.")
        if self._is_kept() and not self._is_set:
            return tr("Records stay read-only until a PIN is set here.")
        if self._is_kept():
            return tr("On keeping: the PIN stays as it is.")
        return tr("On keeping: the new PIN holds, for editing, for event mode and for these settings.")


def _line() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(LONGEST)
    return line
