"""What goes along with the program: a bill of materials, licences, a folder for a stick."""

import os
import tarfile
from pathlib import Path

import pytest
from bill import bill_of, gather_licences
from portable import DATA, FOLDER, archive, stays_on_the_stick

from desktop.services.about import SHIPPED
from tests.support.places import ROOT


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A folder as PyInstaller makes one, with one library in it."""
    folder = tmp_path / "wegweiser"
    inside = folder / "_internal" / "something-1.2.dist-info"
    (inside / "licenses").mkdir(parents=True)
    (inside / "METADATA").write_text("Name: something\nVersion: 1.2\nLicense-Expression: MIT\n")
    (inside / "licenses" / "LICENSE").write_text("Permission is granted")
    (folder / "wegweiser").write_text("#!/bin/sh\n")
    (folder / "wegweiser").chmod(0o755)
    return folder


def test_the_bill_names_each_piece_with_version_and_licence_and_is_the_same_each_time(frozen: Path) -> None:
    bill = bill_of(frozen)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    (something,) = [part for part in bill["components"] if part["name"] == "something"]
    assert (something["version"], something["purl"]) == ("1.2", "pkg:pypi/something@1.2")
    assert something["licenses"] == [{"expression": "MIT"}]
    assert "CPython" in {part["name"] for part in bill["components"]}
    assert bill == bill_of(frozen)


def test_the_text_of_each_licence_goes_along(frozen: Path) -> None:
    assert "something" not in gather_licences(frozen)
    assert (frozen / "licences" / "something.txt").read_text() == "Permission is granted"


def add_piece(frozen: Path, name: str, *told: str) -> None:
    """One more piece that brings no text of its licence."""
    inside = frozen / "_internal" / f"{name}-1.0.dist-info"
    inside.mkdir()
    (inside / "METADATA").write_text("\n".join((f"Name: {name}", "Version: 1.0", *told)))


def test_a_piece_that_names_its_licence_without_the_text_gets_it(frozen: Path) -> None:
    add_piece(frozen, "short", "License-Expression: MIT", "Author-email: Anna <anna@example.org>")
    add_piece(frozen, "qt", "License-Expression: LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only")
    assert not {"short", "qt"} & set(gather_licences(frozen))
    short = (frozen / "licences" / "short.txt").read_text(encoding="utf-8")
    assert "Copyright: Anna <anna@example.org>" in short
    assert "Permission is hereby granted, free of charge" in short
    qt = (frozen / "licences" / "qt.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "TERMS AND CONDITIONS" in qt


def test_a_piece_that_tells_nothing_of_its_licence_is_found_out(frozen: Path) -> None:
    add_piece(frozen, "silent")
    add_piece(frozen, "rare", "License-Expression: Zed")
    assert {"silent", "rare"} <= set(gather_licences(frozen))


def test_the_program_says_under_what_it_stands_itself(frozen: Path) -> None:
    add_piece(frozen, "wegweiser-nrw")
    assert "wegweiser-nrw" not in gather_licences(frozen)
    assert "not chosen a licence" in (frozen / "licences" / "wegweiser-nrw.txt").read_text(encoding="utf-8")


def test_what_starts_the_frozen_program_is_named_with_its_own_licence(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("building.BUILD", tmp_path)
    places = tmp_path / "venv" / "lib" / "python3.11" / "site-packages" / "pyinstaller-6.22.3.dist-info"
    (places / "licenses").mkdir(parents=True)
    (places / "METADATA").write_text("Name: pyinstaller\nVersion: 6.22.3\n")
    (places / "licenses" / "COPYING.txt").write_text("Bootloader Exception")
    (loader,) = [part for part in bill_of(frozen)["components"] if part["name"] == "PyInstaller bootloader"]
    assert loader["licenses"] == [{"expression": "GPL-2.0-or-later WITH Bootloader-exception"}]
    gather_licences(frozen)
    assert (frozen / "licences" / "PyInstaller bootloader.txt").read_text() == "Bootloader Exception"


def test_a_stick_gets_the_program_and_a_folder_for_the_data_beside_it(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("building.DIST", tmp_path)
    packed = archive(frozen)
    first = packed.read_bytes()
    with tarfile.open(packed) as content:
        content.extractall(tmp_path / "Stick für Außentermine", filter="data")
    program = tmp_path / "Stick für Außentermine" / FOLDER
    assert (program / "wegweiser").stat().st_mode & 0o100
    assert [file.name for file in (program / DATA).iterdir()] == ["LIESMICH.txt"]
    with tarfile.open(packed) as content:
        assert {(entry.uid, entry.uname) for entry in content} == {(0, "")}
    assert archive(frozen).read_bytes() == first


def test_everything_that_is_named_under_about_has_an_exact_version() -> None:
    told = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").casefold()
    for name in SHIPPED:
        assert f"\n{name.casefold()}==" in told or name == "wegweiser-nrw", name


PROGRAM = """#!/bin/sh
cd "$(dirname "$0")"
mkdir -p wegweiser-data
echo data > wegweiser-data/wegweiser.sqlite
{elsewhere}
"""


@pytest.mark.skipif(os.name == "nt", reason="a script stands for the program")
@pytest.mark.parametrize("elsewhere", ["", 'echo secret > "$HOME/.history"'])
def test_a_program_that_writes_beside_the_stick_is_found_out(tmp_path: Path, elsewhere: str) -> None:
    program, home = tmp_path / "Stick" / "wegweiser", tmp_path / "home"
    for folder in (program.parent, home):
        folder.mkdir()
    program.write_text(PROGRAM.format(elsewhere=elsewhere))
    program.chmod(0o755)
    if elsewhere:
        with pytest.raises(OSError, match="history"):
            stays_on_the_stick(program, home)
    else:
        stays_on_the_stick(program, home)
