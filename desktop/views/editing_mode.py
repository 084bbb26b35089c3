"""Whether records may be changed: at the counter not, until somebody unlocks it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.views.pin_gate import PinGate


class EditingMode(QObject):
    """Off at the start; `switched` tells when it changes, `said` what a person should know of it."""

    switched = Signal(bool)
    said = Signal(str)

    def __init__(self, gate: PinGate) -> None:
        super().__init__(gate.window)
        self._gate = gate
        self._tr = gate.tr
        self.is_on = False
        self.is_barred = False

    def bar(self, *, is_barred: bool) -> None:
        """Lock the records so that not even the PIN unlocks them, or let it do so again."""
        self.end()
        self.is_barred = is_barred

    def switch(self) -> None:
        """Lock again, or unlock, which may need a PIN."""
        if self.is_on:
            self._set(False)
        else:
            self.unlock(lambda: None)

    def unlock(self, then: Callable[[], object]) -> None:
        """Do something as soon as records may be changed; nothing if the PIN is not given."""

        def begin() -> None:
            if not self.is_on:
                self._set(True)
            then()

        self.admit(begin)

    def admit(self, then: Callable[[], object]) -> None:
        """Let somebody look who may change records, which stay locked until `begin` tells that some were changed."""
        if self.is_on:
            then()
        elif self.is_barred:
            self.said.emit(self._tr("Event mode: records are read-only, F12 begins with the next client."))
        else:
            self._gate.pass_as_staff(self._tr("Unlock editing"), then)

    def begin(self) -> None:
        """Somebody who was let in has changed records: they may be worked on, and the change be taken back."""
        if not self.is_on and not self.is_barred:
            self.is_on = True
            self.switched.emit(True)

    def lock(self) -> None:
        """End editing where a PIN guards it: whoever comes next may be somebody else."""
        if self._gate.is_locked:
            self.end()

    def end(self) -> None:
        """Lock the records."""
        if self.is_on:
            self._set(False)

    def allows(self) -> bool:
        """Whether records may be changed; says how to get there if not."""
        if self.is_barred:
            self.said.emit(self._tr("Event mode: records are read-only, F12 begins with the next client."))
        elif not self.is_on:
            self.said.emit(self._tr("Records are read-only at the counter. F2 unlocks editing."))
        return self.is_on

    def _set(self, is_on: bool) -> None:
        self.is_on = is_on
        self.switched.emit(is_on)
        unlocked = self._tr("Editing is unlocked: Ctrl+E edits the record shown, F2 locks again.")
        self.said.emit(unlocked if is_on else self._tr("Editing is locked; records are read-only."))
