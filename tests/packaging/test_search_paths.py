"""No library of the frozen program looks for others where they lay on the machine it was built on."""

import shutil
import subprocess
from pathlib import Path

import pytest
from search_paths import forget_places

pytestmark = pytest.mark.skipif(not all(map(shutil.which, ("as", "ld", "readelf"))), reason="needs binutils")


def library(folder: Path, places: str) -> Path:
    (folder / "a.s").write_text(".section .note.GNU-stack\n")
    subprocess.run(["as", "-o", "a.o", "a.s"], cwd=folder, check=True)
    subprocess.run(["ld", "-shared", "-o", "liba.so", "-rpath", places, "a.o"], cwd=folder, check=True)
    (folder / "a.o").unlink()
    return folder / "liba.so"


def places_of(file: Path) -> str:
    told = subprocess.run(["readelf", "--dynamic", str(file)], capture_output=True, text=True, check=True).stdout
    return next((line.rpartition("[")[2].rstrip("]") for line in told.splitlines() if "PATH)" in line), "")


def test_a_place_of_the_building_machine_is_forgotten(tmp_path: Path) -> None:
    made = library(tmp_path, "/home/somebody/python/lib")
    assert forget_places(tmp_path) == 1
    assert places_of(made) == "$ORIGIN"


def test_a_place_beside_the_library_stays(tmp_path: Path) -> None:
    made = library(tmp_path, "$ORIGIN/../lib:/home/somebody/lib")
    assert forget_places(tmp_path) == 1
    assert places_of(made) == "$ORIGIN/../lib"
    assert forget_places(tmp_path) == 0
