"""The Flatpak: what lies in it is named after the program, and it asks for nothing that it does not need."""

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flatpak_bundle import ID, LACKING, MANIFEST, renamed

LINUX = MANIFEST.parent.parent / "linux"


def test_every_name_that_others_see_is_the_programs_own() -> None:
    entry = renamed((LINUX / "wegweiser.desktop").read_text(encoding="utf-8"))
    assert f"\nIcon={ID}\n" in entry
    assert "\nExec=wegweiser %f\n" in entry
    assert "\nStartupWMClass=wegweiser" in entry
    kind = ElementTree.fromstring(renamed((LINUX / "wegweiser-mime.xml").read_text(encoding="utf-8")))
    assert [node.get("name") for node in kind.iter() if node.tag.endswith("icon")] == [ID]
    told = ElementTree.fromstring(renamed((LINUX / f"{ID}.metainfo.xml").read_text(encoding="utf-8")))
    assert [told.findtext(tag) for tag in ("id", "launchable", "icon")] == [ID, f"{ID}.desktop", ID]
    assert told.findtext("provides/binary") == "wegweiser"


def test_it_has_neither_the_network_nor_the_folders_of_the_user() -> None:
    told = MANIFEST.read_text(encoding="utf-8")
    assert f"id: {ID}\n" in told
    assert "network" not in told.replace("No network", "")
    assert "--filesystem" not in told


def test_libraries_that_the_runtime_lacks_are_known_by_their_names() -> None:
    assert LACKING.fullmatch("libgssapi_krb5.so.2")
    assert not LACKING.fullmatch("libc.so.6")


@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="needs flatpak-builder")
def test_flatpak_builder_reads_the_manifest(tmp_path: Path) -> None:
    command = ["flatpak-builder", "--show-manifest", str(MANIFEST)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert (read["id"], read["command"]) == (ID, "wegweiser")
    assert done.stderr == ""
