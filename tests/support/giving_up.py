"""Somebody who waits for something and gives up before it is there."""

from collections.abc import Callable

from typing_extensions import override

from desktop.domain.progress import Progress


class Counting(Progress):
    """Counts how often it is told how far a job is; gives up at one of these moments, if any is said."""

    def __init__(self, moment: int = 0) -> None:
        super().__init__()
        self._moment = moment
        self.told = 0

    @override
    def tell(self, done: int, total: int) -> None:
        self.told += 1
        if self.told == self._moment:
            self.cancel()
        super().tell(done, total)


def giving_up(at: int) -> Callable[[int, int], None]:
    """Hears how far a sheet is, and gives up once so much of it is done."""
    progress = Progress()

    def tell(done: int, total: int) -> None:
        if done >= at:
            progress.cancel()
        progress.tell(done, total)

    return tell
