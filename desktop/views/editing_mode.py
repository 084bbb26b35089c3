"""Whether records may be changed: at the counter not, until somebody unlocks it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges


class EditingMode(QObject):
    """Off at the start; `switched` tells when it changes, `said` what a person should know of it."""

    switched = Signal(bool)
    said = Signal(str)

    def __init__(
        self, settings: SettingsKeeper, background: Background, edges: Edges, tr: Translate, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._background = background
        self._edges = edges
        self._tr = tr
        self._window = window
        self.is_on = False

    def switch(self) -> None:
        """Lock again, or unlock, which may need a PIN."""
        if self.is_on:
            self._set(False)
        else:
            self.unlock(lambda: None)

    def unlock(self, then: Callable[[], object]) -> None:
        """Do something as soon as records may be changed; nothing if the PIN is not given."""
        if not self.is_on and self._settings.current.pin:
            self._ask(then)
            return
        if not self.is_on:
            self._set(True)
        then()

    def lock(self) -> None:
        """End editing where a PIN guards it: whoever comes next may be somebody else."""
        if self.is_on and self._settings.current.pin:
            self._set(False)

    def allows(self) -> bool:
        """Whether records may be changed; says how to get there if not."""
        if not self.is_on:
            self.said.emit(self._tr("Records are read-only at the counter. F2 unlocks editing."))
        return self.is_on

    def _set(self, is_on: bool) -> None:
        self.is_on = is_on
        self.switched.emit(is_on)
        unlocked = self._tr("Editing is unlocked: Ctrl+E edits the record shown, F2 locks again.")
        self.said.emit(unlocked if is_on else self._tr("Editing is locked; records are read-only."))

    def _ask(self, then: Callable[[], object]) -> None:
        from desktop.domain.pin import fits
        from desktop.views.pin_dialog import PinDialog

        dialog, remembered = PinDialog(self._tr, self._window), self._settings.current.pin

        def hear(is_right: bool) -> None:
            if is_right:
                dialog.accept()
                self._set(True)
                then()
            else:
                dialog.refuse()

        def warn(error: ExpectedError) -> None:
            self._edges.notices.warn(self._window, self._tr("That did not work"), error.message.in_words(self._tr))

        def check(pin: str) -> None:
            job = self._background.run(lambda: fits(pin, remembered), hear, warn)
            dialog.finished.connect(job.cancel)

        dialog.given.connect(check)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
