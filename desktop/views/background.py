"""The only thread beside the window: jobs run one after another, results come back to the window's thread."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import ExpectedError

Failed = Callable[[ExpectedError], object]
T = TypeVar("T")


class Job:
    """A piece of work under way; once cancelled it tells nobody about its end."""

    def __init__(self, work: Callable[[], Any], done: Callable[[Any], object], failed: Failed) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.is_cancelled = False
        self.result: Any = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Forget the job: skip it if it has not begun, drop its result otherwise."""
        self.is_cancelled = True


class Background(QObject):
    """One worker, first come first served."""

    _ended = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._open_jobs = 0
        self._is_closed = False
        self._ended.connect(self._deliver)
        self._thread: threading.Thread | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is queued, running or waiting to be delivered."""
        return self._open_jobs == 0

    def run(self, work: Callable[[], T], done: Callable[[T], object], failed: Failed) -> Job:
        """Queue work; `done` gets its result, `failed` an expected error, both on the thread of the window."""
        job = Job(work, done, failed)
        if not self._is_closed:
            self._open_jobs += 1
            self._queue.put(job)
            self._begin()
        return job

    def close(self) -> None:
        """Let the running job end, skip the others and tell nobody any more."""
        if self._is_closed:
            return
        self._is_closed = True
        self._ended.disconnect(self._deliver)
        self._open_jobs = 0
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        """Start the thread with the first job, behind the window's first paint."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            if not self._is_closed:
                self._carry_out(job)

    def _carry_out(self, job: Job) -> None:
        if not job.is_cancelled:
            try:
                job.result = job.work()
            except Exception as error:  # any failure is delivered, none may end the thread
                job.error = error
        self._ended.emit(job)

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        self._open_jobs -= 1
        try:
            self._tell(job)
        finally:
            if self.is_idle:
                self.idle.emit()

    def _tell(self, job: Job) -> None:
        if job.is_cancelled:
            return
        if job.error is None:
            job.done(job.result)
        elif isinstance(job.error, ExpectedError):
            job.failed(job.error)
        else:
            raise job.error
