"""Asks the system on which drive a folder lies."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from desktop.domain.network_drive import is_mounted_from_afar
from desktop.domain.windows_path import drive_of, is_share
from desktop.in_time import in_time

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = 4


def lies_on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer: no where the system does not tell, yes where no answer comes."""
    if sys.platform == "win32":
        return on_windows(folder, _drive_type)
    try:
        return in_time(lambda: on_linux(folder, _mountinfo))
    except TimeoutError:
        return True


def on_linux(folder: Path, mountinfo: Callable[[], str]) -> bool:
    """By the list of mounts, read after the folder was looked at: some are mounted only then."""
    with suppress(OSError):
        folder.stat()
    with suppress(OSError, RuntimeError):
        folder = folder.resolve()
    return is_mounted_from_afar(folder, mountinfo())


def on_windows(folder: PureWindowsPath | Path, drive_type: Callable[[str], int]) -> bool:
    """By the name of the folder or, where it has a letter, by the type of that drive."""
    named = PureWindowsPath(folder)
    root = drive_of(named)
    return is_share(named) or (bool(root) and drive_type(root) == _REMOTE)


def _mountinfo() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))
