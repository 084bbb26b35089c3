"""Whatever goes wrong while the program writes, the database stays sound and nothing that was confirmed is lost."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import IO

import pytest

from desktop.store.checkup import check_up
from desktop.store.opening import make_ready
from desktop.store.schema import REVISION, revision_of
from desktop.store.unit_of_work import Store
from tests.support.interrupted import AT_ONCE
from tests.support.older import age
from tests.support.places import ROOT, SHIPPED

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals")
RUNS = int(os.environ.get("WEGWEISER_FAULTS", "12"))
JOBS = ("save", "import", "migrate", "package")
LONGEST_S = {"save": 1.2, "import": 1.2, "migrate": 4.0, "package": 4.0}


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


@pytest.fixture(scope="module")
def victim() -> Iterator[Victim]:
    command = [sys.executable, "-m", "tests.support.interrupted"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Victim(process)


@pytest.fixture(scope="module")
def older(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("older") / "wegweiser.sqlite"
    shutil.copy(filled, path)
    age(path, "0004")
    return path


def _is_sound(database: Path) -> bool:
    store = Store(database)
    found = check_up(store, database)
    store.close()
    return not found.faults and found.is_index_sound


@pytest.mark.parametrize("run", range(RUNS))
def test_a_killed_program_leaves_a_sound_database_with_all_that_was_confirmed(
    victim: Victim, database: Path, older: Path, run: int
) -> None:
    job, dice = JOBS[run % len(JOBS)], random.Random(run)
    if job == "migrate":
        shutil.copy(older, database)
    confirmed = victim.killed(job, database, dice.uniform(0.01, LONGEST_S[job]))
    if job == "migrate":
        assert revision_of(database) in ("0004", REVISION)
        assert not confirmed or revision_of(database) == REVISION
    make_ready(database, SHIPPED)
    assert _is_sound(database)
    with closing(sqlite3.connect(database)) as connection:
        if job == "save":
            _assert_saved(connection, confirmed)
        elif job == "import":
            _assert_imported(connection, confirmed)
        elif job == "package":
            _assert_taken(connection, confirmed)
        else:
            assert connection.execute("SELECT count(*) FROM partner").fetchone() == (38,)


def _assert_saved(connection: sqlite3.Connection, confirmed: int) -> None:
    """What was confirmed is there, and record, history and index agree about the one that may have been under way."""
    (deeds,) = connection.execute("SELECT count(*) FROM change WHERE item_key = 'moers'").fetchone()
    assert deeds in (confirmed, confirmed + 1)
    if deeds:
        assert connection.execute("SELECT summary FROM entry WHERE id = 'moers'").fetchone() == (f"Stand {deeds}.",)


def _assert_imported(connection: sqlite3.Connection, confirmed: int) -> None:
    """Each import is there as a whole or not at all, with its history."""
    (there,) = connection.execute("SELECT count(*) FROM entry WHERE id LIKE 'import-%'").fetchone()
    assert there in (confirmed * AT_ONCE, (confirmed + 1) * AT_ONCE)
    assert connection.execute("SELECT count(*) FROM change WHERE item_key LIKE 'import-%'").fetchone() == (there,)
    assert connection.execute("SELECT count(*) FROM change_set").fetchone() == (there // AT_ONCE,)


def _assert_taken(connection: sqlite3.Connection, confirmed: int) -> None:
    """A package is there with all its records, its number and what later ones are told from, or nothing of it is."""
    (taken,) = connection.execute("SELECT coalesce(max(package), 0) FROM taken_package").fetchone()
    assert taken in (confirmed, confirmed + 1)
    own = "FROM location WHERE id LIKE 'import-%'"
    assert connection.execute(f"SELECT count(*), count(DISTINCT cost) {own}").fetchone() == (
        (AT_ONCE, 1) if taken else (0, 0)
    )
    bases = "SELECT count(*) FROM shipped WHERE entry_id LIKE 'import-%' AND body LIKE ?"
    assert connection.execute(bases, (f"%Stand {taken}.%",)).fetchone() == (AT_ONCE if taken else 0,)
    if taken:
        assert connection.execute(f"SELECT DISTINCT cost {own}").fetchone() == (f"Stand {taken}.",)
