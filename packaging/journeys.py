"""Drives a finished program from outside, by keys alone, and hears it as a screen reader does (Linux).

`python packaging/journeys.py dist/wegweiser/wegweiser` walks tasks 10, 1, 2 and 3 of the desk on a display of its own:
from a cold start to the caret, a number read out, its sheet, a handout for a family; then it opens a package as a
double click does. Needs what Debian calls xvfb, openbox, xdotool, dbus-daemon, at-spi2-core, gir1.2-atspi-2.0 and
python3-gi; the sheets are read where there is the environment of the build.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import building
from display import display

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
LISTENER = "/usr/bin/python3"
WALK = Path(__file__).with_name("walk.py")
READER = Path(__file__).with_name("sheet_text.py")
PACKAGE = "Stand für Köln & Umland.wegweiser"
PATIENCE_S = 60
_IS_HEARD = """
from gi.repository import Gio, GLib
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
asked = GLib.Variant("(s)", ("org.a11y.Bus",))
place = "org.freedesktop.DBus"
has_owner, = bus.call_sync(place, "/", place, "NameHasOwner", asked, None, Gio.DBusCallFlags.NONE, -1, None)
raise SystemExit(not has_owner)
"""
"""Whether the bus is there on which those listen who read windows out."""
_FACTS = {
    "blatt.pdf": ("0231 9058-0", "44147 Dortmund"),
    "handzettel.pdf": ("0228 95968-0", "0231 9058-0", "Bundesverwaltungsamt"),
}


def walked(program: Path) -> str:
    """What was done and how long it took; raises `RuntimeError` where a task does not come to its end."""
    with tempfile.TemporaryDirectory(prefix="Wegweiser Weg ") as folder:
        begin = ["dbus-run-session", "--", sys.executable, __file__, "--within", str(program.absolute()), folder]
        done = subprocess.run(begin, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise RuntimeError(f"{done.stdout}{done.stderr}"[-3000:])
        return done.stdout.strip() + _read(Path(folder))


def _read(folder: Path) -> str:
    """That the sheets hold what they are for."""
    python = building.program_of(building.BUILD / "venv", "python")
    if not building.program_of(building.BUILD / "venv", "wegweiser").is_file():
        return "\nthe sheets were not read"
    told = ""
    for name, facts in _FACTS.items():
        words = [str(python), str(READER), str(folder / name)]
        pages = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
        missing = [fact for fact in facts if fact not in "\n".join(pages)]
        if missing or len(pages) > 2:
            raise RuntimeError(f"{name} has {len(pages)} pages and lacks {missing}")
        told += f"\n{name}: {len(pages)} page(s), complete"
    return told


def lacking() -> list[str]:
    """What this machine lacks for it, by the name of the program."""
    asked = [LISTENER, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    programs = ["Xvfb", "openbox", "xdotool", "dbus-run-session"]
    missing = [name for name in programs if shutil.which(name) is None]
    missing += [path for path in (LAUNCHER, LISTENER) if not Path(path).is_file()]
    if LISTENER not in missing and subprocess.run(asked, capture_output=True, check=False).returncode:
        missing.append("Atspi for Python")
    return missing


def _within(program: str, folder: str) -> int:
    """Both sittings, one after the other, on one display; the exit code."""
    data = Path(folder) / "Büro"
    data.mkdir()
    (data / "settings.json").write_text('{"version": 1, "office": {"name": "Servicestelle Moers"}}', encoding="utf-8")
    command = [program, "--data-dir", str(data)]
    package = str(Path(folder) / PACKAGE)
    with _desktop(folder) as around:
        code = _sat([*command], ["tasks", folder], around)
        if not code:
            subprocess.run([*command, "package", "create", "-o", package], env=around, check=True, stdout=sys.stderr)
            code = _sat([*command, package], ["double-click", folder], around)
    return code


def _sat(command: list[str], walk: list[str], around: Mapping[str, str]) -> int:
    """Begin the program and walk; the exit code of the walk, or else of the program."""
    started = str(time.monotonic())
    program = subprocess.Popen(command, env=around)
    try:
        code = subprocess.run([LISTENER, str(WALK), *walk, started], env=around, check=False).returncode
        return code or program.wait(timeout=60)
    finally:
        program.terminate()
        program.wait(timeout=20)


def _awaited(question: list[str], around: Mapping[str, str]) -> None:
    """Ask until the answer is yes; raises `TimeoutError`."""
    end = time.monotonic() + PATIENCE_S
    while subprocess.run(question, env=around, capture_output=True, check=False).returncode:
        if time.monotonic() > end:
            raise TimeoutError(f"{question[0]} never said yes")
        time.sleep(0.1)


@contextmanager
def _desktop(folder: str) -> Iterator[Mapping[str, str]]:
    """The surroundings of a program on a display with a window manager and a bus for those who hear."""
    begun: list[subprocess.Popen[bytes]] = []
    with display() as name:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        places = {"XDG_RUNTIME_DIR": folder, "HOME": folder, "LANG": "C.UTF-8"}
        words = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        around = {**kept, **places, **words}
        quiet = subprocess.DEVNULL
        try:
            for command in (["openbox"], [LAUNCHER, "--launch-immediately"]):
                begun.append(subprocess.Popen(command, env=around, stdout=quiet, stderr=quiet))
            for fact in (["xdotool", "get_num_desktops"], [LISTENER, "-c", _IS_HEARD]):
                _awaited(fact, around)
            yield around
        finally:
            for process in reversed(begun):
                process.terminate()
                process.wait(timeout=20)


def main() -> int:
    if sys.argv[1:2] == ["--within"]:
        return _within(*sys.argv[2:4])
    try:
        print(walked(Path(sys.argv[1])))
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
