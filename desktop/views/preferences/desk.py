"""Opens the settings, for whoever knows the PIN if there is one."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.views.looks import Looks
from desktop.views.pin_gate import PinGate
from desktop.views.preferences.parts import PreferencesParts, Surroundings


class Anew(NamedTuple):
    """How the window shall be built anew: in another language, or over the data in another folder."""

    language: str = ""
    is_elsewhere: bool = False


class PreferencesDesk(QObject):
    """`kept` tells that settings are others than before, `anew_requested` that this window cannot follow by itself."""

    said = Signal(str)
    kept = Signal()
    anew_requested = Signal(object)

    def __init__(self, parts: PreferencesParts, gate: PinGate, looks: Looks) -> None:
        super().__init__(gate.window)
        self._gate = gate
        self._around = Surroundings(parts, gate.background, gate.edges, looks, gate.tr)

    def open(self, key: str = "") -> None:
        """Show everything that can be set, with the page of this key in front."""
        self._gate.pass_through(self._gate.tr("Settings"), partial(self._show, key))

    def _show(self, key: str) -> None:
        from desktop.views.preferences.sitting import PreferencesSitting

        PreferencesSitting(self, self._gate, self._around).open(key)
