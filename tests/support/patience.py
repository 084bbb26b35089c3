"""Waiting for the window where pytest-qt is not at hand: pictures are made without it, and scenes outlive a test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance

_STEP_MS = 5


class Patience:
    """Runs the event loop until something is so; `QTest.qWait` would keep the worker from running meanwhile."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802
        """Wait until the callback says so; it is asked at once, for most of what is waited for is there."""
        for _ in range(timeout // _STEP_MS):
            if callback():
                return
            let_work(_STEP_MS)
        raise TimeoutError("the window does not come to rest")

    @contextmanager
    def waitSignal(self, signal: SignalInstance, *, timeout: int) -> Iterator[None]:  # noqa: N802
        """Do something and wait for a signal."""
        told: list[bool] = []

        def hear() -> None:
            told.append(True)

        signal.connect(hear)
        yield
        self.waitUntil(lambda: bool(told), timeout=timeout)
        signal.disconnect(hear)


def let_work(span_ms: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(span_ms, loop.quit)
    loop.exec()
