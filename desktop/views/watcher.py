"""Notices what other windows and programs do to the database."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import ExpectedError
from desktop.views.background import Background, Job

_EVERY_MS = 2_000


class Versioned(Protocol):
    """A database that counts its changes."""

    def state(self) -> tuple[int, int]:
        """Another one than before if anybody changed anything since."""


class Watcher(QObject):
    """Looks every two seconds, and at once when told to; `changed` tells that something is different."""

    changed = Signal()

    def __init__(self, database: Versioned, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._background = background
        self._state: tuple[int, int] | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._look_if_idle)

    def start(self) -> None:
        """Remember how it is now, and begin to look."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Look now; what is being looked at already is not awaited."""
        self._job = self._background.run(self._database.state, self._hear, self._pass_over)

    def follow(self) -> None:
        """Something was changed here: tell of it now, and not once more at the next look."""
        self._job = self._background.run(self._database.state, self._take, lambda _: self.changed.emit())

    def _take(self, state: tuple[int, int]) -> None:
        self._state = state
        self.changed.emit()

    def _look_if_idle(self) -> None:
        """Who waits for something else shall not wait for this."""
        if self._background.is_idle:
            self.look()

    def _hear(self, state: tuple[int, int]) -> None:
        before, self._state = self._state, state
        if before is not None and before != state:
            self.changed.emit()

    def _pass_over(self, error: ExpectedError) -> None:
        """Whoever asks for records next is told what is wrong."""
