"""Lets through who knows the PIN, if the office has set one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges


class PinGate(NamedTuple):
    """Asks in a dialog over the window; what has to be let through never happens if the PIN is not given."""

    settings: SettingsKeeper
    background: Background
    edges: Edges
    tr: Translate
    window: QWidget

    @property
    def is_locked(self) -> bool:
        """Whether a PIN is needed."""
        return bool(self.settings.current.pin)

    def pass_through(self, title: str, then: Callable[[], object]) -> None:
        """Do something at once where no PIN is set, else when it has been given."""
        if self.is_locked:
            self._ask(title, then)
        else:
            then()

    def pass_as_staff(self, title: str, then: Callable[[], object]) -> None:
        """The same for what changes records or speaks for the office: the policy may demand that a PIN is set."""
        why = self.settings.policy.refusal(has_pin=self.is_locked)
        if why is None:
            self.pass_through(title, then)
        else:
            self.edges.notices.warn(self.window, title, why.in_words(self.tr))

    def _ask(self, title: str, then: Callable[[], object]) -> None:
        from desktop.domain.pin import fits
        from desktop.views.pin_dialog import PinDialog

        dialog, remembered = PinDialog(title, self.tr, self.window), self.settings.current.pin

        def hear(is_right: bool) -> None:
            if is_right:
                dialog.accept()
                then()
            else:
                dialog.refuse()

        def warn(error: ExpectedError) -> None:
            self.edges.warn(self.window, error, self.tr)

        def check(pin: str) -> None:
            job = self.background.run(lambda: fits(pin, remembered), hear, warn)
            dialog.finished.connect(job.cancel)

        dialog.given.connect(check)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
