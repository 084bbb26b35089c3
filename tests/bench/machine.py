"""On what something was measured: the machine and the versions, and nothing that names a person or a place."""

import os
import platform
import sqlite3
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import qVersion

from desktop.services.about import program_version
from tests.support.places import ROOT

PARTS = ("PySide6", "SQLAlchemy", "reportlab", "weasyprint", "fpdf2", "pandas")
_GIB = 1 << 30


class Machine(Struct, frozen=True, kw_only=True):
    """What counts for speed; empty or zero is what this system does not tell."""

    processor: str
    cores: int
    memory_gib: float
    system: str


def this_machine() -> Machine:
    """The one that this runs on."""
    return Machine(
        processor=_line_of(Path("/proc/cpuinfo"), "model name") or platform.machine(),
        cores=_cores(),
        memory_gib=round(_memory() / _GIB, 1),
        system=f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
    )


def versions() -> dict[str, str]:
    """The program, what it stands on, and the rivals that are installed."""
    parts = {name: found for name in PARTS if (found := _version(name))}
    return {
        "Wegweiser": " ".join((program_version(), *_commit())),
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "SQLite": sqlite3.sqlite_version,
        **parts,
    }


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 0


def _memory() -> int:
    kib = _line_of(Path("/proc/meminfo"), "MemTotal").removesuffix("kB").strip()
    return int(kib) * 1024 if kib.isdigit() else 0


def _line_of(file: Path, name: str) -> str:
    """What stands behind a name in one of the lists of Linux; nothing on other systems."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.partition(":")[0].strip() == name), "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _commit() -> tuple[str, ...]:
    """The commit of a checkout, and whether something in it was changed since."""
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        return (f"({commit})", *(["changed since"] if _git("status", "--porcelain", "-uno") else []))
    except (OSError, subprocess.CalledProcessError):
        return ()


def _git(*words: str) -> str:
    done = subprocess.run(("git", *words), cwd=ROOT, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.strip()
