"""Where the program looks for its data and for what it carries."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.app.headless import run_command
from desktop.app.paths import Paths, paths_for
from desktop.app.start import Start
from desktop.cli.arguments import parser
from desktop.cli.terminal import Terminal
from desktop.domain.data_folder import Origin
from desktop.i18n import load
from desktop.settings import Settings
from tests.support.places import ROOT, SHIPPED, TRANSLATIONS

_SAY = "import sys; from desktop.app.paths import paths_for; print(*paths_for().{place}.parts, sep=chr(10))"


def said_by(program: Path, home: Path, package: Path = ROOT, place: str = "data") -> Path:
    """The place that a program of its own says it uses."""
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(_SAY.format(place=place), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(program)],
        env={"PYTHONPATH": str(package), "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return Path(*done.stdout.splitlines())


def test_the_folder_that_was_asked_for_holds_everything_that_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = paths_for(Path("Büro Moers"))
    assert paths.data == tmp_path / "Büro Moers"
    assert {place.parent for place in (paths.database, paths.settings, paths.logs)} == {paths.data}
    assert not paths.data.exists()


def test_a_folder_beside_the_program_on_a_stick_is_used(tmp_path: Path) -> None:
    beside = tmp_path / "Stick" / "wegweiser-data"
    beside.mkdir(parents=True)
    assert said_by(tmp_path / "Stick" / "wegweiser.py", tmp_path / "home") == beside


def test_a_file_of_that_name_beside_the_program_is_no_folder_of_data(tmp_path: Path) -> None:
    (tmp_path / "Stick").mkdir()
    (tmp_path / "Stick" / "wegweiser-data").write_text("a note")
    assert said_by(tmp_path / "Stick" / "wegweiser.py", tmp_path / "home").is_relative_to(tmp_path / "home")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has a folder of its own")
def test_otherwise_everyone_has_a_folder_of_their_own(tmp_path: Path) -> None:
    said = said_by(tmp_path / "program" / "wegweiser.py", tmp_path / "home")
    assert said == tmp_path / "home" / "data" / "wegweiser"


def own(tmp_path: Path) -> Paths:
    """The places of a person who has a folder of their own."""
    return replace(paths_for(tmp_path / "own"), origin=Origin.USUAL, usual=tmp_path / "own")


LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has a folder of its own")


@LINUX
def test_the_next_start_uses_the_folder_that_the_data_were_moved_to(tmp_path: Path) -> None:
    usual, program = tmp_path / "home" / "data" / "wegweiser", tmp_path / "program" / "wegweiser.py"
    places = replace(own(tmp_path), usual=usual)
    places.point_to(tmp_path / "Netz Ämter")
    assert said_by(program, tmp_path / "home") == tmp_path / "Netz Ämter"
    places.point_to(usual)
    assert said_by(program, tmp_path / "home") == usual


@LINUX
def test_a_folder_beside_the_program_goes_before_one_that_was_chosen(tmp_path: Path) -> None:
    beside = tmp_path / "Stick" / "wegweiser-data"
    beside.mkdir(parents=True)
    replace(own(tmp_path), usual=tmp_path / "home" / "data" / "wegweiser").point_to(tmp_path / "Netz")
    assert said_by(tmp_path / "Stick" / "wegweiser.py", tmp_path / "home") == beside


@LINUX
@pytest.mark.parametrize("content", [b"", b"   ", b"relative/folder", b"/folder\0hidden"])
def test_a_pointer_that_names_no_folder_is_passed_over(tmp_path: Path, content: bytes) -> None:
    usual = tmp_path / "home" / "data" / "wegweiser"
    usual.mkdir(parents=True)
    (usual / "data-folder.txt").write_bytes(content)
    assert said_by(tmp_path / "program" / "wegweiser.py", tmp_path / "home") == usual


def test_no_command_fills_a_folder_whose_drive_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tr = load(TRANSLATIONS, "de")
    places = replace(paths_for(tmp_path / "Laufwerk"), origin=Origin.MOVED, usual=tmp_path)
    terminal = Terminal(tr)
    asked = parser(tr, terminal).parse_args(["list", "partners"])
    code = terminal.carry_out(lambda: run_command(asked, Start(places, Settings(), tr), terminal))
    assert code == 1
    assert str(tmp_path / "Laufwerk") in capsys.readouterr().err
    assert not (tmp_path / "Laufwerk").exists()


def test_a_checkout_carries_its_data_beside_the_package() -> None:
    paths = paths_for(Path("anywhere"))
    assert paths.shipped == SHIPPED
    assert (paths.icons / "wegweiser.svg").is_file()
    assert (paths.translations / "de").is_dir()


def test_a_wheel_carries_its_data_within_the_package(tmp_path: Path) -> None:
    installed = tmp_path / "site-packages"
    shutil.copytree(ROOT / "desktop", installed / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    for place in ("shipped", "resources"):
        said = said_by(tmp_path / "bin" / "wegweiser.py", tmp_path / "home", installed, place)
        assert said.parent == installed / "desktop" / "carried"
