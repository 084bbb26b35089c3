"""What only the window itself can do, beside its records: close, fill the screen, know its office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges

if TYPE_CHECKING:
    from desktop.views.office_editing import KeepsLogos


class WindowDeeds:
    """Opens dialogs when they are asked for."""

    def __init__(
        self,
        settings: SettingsKeeper,
        logos: KeepsLogos,
        background: Background,
        edges: Edges,
        tr: Translate,
        window: QMainWindow,
    ) -> None:
        self._settings = settings
        self._logos = logos
        self._background = background
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
        from desktop.views.office_editing import OfficeEditing

        OfficeEditing(self._settings, self._logos, self._background, self._edges, self._tr).open(self._window)
