"""Small pieces of work on the window's own thread, with the window's events handled in between."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer


class Unhurried(QObject):
    """Does one piece after the other in its order; each is asked for when the one before it is done."""

    def __init__(self, pieces: Iterator[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin as soon as the window has time."""
        self._timer.start(0)

    def finish(self) -> None:
        """Do at once what is left."""
        for piece in self._pieces:
            piece()
        self._timer.stop()

    def _next(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self._timer.stop()
        else:
            piece()
