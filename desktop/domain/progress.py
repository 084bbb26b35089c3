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


class Stage(Progress):
    """A part of a longer job, which goes from one percentage of the whole to another."""

    def __init__(self, whole: Progress, begin: int, end: int) -> None:
        super().__init__()
        self._whole = whole
        self._begin, self._end = begin, end

    @override
    def tell(self, done: int, total: int) -> None:
        """So many pieces of this part are done; the whole has as many more as it is longer, so that few stay few."""
        whole = 100 * total // (self._end - self._begin)
        self._whole.tell(self._begin * whole // 100 + done, whole)
