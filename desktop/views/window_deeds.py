"""What only the window itself can do, beside its records: close, fill the screen, tell its keys, know its office."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from desktop.i18n import Translate
from desktop.views.edges import Edges
from desktop.views.menus import Menu
from desktop.views.preferences.desk import PreferencesDesk


class WindowDeeds:
    """`menus` are those whose keys are told."""

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
        self.menus: tuple[Menu, ...] = ()

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def switch_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """List all keys."""
        from desktop.views.help import show_keys

        show_keys(self.menus, self._tr, self._window)

    def show_about(self) -> None:
        """Tell what the program is."""
        from desktop.views.help import show_about

        show_about(self._edges.notices, self._tr, self._window)

    def edit_office(self) -> None:
        """Write what stands on the handouts of this office."""
        self.preferences.open("office")

    def edit_settings(self) -> None:
        """Change what can be set."""
        self.preferences.open()
