"""The system is asked where a folder lies, and its answer decides where the program works."""

import os
from pathlib import Path, PureWindowsPath

import pytest
from msgspec.structs import replace

from desktop.app.drives import lies_on_network, on_linux, on_windows
from desktop.app.headless import run_command
from desktop.app.paths import paths_for
from desktop.app.start import Start
from desktop.cli.arguments import parser
from desktop.cli.terminal import Terminal
from desktop.i18n import load
from desktop.settings import Settings
from tests.support.places import TRANSLATIONS

POSIX = pytest.mark.skipif(os.name != "posix", reason="links and mounts of Linux")


def mounts(point: Path) -> str:
    spelled = str(point).replace(" ", r"\040")
    return f"28 1 8:2 / / rw - ext4 /dev/sda2 rw\n402 28 0:61 / {spelled} rw - cifs //dateien/amt rw\n"


@POSIX
def test_a_link_into_a_network_drive_leads_there(tmp_path: Path) -> None:
    share = tmp_path / "Netz drive"
    (share / "Wegweiser").mkdir(parents=True)
    (tmp_path / "link").symlink_to(share / "Wegweiser")
    assert on_linux(tmp_path / "link", lambda: mounts(share))
    assert not on_linux(tmp_path, lambda: mounts(share))


@POSIX
def test_a_folder_that_is_not_there_yet_lies_where_it_will_be(tmp_path: Path) -> None:
    assert on_linux(tmp_path / "Netz" / "neu", lambda: mounts(tmp_path / "Netz"))


def test_this_computer_can_be_asked(tmp_path: Path) -> None:
    assert lies_on_network(tmp_path) in (True, False)


def test_a_letter_of_windows_is_a_network_drive_where_windows_says_so() -> None:
    types = {"Z:\\": 4, "C:\\": 3, "E:\\": 2}
    asked = {
        r"Z:\Amt\Wegweiser": True,
        r"C:\Daten": False,
        r"E:\Stick mit Umläuten": False,
        r"\\dateien\amt": True,
        r"\\?\UNC\dateien\amt": True,
        r"\\?\Z:\Amt": True,
    }
    for folder, is_remote in asked.items():
        assert on_windows(PureWindowsPath(folder), types.__getitem__) is is_remote, folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own folders lie."""
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


def test_on_a_network_drive_the_program_works_in_the_users_own_folder(home: Path, tmp_path: Path) -> None:
    share = tmp_path / "Büro Moers"
    paths = paths_for(share, lambda _: True)
    assert paths.share == share
    assert paths.shared_database == share / "wegweiser.sqlite"
    assert {place.parent for place in (paths.database, paths.settings, paths.logs)} == {paths.data}
    assert paths.data.is_relative_to(home)
    assert not share.exists()


def test_each_folder_on_a_network_drive_has_a_copy_of_its_own(home: Path, tmp_path: Path) -> None:
    folders = (tmp_path / "Moers", tmp_path / "Rheine", tmp_path / "Moers")
    first, second, again = (paths_for(folder, lambda _: True).data for folder in folders)
    assert first == again != second


def test_a_folder_of_this_computer_is_worked_in_itself(home: Path, tmp_path: Path) -> None:
    paths = paths_for(tmp_path / "Büro Moers", lambda _: False)
    assert (paths.data, paths.share) == (tmp_path / "Büro Moers", None)


def test_a_home_on_a_network_drive_has_no_better_place_for_a_copy(home: Path) -> None:
    paths = paths_for(None, lambda _: True)
    assert paths.data.is_relative_to(home)
    assert (paths.share, paths.is_afar) == (None, True)
    assert not paths_for(None, lambda _: False).is_afar


def test_a_network_drive_that_is_gone_is_known_by_its_copy(home: Path, tmp_path: Path) -> None:
    known = paths_for(tmp_path / "Netz", lambda _: True)
    known.data.mkdir(parents=True)
    known.database.write_bytes(b"the copy")
    assert paths_for(tmp_path / "Netz", lambda _: False) == known


def test_a_folder_that_came_back_to_this_computer_is_worked_in_itself(home: Path, tmp_path: Path) -> None:
    known = paths_for(tmp_path / "Netz", lambda _: True)
    known.data.mkdir(parents=True)
    known.database.write_bytes(b"the copy")
    (tmp_path / "Netz").mkdir()
    (tmp_path / "Netz" / "wegweiser.sqlite").write_bytes(b"the office's")
    assert paths_for(tmp_path / "Netz", lambda _: False).share is None


def test_a_copy_begins_with_the_settings_of_the_office_but_not_with_its_key(home: Path, tmp_path: Path) -> None:
    share = tmp_path / "Netz"
    share.mkdir()
    for name in ("settings.json", "logo.png", "signing-key.pem"):
        (share / name).write_text(name)
    paths = paths_for(share, lambda _: True)
    paths.take_along()
    assert sorted(path.name for path in paths.data.iterdir()) == ["logo.png", "settings.json"]
    paths.settings.write_text("changed here")
    paths.take_along()
    assert paths.settings.read_text() == "changed here"
    assert (share / "settings.json").read_text() == "settings.json"


def test_a_command_says_that_it_worked_on_a_copy_and_leaves_the_network_drive_as_it_is(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tr = load(TRANSLATIONS, "de")
    paths = replace(paths_for(tmp_path / "own", lambda _: False), share=database.parent)
    terminal, start = Terminal(tr), Start(paths, Settings(), tr)
    before = database.read_bytes()

    def runs(*words: str) -> str:
        asked = parser(tr, terminal).parse_args(words)
        assert terminal.carry_out(lambda: run_command(asked, start, terminal)) == 0
        return capsys.readouterr().err

    (tmp_path / "Liste.csv").write_text("Einrichtung;Telefon\nTestamt;02841 99887\n", encoding="utf-8")
    for words in (("check",), ("import", str(tmp_path / "Liste.csv"))):
        assert str(database.parent) in runs(*words)
    assert runs("list", "partners") == ""
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]
