"""Pieces of bytes in a file that nobody else sees and that is gone when it is closed."""

from array import array
from collections.abc import Iterator
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Lock
from typing import IO
from weakref import finalize

from desktop.domain.errors import N_
from desktop.whole_file import in_temporary_files, no_temporary_files

_NO_ROOM = N_(
    "What is read waits in the folder for temporary files, and that cannot be written. Nothing was changed. Free some"
    " space on its drive and try again: {folder}"
)


class Spool:
    """Keeps pieces in their order; what 100,000 rows say needs no memory, only where each begins.

    `close` lets go of everything; so does whoever forgets the spool. Where there is no room for it, everything raises
    `FileWriteError`.
    """

    def __init__(self) -> None:
        with in_temporary_files(_NO_ROOM):
            self._file = TemporaryFile(prefix="wegweiser-")  # noqa: SIM115 - it lives as long as the spool
        self.close = finalize(self, _close, self._file)
        self._ends = array("Q")
        self._size = 0
        self._is_at_end = True
        self._turn = Lock()

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:
        with self._turn, in_temporary_files(_NO_ROOM):
            begin, self._is_at_end = self._begin(at), False
            self._file.seek(begin)
            return self._file.read(self._ends[at] - begin)

    def __iter__(self) -> Iterator[bytes]:
        return (self[at] for at in range(len(self)))

    def append(self, piece: bytes) -> None:
        """Put a piece behind the others."""
        try:
            with self._turn:
                if not self._is_at_end:
                    self._file.seek(0, 2)
                    self._is_at_end = True
                self._file.write(piece)
                self._size += len(piece)
                self._ends.append(self._size)
        except OSError as error:
            raise no_temporary_files(_NO_ROOM) from error

    def _begin(self, at: int) -> int:
        return self._ends[at - 1] if at else 0


def _close(file: IO[bytes]) -> None:
    """What waits to be written to a full drive is not wanted any more."""
    with suppress(OSError):
        file.close()
