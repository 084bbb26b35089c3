"""Where the data folder, or the home around it, cannot be looked into, each start says so in one plain sentence."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.places import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="permissions and homes of Linux")
_AS_NO_ADMINISTRATOR = """
import ctypes, os, sys
for right in (1, 2):  # to read, to write and to search what permissions deny: 24 takes it from the program that follows
    os.geteuid() or ctypes.CDLL(None).prctl(24, right)
os.execv(sys.executable, [sys.executable, "-m", "desktop", *sys.argv[1:]])
"""


class Clerk:
    """Starts the program with a home of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def starts(self, *words: str) -> tuple[int, str]:
        """The exit code, and everything that was said."""
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen"}
        surroundings.pop("XDG_DATA_HOME", None)
        command = [sys.executable, "-c", _AS_NO_ADMINISTRATOR, *words]
        done = subprocess.run(
            command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=120, check=False
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that only the administrator may look into."""
    folder = tmp_path / "verschlossen"
    (folder / "darin").mkdir(parents=True)
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    home = tmp_path / "home"
    home.mkdir()
    return Clerk(home)


def _assert_told(told: tuple[int, str], database: Path) -> None:
    code, words = told
    assert code == 1
    assert "Traceback" not in words
    assert f"Die Datenbank {database} lässt sich nicht öffnen. Es wurde nichts verändert." in words
    assert "wählen Sie mit --data-dir einen anderen Datenordner" in words


@pytest.mark.parametrize("command", [("list", "municipalities"), ("check",), ("package", "signers")])
@pytest.mark.parametrize("inside", ["", "darin"])
def test_a_data_folder_that_cannot_be_looked_into(
    clerk: Clerk, closed: Path, inside: str, command: tuple[str, ...]
) -> None:
    folder = closed / inside
    _assert_told(clerk.starts("--data-dir", str(folder), *command), folder / "wegweiser.sqlite")


@pytest.mark.parametrize("command", [("list", "municipalities"), ("check", "--window")])
def test_a_home_that_cannot_be_looked_into(closed: Path, command: tuple[str, ...]) -> None:
    told = Clerk(closed).starts(*command)
    _assert_told(told, closed / ".local" / "share" / "wegweiser" / "wegweiser.sqlite")
    assert command[-1] != "--window" or "Fenster: öffnet sich" in told[1]


@pytest.mark.parametrize("inside", ["", "neu"])
def test_where_nothing_may_be_written_no_first_start_is_promised(clerk: Clerk, tmp_path: Path, inside: str) -> None:
    folder = tmp_path / "geschützt"
    folder.mkdir()
    folder.chmod(0o555)
    code, words = clerk.starts("--data-dir", str(folder / inside), "--language", "de", "check")
    folder.chmod(0o700)
    assert (code, "entsteht beim ersten Start" in words) == (1, False)
    assert "Bitte geben Sie das Recht zu schreiben" in words


def test_a_chosen_folder_that_cannot_be_looked_into_is_not_called_gone(clerk: Clerk, closed: Path) -> None:
    own = clerk.home / ".local" / "share" / "wegweiser"
    own.mkdir(parents=True)
    (own / "data-folder.txt").write_bytes(os.fsencode(closed / "darin"))
    _assert_told(clerk.starts("list", "partners"), closed / "darin" / "wegweiser.sqlite")


def test_a_folder_whose_name_no_system_takes(clerk: Clerk, tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 300)
    _assert_told(clerk.starts("--data-dir", str(folder), "list", "partners"), folder / "wegweiser.sqlite")


def test_another_data_folder_is_used_though_the_home_is_closed(closed: Path, database: Path) -> None:
    code, words = Clerk(closed).starts("--data-dir", str(database.parent), "list", "partners")
    assert (code, words.splitlines()[-1]) == (0, "38 Partner")
