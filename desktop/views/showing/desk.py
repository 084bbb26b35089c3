"""Opens what is shown across the desk, and fetches it in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import Translate
from desktop.views.background import Background, Job
from desktop.views.tab import Tab

if TYPE_CHECKING:
    from desktop.services.showing import Shown


class Shows(Protocol):
    """Makes what is shown."""

    def shown(self, record_id: str, language: str) -> Shown:
        """A record in a language."""


class ShowDesk(QObject):
    """Remembers the language for as long as the same client is there."""

    said = Signal(str)

    def __init__(self, showing: Shows, background: Background, tr: Translate, window: QWidget) -> None:
        super().__init__(window)
        self._showing = showing
        self._background = background
        self._tr = tr
        self._window = window
        self._language = tr.language
        self._job: Job | None = None

    def show(self, tab: Tab) -> None:
        """Show the record in front over the whole screen."""
        from desktop.views.showing.window import ShowWindow

        chosen = tab.chosen()
        if chosen is None:
            self.said.emit(self._tr("Choose a record first."))
            return
        window = ShowWindow(self._tr, self._language, self._window)

        def ask(language: str) -> None:
            self._forget()
            self._language = language
            self._job = self._background.run(
                lambda: self._showing.shown(chosen.id, language), window.show_record, window.show_trouble
            )

        window.language_chosen.connect(ask)
        window.finished.connect(self._forget)
        window.finished.connect(window.deleteLater)
        window.showFullScreen()
        ask(self._language)

    def start_anew(self) -> None:
        """The next client may speak another language."""
        self._language = self._tr.language

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
