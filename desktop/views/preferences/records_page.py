"""The page for those who look after the records: who they are, how often a check is due, and a PIN."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.settings import Settings
from desktop.views.background import Job
from desktop.views.preferences.page import Page, add_below, add_gap, add_row, form, say, words
from desktop.views.preferences.parts import Surroundings
from desktop.views.preferences.pin_fields import PinFields

_LONGEST_NAME = 100
_AFTER_MS = 150
"""So long nobody has turned the number before records are counted."""


class RecordsPage(Page):
    """Says what the history will say, and how many checks would be due."""

    key = "records"

    def __init__(self, settings: Settings, around: Surroundings) -> None:
        tr = around.tr
        super().__init__(tr("Records"), around)
        self._name = QLineEdit(settings.user_name)
        self._name.setMaxLength(_LONGEST_NAME)
        self._account = around.parts.account()
        self._name.setPlaceholderText(self._account)
        self._signed = words()
        self._months = QSpinBox()
        self._months.setRange(1, 60)
        self._months.setValue(settings.review_months)
        self._months.setSuffix(tr(" months"))
        self._due = words()
        self._due.setObjectName("due")
        self.pin = PinFields(around.parts.policy, is_set=bool(settings.pin), tr=tr, parent=self)
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._count)
        self._lay_out()
        self._name.textChanged.connect(self._sign)
        self._months.valueChanged.connect(lambda _: self._timer.start())
        self._sign()

    @override
    def applied_to(self, settings: Settings) -> Settings:
        """A new PIN is not among them: it is kept only as what is made of it."""
        pin = settings.pin if self.pin.is_wanted else ""
        return replace(settings, user_name=self._name.text().strip(), review_months=self._months.value(), pin=pin)

    @override
    def find_fault(self) -> QWidget | None:
        return self.pin.find_fault()

    @override
    def begin(self) -> None:
        self._count()

    @override
    def end(self) -> None:
        super().end()
        self._timer.stop()

    def _sign(self) -> None:
        name = self._name.text().strip() or self._account or "?"
        self._signed.setText(self._tr("In the history stands: changed by {name}", name=name))

    def _count(self) -> None:
        """Count anew; what is counted for an earlier number interests nobody any more."""
        months, due = self._months.value(), self.around.parts.due
        if self._job is not None:
            self._job.cancel()
        self._job = self.run(lambda: due(months), self._tell, self._tell_trouble)

    def _tell(self, count: int) -> None:
        told = self._tr.plural("{count} record would be due today.", "{count} records would be due today.", count)
        say(self._due, told)

    def _tell_trouble(self, error: ExpectedError) -> None:
        say(self._due, error.message.in_words(self._tr))

    def _lay_out(self) -> None:
        tr, made = self._tr, form()
        add_row(made, tr("Your &name in the history"), self._name)
        add_below(made, self._signed)
        add_gap(made)
        months = self._months.text()
        self.add_setting(made, "records.review_months", tr("Records are checked &every"), self._months, months)
        add_below(made, self._due)
        add_gap(made)
        self.pin.add_to(made)
        self.lay_out(made)
