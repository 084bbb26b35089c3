"""What the tab knows of each view of the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.printing.order import Order


class View(QWidget):
    """A view that is made when it is first wanted; its signals ask for what reaches beyond it.

    `furnished` tells that it has other controls than before.
    """

    record_chosen = Signal(str)
    record_opened = Signal()
    record_requested = Signal(object)
    left = Signal()
    typed = Signal(str)
    typed_back = Signal()
    furnished = Signal()

    def refresh(self) -> None:
        """Read everything anew; called whenever the view comes to the front."""
        raise NotImplementedError

    def enter(self) -> None:
        """Put the keyboard into the view."""
        self.target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def target(self) -> QWidget:
        """What takes the keyboard; a focus proxy would make Tab pass by what stands above it."""
        return self

    def order(self) -> Order | None:
        """The sheet that shows the same; nothing where the record in front is printed."""
        return None

    def reference(self) -> Reference | None:
        """The record that the keyboard is on."""
        return None

    def choose(self, record_id: str | None) -> None:
        """Show which record is chosen elsewhere."""

    def forget(self) -> None:
        """The next client begins."""
