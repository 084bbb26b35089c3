"""Nothing leaves the computer: no socket is ever opened, in a whole day at the desk and by no command.

The C library may ask a service of the same computer for the name of the account (nscd); that is all.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

TRACER = shutil.which("strace")
DAY = ("-m", "tests.support.working_day")
NAMES = '"/var/run/nscd/socket"'
COMMANDS = (
    ("-m", "desktop", "--data-dir", "{folder}", "search", "bamf köln"),
    ("-m", "desktop", "--data-dir", "{folder}", "print", "contact", "bamf-koeln", "-o", "{folder}/a.pdf"),
    ("-m", "desktop", "--data-dir", "{folder}", "check"),
)


def traced(words: tuple[str, ...], log: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with these words while the system writes down whatever it does with the network."""
    assert TRACER
    watch = (TRACER, "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", str(log))
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [*watch, sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.skipif(TRACER is None, reason="strace is not installed")
def test_the_watch_notices_a_socket(tmp_path: Path) -> None:
    done = traced(("-c", "import socket; socket.socket().close()"), tmp_path / "log")
    assert done.returncode == 0, done.stderr
    assert "socket(AF_INET" in (tmp_path / "log").read_text()


@pytest.mark.skipif(TRACER is None, reason="strace is not installed")
def test_a_whole_day_at_the_desk_opens_no_socket(tmp_path: Path, database: Path) -> None:
    done = traced((*DAY, str(database.parent)), tmp_path / "log")
    assert done.returncode == 0, done.stderr
    for dialog in ("Preview", "ShowWindow", "EditDialog", "NoteDialog", "HistoryDialog", "ReviewDialog"):
        assert dialog in done.stdout
    assert _calls(tmp_path / "log") == []


@pytest.mark.skipif(TRACER is None, reason="strace is not installed")
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[4])
def test_no_command_opens_a_socket(words: tuple[str, ...], tmp_path: Path, database: Path) -> None:
    done = traced(tuple(word.format(folder=database.parent) for word in words), tmp_path / "log")
    assert done.returncode == 0, done.stderr
    assert _calls(tmp_path / "log") == []


def _calls(log: Path) -> list[str]:
    """What was done with the network; a socket for the name service counts where anything else is done with it."""
    lines = [line for line in log.read_text().splitlines() if "(" in line]
    return [line for line in lines if "socket(AF_UNIX" not in line and NAMES not in line]
