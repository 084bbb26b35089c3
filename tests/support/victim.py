"""A program that writes until it is killed, and whoever kills it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import IO

from tests.support.places import ROOT


class Victim:
    """A program that writes until it is killed."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asks: IO[bytes] = process.stdin
        self._output = process.stdout.fileno()
        self._lines: list[str] = []
        self._rest = b""

    def killed(self, job: str, database: Path, after_s: float) -> int:
        """Let it carry out a job and kill it after so long; how many times it confirmed that something is written."""
        self._asks.write(f"{job}\t{database}\n".encode())
        self._asks.flush()
        pid, confirmed, until = 0, 0, None
        while True:
            line = self._line(until)
            if line == "end":
                return confirmed
            if line is None:
                os.kill(pid, signal.SIGKILL)
                until = None
            elif line.startswith("pid "):
                pid, until = int(line[4:]), time.monotonic() + after_s
            else:
                confirmed = int(line)

    def _line(self, until: float | None) -> str | None:
        """The next line, or nothing when the time is up."""
        with DefaultSelector() as selector:
            selector.register(self._output, EVENT_READ)
            while b"\n" not in self._rest:
                left = None if until is None else max(0.0, until - time.monotonic())
                if not selector.select(left):
                    return None
                self._rest += os.read(self._output, 4096)
        line, self._rest = self._rest.split(b"\n", 1)
        return line.decode()


@contextmanager
def victim_at_work(temporary: Path) -> Iterator[Victim]:
    """One that puts whatever is temporary into this folder."""
    command = [sys.executable, "-m", "tests.support.interrupted"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Victim(process)
