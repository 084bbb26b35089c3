"""What can be tested of the Windows form where there is no Windows."""

import re
import shutil
from pathlib import Path, PureWindowsPath

import pytest
from windows import installer, version_info

from desktop.domain.package import SUFFIX
from desktop.store.read_only import address_of
from tests.support.places import ROOT

SCRIPT = (ROOT / "packaging" / "windows" / "wegweiser.nsi").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
SPEC = (ROOT / "packaging" / "wegweiser.spec").read_text(encoding="utf-8")


def test_the_installer_asks_for_no_administrator_and_writes_into_no_machine_wide_place() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT
    assert "$PROGRAMFILES" not in SCRIPT


def test_the_installer_knows_the_programs_that_are_built_and_the_kind_of_file() -> None:
    built = {f"{name}.exe" for name in re.findall(r'name="(wegweiser[\w-]*)"', SPEC)}
    assert built == {"wegweiser.exe", "wegweiser-cli.exe"}
    removed = set(re.findall(r'Delete "\$INSTDIR\\(wegweiser[\w-]*\.exe)"', SCRIPT))
    assert removed == built
    assert f"Software\\Classes\\{SUFFIX}" in SCRIPT


def test_a_double_click_gives_the_file_to_the_window_whatever_its_name() -> None:
    assert r"""\shell\open\command" "" '"$INSTDIR\wegweiser.exe" "%1"'""" in SCRIPT


def test_removing_never_names_the_folder_of_the_data() -> None:
    removing = SCRIPT.partition('Section "Uninstall"')[2]
    assert 'RMDir /r "$INSTDIR"' not in removing
    assert "$LOCALAPPDATA" not in removing
    assert not re.search(r"(RMDir|Delete)[^\n]*wegweiser-data", removing)


def test_the_workflow_runs_programs_that_are_there() -> None:
    named = re.findall(r"packaging/\w+\.py", WORKFLOW)
    assert {"packaging/build.py", "packaging/smoke.py"} == set(named)
    for name in named:
        assert (ROOT / name).is_file()


def test_the_properties_of_the_program_show_its_version() -> None:
    told = version_info("0.1.0")
    compile(told, "version", "eval")
    assert "filevers=(0, 1, 0, 0)" in told


@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs NSIS")
def test_nsis_makes_an_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("building.DIST", tmp_path / "dist")
    monkeypatch.setattr("building.BUILD", tmp_path / "build")
    (tmp_path / "frozen" / "_internal").mkdir(parents=True)
    (tmp_path / "frozen" / "wegweiser.exe").write_bytes(b"MZ")
    (tmp_path / "frozen" / "_internal" / "catalogue.toml").write_text("version = 1")
    made = installer(tmp_path / "frozen", "1.2.3")
    assert made.name == "wegweiser-1.2.3-setup.exe"
    assert made.read_bytes().startswith(b"MZ")


def test_a_path_of_any_length_and_one_on_a_share_keep_their_form() -> None:
    share = PureWindowsPath(r"\\server\Ämter\wegweiser.sqlite")
    assert share.as_posix() == "//server/Ämter/wegweiser.sqlite"
    long = Path("/") / "/".join(["Büro mit langem Namen"] * 20) / "wegweiser.sqlite"
    assert address_of(long).startswith("file:/B%C3%BCro%20mit")
    assert address_of(long).endswith("sqlite?mode=ro")
