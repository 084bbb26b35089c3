"""Small pieces of work on the window's own thread, with the window's events handled in between."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Unhurried(QObject):
    """Does one piece after the other in its order."""

    def __init__(self, pieces: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = deque(pieces)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin as soon as the window has time."""
        self._timer.start(0)

    def finish(self) -> None:
        """Do at once what is left."""
        while self._pieces:
            self._next()

    def _next(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        if not self._pieces:
            self._timer.stop()
