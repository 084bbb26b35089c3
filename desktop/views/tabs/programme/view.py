"""What the tab knows of each view of the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.domain.dossier import Reference
    from desktop.printing.order import Order


class View(QWidget):
    """A view that is made when it is first wanted; its signals ask for what reaches beyond it."""

    record_chosen = Signal(str)
    record_opened = Signal()
    record_requested = Signal(object)
    left = Signal()
    typed = Signal(str)
    typed_back = Signal()

    def refresh(self) -> None:
        """Read everything anew; called whenever the view comes to the front."""
        raise NotImplementedError

    def enter(self) -> None:
        """Put the keyboard into the view."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
