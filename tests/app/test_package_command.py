"""Packages on the command line: made, looked at, refused."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.domain.office import Office
from desktop.exchange.package import read_package
from desktop.settings import Settings, save


@pytest.fixture
def folder(database: Path) -> Path:
    """The data folder of an office with a name."""
    save(Settings(office=Office(name="Stadt Moers"), language="en"), database.parent / "settings.json")
    return database.parent


def _run(folder: Path, *words: object) -> int:
    return main(["--data-dir", str(folder), "--language", "en", "package", *map(str, words)])


def test_a_package_is_made_and_told_in_words(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Moers.wegweiser"
    assert _run(folder, "create", "-o", path) == 0
    told = capsys.readouterr().out
    assert f"{path}: Package 1 of Stadt Moers" in told
    assert "What is new: First package, with 91 records." in told
    assert len(read_package(path).catalogue.records) == 91


def test_a_package_is_told_to_programs(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Moers.wegweiser"
    assert _run(folder, "create", "-o", path, "--change-note", "Neue Nummern", "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["number"], made["office"], made["change_note"]) == (1, "Stadt Moers", "Neue Nummern")
    assert made["size"] == path.stat().st_size
    assert _run(folder, "inspect", path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {**made, "is_sound": True}


def test_a_look_at_a_package_says_who_signed_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Moers.wegweiser"
    _run(folder, "create", "-o", path, "--change-note", "")
    capsys.readouterr()
    assert _run(folder, "inspect", path) == 0
    told = capsys.readouterr().out
    assert "91 records" in told
    assert "Signature and content: sound" in told
    assert "What is new" not in told
    assert "Fingerprint: " in told


def test_a_broken_package_ends_with_one_and_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Moers.wegweiser"
    path.write_bytes(b"nothing")
    assert _run(folder, "inspect", path) == 1
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert "is no package of Wegweiser" in said.err
    assert _run(folder, "inspect", path, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["is_sound"], "is no package" in told["reason"]) == (False, True)


def test_an_office_without_a_name_ends_with_one(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(database.parent, "create", "-o", tmp_path / "a.wegweiser") == 1
    assert "has no name yet" in capsys.readouterr().err
    assert not (tmp_path / "a.wegweiser").exists()


def test_without_notes_a_package_of_notes_ends_with_one(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder, "create", "--notes", "-o", tmp_path / "a.wegweiser") == 1
    assert "no notes" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("create",), ("inspect",), ("explode",), ("create", "-o", "")])
def test_words_that_do_not_go_together_end_with_two(
    folder: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        _run(folder, *words)
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_other_commands_do_without_cryptography(folder: Path) -> None:
    script = (
        "import sys; from desktop.__main__ import main;"
        f"main(['--data-dir', {str(folder)!r}, 'list', 'partners']);"
        "sys.exit('cryptography' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], env=os.environ, stdout=subprocess.DEVNULL).returncode == 0
