"""What only the window itself can do, beside its records: close, fill the screen, know its office."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from desktop.i18n import Translate
from desktop.views.edges import Edges
from desktop.views.preferences.desk import PreferencesDesk


class WindowDeeds:
    """Opens dialogs when they are asked for."""

    def __init__(
        self,
        preferences: PreferencesDesk,
        edges: Edges,
        tr: Translate,
        window: QMainWindow,
    ) -> None:
        self.preferences = preferences
        self._edges = edges
        self._tr = tr
        self._window = window

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def switch_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def edit_office(self) -> None:
        """Write what stands on the handouts of this office."""
        self.preferences.open("office")

    def edit_settings(self) -> None:
        """Change what can be set."""
        self.preferences.open()
