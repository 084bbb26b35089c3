"""What menu, software centre, file manager and `man` are told about the program on Linux."""

import argparse
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from debian import metainfo
from icons import joined
from man_page import man_page
from PIL import Image

from desktop.cli.arguments import parser
from desktop.cli.terminal import Terminal
from desktop.domain.package import SUFFIX
from desktop.i18n import LANGUAGES, load
from tests.support.places import ROOT, TRANSLATIONS

LINUX = ROOT / "packaging" / "linux"


def words_of(command: argparse.ArgumentParser) -> set[str]:
    """Every option and command that may be typed."""
    found: set[str] = set()
    for action in command._actions:
        found |= set(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):
            for name, made in action.choices.items():
                found |= {name} | words_of(made)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_man_names_everything_that_may_be_typed(language: str) -> None:
    tr = load(TRANSLATIONS, language)
    page = man_page(language, "1.2.3", datetime(2026, 1, 2, tzinfo=UTC), tr).replace("\\-", "-")
    assert page.startswith('.TH WEGWEISER 1 "2026-01-02" "Wegweiser 1.2.3"')
    for word in words_of(parser(tr, Terminal(tr))):
        assert word in page, word


def test_the_page_for_man_knows_the_commands_of_today_and_the_double_click() -> None:
    page = man_page("de", "1", datetime(2026, 1, 2, tzinfo=UTC), load(TRANSLATIONS, "de")).replace("\\-", "-")
    for command in ("print", "import", "export", "notes", "check", "package create", "package apply"):
        assert f".SS wegweiser {command}\n" in page
    assert "Doppelklick" in page


@pytest.mark.skipif(shutil.which("man") is None, reason="needs man")
def test_man_reads_the_page_without_a_complaint(tmp_path: Path) -> None:
    page = tmp_path / "wegweiser.1"
    page.write_text(man_page("de", "1", datetime(2026, 1, 2, tzinfo=UTC), load(TRANSLATIONS, "de")), encoding="utf-8")
    done = subprocess.run(["man", "--warnings", "-l", str(page)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_menu_starts_the_program_under_the_name_that_its_window_has() -> None:
    entry = (LINUX / "wegweiser.desktop").read_text(encoding="utf-8")
    assert 'setDesktopFileName("wegweiser")' in (ROOT / "desktop/app/application.py").read_text(encoding="utf-8")
    assert "Exec=wegweiser %f\n" in entry
    assert "Name=Wegweiser" in entry


def test_the_kind_of_file_has_the_ending_that_packages_have() -> None:
    kind = ElementTree.parse(LINUX / "wegweiser-mime.xml").getroot()
    globs = [node.get("pattern") for node in kind.iter() if node.tag.endswith("glob")]
    assert globs == [f"*{SUFFIX}"]
    names = [node.get("type") for node in kind.iter() if node.tag.endswith("mime-type")]
    assert names == [node.text for node in ElementTree.fromstring(metainfo()).iter("mediatype")]
    assert f"MimeType={names[0]};" in (LINUX / "wegweiser.desktop").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstreamcli")
def test_software_centres_find_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "de.wegweiser_nrw.Wegweiser.metainfo.xml"
    file.write_text(metainfo(), encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_menu_finds_nothing_wrong() -> None:
    command = ["desktop-file-validate", str(LINUX / "wegweiser.desktop")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_an_icon_for_windows_holds_every_size(tmp_path: Path) -> None:
    pictures = {}
    for size in (16, 256):
        Image.new("RGBA", (size, size), "teal").save(tmp_path / "one.png")
        pictures[size] = (tmp_path / "one.png").read_bytes()
    (tmp_path / "all.ico").write_bytes(joined(pictures))
    with Image.open(tmp_path / "all.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (256, 256)}
