"""The wheel, an environment with nothing else in it, and the program frozen from there."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
_TOOLS = ("pyinstaller", "hatchling", "babel")


def surroundings() -> Mapping[str, str]:
    """The environment of every step: the time of the commit stands for every time, and nothing is hashed at random."""
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "PYINSTALLER_CONFIG_DIR": str(BUILD / "pyinstaller"),
    }


def epoch() -> int:
    """The moment of the last commit, in seconds; where there is no history, of the changelog."""
    asked = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return int(told) if told.isdigit() else int((ROOT / "CHANGELOG.md").stat().st_mtime)


def version() -> str:
    """The version of the program."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def run(*words: str | Path, within: Path = ROOT) -> None:
    """A step that must succeed."""
    subprocess.run([str(word) for word in words], cwd=within, env=dict(surroundings()), check=True)


def program_of(environment: Path, name: str) -> Path:
    """A program in a virtual environment."""
    return environment / "Scripts" / f"{name}.exe" if os.name == "nt" else environment / "bin" / name


def environment(name: str) -> Path:
    """A virtual environment below `build`, made if it is not there."""
    place = BUILD / name
    if not program_of(place, "python").is_file():
        run(sys.executable, "-m", "venv", place)
    return place


def wheel() -> Path:
    """The wheel, built anew."""
    tools = environment("venv")
    python = program_of(tools, "python")
    run(python, "-m", "pip", "install", "-q", "-c", CONSTRAINTS, *_TOOLS)
    for former in DIST.glob("wegweiser_nrw-*.whl"):
        former.unlink()
    run(python, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--wheel-dir", DIST, ROOT)
    (built,) = DIST.glob("wegweiser_nrw-*.whl")
    return built


def installed(built: Path, name: str) -> Path:
    """The command of the wheel, installed in an environment of this name."""
    place = environment(name)
    pip = [program_of(place, "python"), "-m", "pip", "install", "-q", "-c", CONSTRAINTS]
    run(*pip, built)
    run(*pip, "--force-reinstall", "--no-deps", built)
    return program_of(place, "wegweiser")


def frozen(built: Path) -> Path:
    """The folder of the frozen program."""
    installed(built, "venv")
    tool = program_of(environment("venv"), "pyinstaller")
    spec = ROOT / "packaging" / "wegweiser.spec"
    places = ["--distpath", DIST, "--workpath", BUILD / "frozen"]
    run(tool, "--noconfirm", "--log-level", "WARN", *places, spec, within=BUILD)
    return DIST / "wegweiser"


def size_of(folder: Path) -> int:
    """How many bytes the files of a folder hold."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
