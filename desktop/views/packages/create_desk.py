"""From the menu to a package: a PIN first, where one is set, for a package speaks for the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.services.packing import Packing
    from desktop.views.paper.desk import PrintDesk
    from desktop.views.pin_gate import PinGate


class CreateDesk(QObject):
    """`said` tells how it went."""

    said = Signal(str)

    def __init__(self, packing: Callable[[], Packing], printing: Callable[[], PrintDesk], gate: PinGate) -> None:
        super().__init__(gate.window)
        self._packing = packing
        self._printing = printing
        self._gate = gate

    def create(self) -> None:
        """Make a package."""
        self._gate.pass_as_staff(self._gate.tr("Create package"), self._show)

    def _show(self) -> None:
        from desktop.views.packages.create_dialog import CreateDialog

        gate = self._gate
        dialog = CreateDialog(self._packing(), self._printing(), gate.background, gate.edges, gate.tr, gate.window)
        dialog.said.connect(self.said)
        dialog.open()
