"""Opens the settings, for whoever knows the PIN if there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.views.looks import Looks
from desktop.views.pin_gate import PinGate

if TYPE_CHECKING:
    from desktop.views.preferences.parts import PreferencesParts


class Anew(NamedTuple):
    """How the window shall be built anew: in another language, or over the data in another folder."""

    language: str = ""
    is_elsewhere: bool = False


class PreferencesDesk(QObject):
    """`parts` are what the settings are about, made when they are first opened.

    `kept` tells that settings are others than before, `anew_requested` that this window cannot follow by itself.
    """

    said = Signal(str)
    kept = Signal()
    anew_requested = Signal(object)

    def __init__(self, parts: Callable[[], PreferencesParts], gate: PinGate, looks: Looks) -> None:
        super().__init__(gate.window)
        self._gate = gate
        self._parts = parts
        self._looks = looks

    def open(self, key: str = "") -> None:
        """Show everything that can be set, with the page of this key in front."""
        self._gate.pass_through(self._gate.tr("Settings"), partial(self._show, key))

    def _show(self, key: str) -> None:
        from desktop.views.preferences.parts import Surroundings
        from desktop.views.preferences.sitting import PreferencesSitting

        gate = self._gate
        around = Surroundings(self._parts(), gate.background, gate.edges, self._looks, gate.tr)
        PreferencesSitting(self, gate, around).open(key)
