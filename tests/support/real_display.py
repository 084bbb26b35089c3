"""The program on a real X display, heard as Orca would hear it: `python -m tests.support.real_display`.

Needs what Debian calls xvfb, dbus, at-spi2-core, gir1.2-atspi-2.0 and python3-gi, and Qt's libraries for X.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.places import ROOT

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = Path("/usr/bin/python3")
READER = ROOT / "tests" / "support" / "spoken_window.py"
PATIENCE_S = 120


def missing() -> str:
    """What is not there, of what is needed; nothing if all is."""
    for command in ("Xvfb", "dbus-run-session"):
        if shutil.which(command) is None:
            return command
    for path in (LAUNCHER, PYTHON):
        if not path.exists():
            return str(path)
    asked = [str(PYTHON), "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    return "" if subprocess.run(asked, capture_output=True, check=False).returncode == 0 else "gir1.2-atspi-2.0"


def heard(*typed: str) -> list[Mapping[str, Any]]:
    """Every part of the window that is on the screen, once the words were typed."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["dbus-run-session", "--", sys.executable, "-m", "tests.support.real_display", folder, *typed]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    if said.returncode:
        raise RuntimeError(said.stderr[-2000:])
    return [json.loads(line) for line in said.stdout.splitlines() if line.startswith("{")]


def _within_a_session(folder: str, typed: Sequence[str]) -> int:
    """Start display, bus and program, listen, and end all of them; the exit code of who listened."""
    begun: list[subprocess.Popen[bytes]] = []
    try:
        display = _display(begun)
        surroundings = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": folder,
        }
        program = [sys.executable, "-m", "desktop", "--data-dir", str(Path(folder) / "data")]
        for command in ([str(LAUNCHER), "--launch-immediately"], program):
            begun.append(subprocess.Popen(command, env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL))
        return subprocess.run([str(PYTHON), str(READER), *typed], env=surroundings, check=False).returncode
    finally:
        for process in reversed(begun):
            process.terminate()
            process.wait(timeout=20)


def _display(begun: list[subprocess.Popen[bytes]]) -> str:
    """A display of its own, with the number that Xvfb found to be free."""
    ours, its = os.pipe()
    screen = ["Xvfb", "-displayfd", str(its), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    begun.append(subprocess.Popen(screen, pass_fds=[its], stderr=subprocess.DEVNULL))
    os.close(its)
    with os.fdopen(ours) as told:
        return f":{told.readline().strip()}"


def main() -> int:
    """Print what is heard; with a folder, do so within a session that was begun for it."""
    if len(sys.argv) > 1:
        return _within_a_session(sys.argv[1], sys.argv[2:])
    if lacking := missing():
        print(f"{lacking} is missing", file=sys.stderr)
        return 1
    for part in heard("bamf"):
        print(f"{part['role']:<16} {part['label'] or part['name']}  {part['description']}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
