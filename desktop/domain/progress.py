"""How far a long job is; whoever waits for it may look, and may cancel."""

from typing_extensions import override


class CancelledError(Exception):
    """A job was given up because nobody waits for it any more."""


class Progress:
    """Written by the job, read by whoever waits; either may be on any thread."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.is_cancelled = False

    def tell(self, done: int, total: int) -> None:
        """So many of so many pieces are done; raises `CancelledError` where nobody waits any more."""
        self.done, self.total = done, total
        if self.is_cancelled:
            raise CancelledError

    def cancel(self) -> None:
        """Let the job end at its next piece."""
        self.is_cancelled = True


class SecondHalf(Progress):
    """What is still to be done when the first half of a job, of so many pieces, is over."""

    def __init__(self, whole: Progress, half: int) -> None:
        super().__init__()
        self._whole = whole
        self._half = half

    @override
    def tell(self, done: int, total: int) -> None:
        self._whole.tell(self._half + self._half * done // max(total, 1), 2 * self._half)
