"""A piece of work that takes its time: how far it is, and a way to give it up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar

from desktop.domain.errors import ExpectedError
from desktop.domain.progress import CancelledError, Progress
from desktop.i18n import Translate
from desktop.views.background import Background, Failed, Job

T = TypeVar("T")
_LOOK_MS = 100


class UnderWay(QProgressBar):
    """A bar that follows one piece of work after the other; while nothing is under way it is not seen."""

    def __init__(self, background: Background, tr: Translate) -> None:
        super().__init__()
        self._background = background
        self._progress: Progress | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.setAccessibleName(tr("How far it is"))
        self.setFormat(tr("%p%"))
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._progress is not None

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Failed,
        given_up: Callable[[], object] = lambda: None,
    ) -> None:
        """Do something in the background that tells how far it is; one of the three hears of its end."""
        progress = Progress()

        def carried_out() -> T | None:
            try:
                return work(progress)
            except CancelledError:
                return None

        def tell(result: T | None) -> None:
            self._end()
            given_up() if result is None else done(result)

        def refuse(error: ExpectedError) -> None:
            self._end()
            failed(error)

        self._progress = progress
        self.setRange(0, 0)
        self.show()
        self._timer.start()
        self._job = self._background.run(carried_out, tell, refuse)

    def give_up(self) -> None:
        """Let it end soon; it may have come to its end already."""
        if self._progress is not None:
            self._progress.cancel()

    def forget(self) -> None:
        """Let it end soon, and hear nothing more of it."""
        self.give_up()
        if self._job is not None:
            self._job.cancel()
        self._end()

    def _look(self) -> None:
        if self._progress is not None and self._progress.total:
            self.setRange(0, self._progress.total)
            self.setValue(self._progress.done)

    def _end(self) -> None:
        self._progress = self._job = None
        self._timer.stop()
        self.hide()
