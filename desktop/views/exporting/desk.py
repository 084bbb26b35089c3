"""Opens the dialog that hands records to other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import FileWriteError

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop.i18n import Translate
    from desktop.services.exporting import Exporting
    from desktop.settings import SettingsKeeper
    from desktop.views.background import Background
    from desktop.views.edges import Edges
    from desktop.views.exporting.choosing import Remembered
    from desktop.views.tab import Tab


class ExportParts(NamedTuple):
    """What writes the files, and what day it is."""

    exporting: Exporting
    today: Callable[[], date]


class ExportDesk(QObject):
    """`parts` are made when they are first needed; `said` tells how it went."""

    said = Signal(str)

    def __init__(
        self,
        parts: Callable[[], ExportParts],
        background: Background,
        edges: Edges,
        settings: SettingsKeeper,
        tr: Translate,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._background = background
        self._edges = edges
        self._settings = settings
        self._tr = tr
        self._window = window

    def open(self, tab: Tab, shortlist: Sequence[str]) -> None:
        """Offer the list in front, the record in front, the shortlist and everything."""
        from desktop.exchange.formats import FORMATS
        from desktop.views.exporting.choosing import Choices, Remembered
        from desktop.views.exporting.dialog import ExportDialog
        from desktop.views.exporting.offers import offers_of

        parts, current = self._parts(), self._settings.current
        remembered = Remembered(current.export_format, current.exports_notes)
        name = f"Wegweiser {parts.today().isoformat()}"
        offers, choices = offers_of(tab, shortlist, self._tr), Choices(FORMATS, remembered, name, self._tr)
        dialog = ExportDialog(
            offers, choices, parts.exporting, self._background, self._edges, self._window, self.said.emit
        )
        dialog.chosen.connect(self._remember)
        dialog.open()

    def _remember(self, chosen: Remembered) -> None:
        current = self._settings.current
        with suppress(FileWriteError):  # the next export begins as this one did, which is no reason to bother anybody
            self._settings.keep(replace(current, export_format=chosen.format, exports_notes=chosen.with_notes))
