"""What one window at a time may do: whoever comes meanwhile waits, and a program that was killed holds nobody up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_BEHIND_ITS_END = 1 << 30
"""Windows lets nobody read what is held: what is held there is no part of the file."""


@contextmanager
def taking_turns(path: Path) -> Iterator[None]:
    """Do something while nobody else does it by the same file, of which nothing changes.

    The system keeps the turns and takes them from a program that ends. Where the drive knows none, or there is no such
    file, everybody goes on.
    """
    with ExitStack() as until_then:
        with suppress(OSError):
            _hold(until_then.enter_context(path.open("rb")))
        yield


def _hold(file: BinaryIO) -> None:
    """Wait for the file; closing it lets it go."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(_BEHIND_ITS_END)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
