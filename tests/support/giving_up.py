"""Somebody who waits for a sheet and gives up before it is there."""

from collections.abc import Callable

from desktop.domain.progress import Progress


def giving_up(at: int) -> Callable[[int, int], None]:
    """Hears how far a sheet is, and gives up once so much of it is done."""
    progress = Progress()

    def tell(done: int, total: int) -> None:
        if done >= at:
            progress.cancel()
        progress.tell(done, total)

    return tell
