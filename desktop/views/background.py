"""The only thread beside the window: jobs run one after another, results come back to the window's thread."""

import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import N_, ExpectedError

Failed = Callable[[ExpectedError], object]
T = TypeVar("T")
_TURN_S = 0.0005
"""So long the worker may compute while the window waits. To draw a list the window takes its turn dozens of times, and
Python's usual 5 ms each would make a tenth of a second of it."""


class Job:
    """A piece of work under way; once cancelled it tells nobody about its end."""

    def __init__(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Failed, *, must_end: bool = False
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.must_end = must_end
        self.is_cancelled = False
        self.result: Any = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Forget the job: skip it if it has not begun and may be skipped, drop its result otherwise."""
        self.is_cancelled = True


class Background(QObject):
    """One worker, first come first served."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._untold: list[Job] = []
        self._last: Job | None = None
        self._is_closed = False
        self._ended.connect(self._deliver)
        self._thread: threading.Thread | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is queued, running or waiting to be delivered."""
        return not self._untold

    def run(self, work: Callable[[], T], done: Callable[[T], object], failed: Failed, *, must_end: bool = False) -> Job:
        """Queue work; `done` gets its result, `failed` an error, both on the thread of the window.

        Work that `must_end` is what a person relies on (a print, a file): it is carried out even if the window closes.
        """
        job = Job(work, done, failed, must_end=must_end)
        if not self._is_closed:
            self._untold.append(job)
            self._queue.put(job)
            self._begin()
        return job

    def close(self) -> None:
        """Let the running job and those that must end come to their end, skip the others; tell only what went wrong."""
        if self._is_closed:
            return
        self._is_closed = True
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join()
        left, self._untold = self._untold, []
        for job in left:
            if job.must_end and job.error is not None:
                self._tell(job)

    def leave(self, wait_s: float = 0.5) -> None:
        """Close, but wait no longer for the running job: it may ask a network that never answers."""
        if self._is_closed:
            return
        self._is_closed = True
        self._untold.clear()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(wait_s)

    def _begin(self) -> None:
        """Start the thread with the first job, behind the window's first paint."""
        if self._thread is None:
            sys.setswitchinterval(_TURN_S)
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            if job.must_end or not self._is_closed:
                self._carry_out(job)

    def _carry_out(self, job: Job) -> None:
        if job.must_end or not job.is_cancelled:
            try:
                job.result = job.work()
            except Exception as error:  # any failure is delivered, none may end the thread
                job.error = error
        self._ended.emit(job)

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        """Tell of a job; what was posted before the closing may arrive after it, when nobody listens any more."""
        if job in self._untold:
            self._untold.remove(job)
            self._tell(job)
        self._last = job  # the worker may hold it too, and a signal that leads to it must end on this thread (PySide)

    def _tell(self, job: Job) -> None:
        """An error that nobody foresaw goes to whoever asked, so that nobody waits, and then to the last net."""
        if job.is_cancelled:
            return
        if job.error is None:
            job.done(job.result)
        elif isinstance(job.error, ExpectedError):
            job.failed(job.error)
        else:
            try:
                job.failed(ExpectedError(N_("Something went wrong that Wegweiser did not expect.")))
            finally:
                raise job.error
