"""A display of its own, on which a finished program is tried (Linux): what Debian calls xvfb."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


def is_there() -> bool:
    """Whether this machine can make one."""
    return shutil.which("Xvfb") is not None


@contextmanager
def display() -> Iterator[str]:
    """The name of a display that nobody else has, as `DISPLAY` takes it; it goes with the block.

    Left to itself a display begins anew when its last client goes, and throws out whoever is just coming.
    """
    ours, its = os.pipe()
    screen = ["Xvfb", "-displayfd", str(its), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(screen, pass_fds=[its], stderr=subprocess.DEVNULL)
    os.close(its)
    try:
        with os.fdopen(ours) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=20)
