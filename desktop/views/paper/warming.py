"""Gets ready for the first sheet once somebody reads a record, for then they may want to print it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from desktop.views.background import Background
from desktop.views.tab import Tab

_AFTER_MS = 400
"""The record that was chosen comes first."""


class Warming(QObject):
    """Calls `warm_up` once, in a thread of its own, so that no record waits for it."""

    def __init__(self, warm_up: Callable[[], object], tabs: Iterable[Tab], parent: QObject) -> None:
        super().__init__(parent)
        self._warm_up = warm_up
        self._background = Background(self)
        self._is_begun = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._begin)
        for tab in tabs:
            tab.chosen_changed.connect(lambda tab=tab: self._wait(tab))

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._background.is_idle and not self._later.isActive()

    def close(self) -> None:
        """Begin nothing more, and let what is under way come to its end."""
        self._is_begun = True
        self._later.stop()
        self._background.close()

    def _wait(self, tab: Tab) -> None:
        if not self._is_begun and tab.chosen() is not None:
            self._is_begun = True
            self._later.start()

    def _begin(self) -> None:
        self._background.run(self._warm_up, lambda _: None, lambda _: None)
