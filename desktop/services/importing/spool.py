"""Pieces of bytes in a file that nobody else sees and that is gone when it is closed."""

from array import array
from collections.abc import Iterator
from tempfile import TemporaryFile
from threading import Lock
from weakref import finalize


class Spool:
    """Keeps pieces in their order; what 100,000 rows say needs no memory, only where each begins.

    `close` lets go of everything; so does whoever forgets the spool.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="wegweiser-")  # noqa: SIM115 - it lives as long as the spool
        self.close = finalize(self, self._file.close)
        self._ends = array("Q")
        self._is_at_end = True
        self._turn = Lock()

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:
        with self._turn:
            begin, self._is_at_end = self._begin(at), False
            self._file.seek(begin)
            return self._file.read(self._ends[at] - begin)

    def __iter__(self) -> Iterator[bytes]:
        return (self[at] for at in range(len(self)))

    def append(self, piece: bytes) -> None:
        """Put a piece behind the others."""
        with self._turn:
            if not self._is_at_end:
                self._file.seek(0, 2)
                self._is_at_end = True
            self._file.write(piece)
            self._ends.append(self._begin(len(self._ends)) + len(piece))

    def _begin(self, at: int) -> int:
        return self._ends[at - 1] if at else 0
