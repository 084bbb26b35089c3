"""The wheel, an environment with nothing else in it, and the program frozen from there."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
_SOURCES = ("desktop", "data", "resources", "packaging", "pyproject.toml", "README.md", "CHANGELOG.md")


def surroundings() -> Mapping[str, str]:
    """The environment of every step: the time of the commit stands for every time, and nothing is hashed at random."""
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "PIP_CONSTRAINT": CONSTRAINTS.as_uri(),
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


def run_quietly(*words: str | Path) -> None:
    """A step that must succeed and is heard only where it does not."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{words[0]}: {done.stdout}{done.stderr}")


def program_of(environment: Path, name: str) -> Path:
    """A program in a virtual environment."""
    return environment / "Scripts" / f"{name}.exe" if os.name == "nt" else environment / "bin" / name


def packages_of(environment: Path) -> Path:
    """The folder of the packages in a virtual environment."""
    unix = sorted(environment.glob("lib/python*/site-packages"))
    return unix[0] if unix else environment / "Lib" / "site-packages"


def environment(name: str) -> Path:
    """A virtual environment below `build`, made if it is not there."""
    place = BUILD / name
    if not program_of(place, "python").is_file():
        run(sys.executable, "-m", "venv", place)
    return place


def wheel() -> Path:
    """The wheel, built anew from a copy of the sources, in which nothing lies that an earlier build left."""
    python = program_of(environment("venv"), "python")
    sources = BUILD / "sources"
    _copy_sources(sources)
    for former in DIST.glob("wegweiser_nrw-*.whl"):
        former.unlink()
    run(python, "-m", "pip", "wheel", "-qq", "--no-deps", "--wheel-dir", DIST, sources)
    (built,) = DIST.glob("wegweiser_nrw-*.whl")
    return built


def _copy_sources(target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    left_out = shutil.ignore_patterns("__pycache__", "*.mo")
    for name in _SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=left_out)
        else:
            shutil.copy2(ROOT / name, target / name)


def installed(built: Path) -> Path:
    """The command of the wheel, installed in an environment with nothing but what it asks for."""
    place = environment("venv")
    command = program_of(place, "wegweiser")
    is_again = command.is_file()
    pip: list[str | Path] = [program_of(place, "python"), "-m", "pip", "install", "-qq", "--no-compile"]
    run(*pip, "-c", CONSTRAINTS, built)
    if is_again:
        run(*pip, "--force-reinstall", "--no-deps", built)
    return command


def frozen() -> Path:
    """The folder of the program, frozen from where the wheel was installed."""
    place = environment("venv")
    run(program_of(place, "python"), "-m", "pip", "install", "-qq", "--no-compile", "-c", CONSTRAINTS, "pyinstaller")
    spec = ROOT / "packaging" / "wegweiser.spec"
    places: list[str | Path] = ["--distpath", DIST, "--workpath", BUILD / "frozen"]
    run(program_of(place, "pyinstaller"), "--noconfirm", "--log-level", "ERROR", *places, spec, within=BUILD)
    return DIST / "wegweiser"


def size_of(folder: Path) -> int:
    """How many bytes the files of a folder hold."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
