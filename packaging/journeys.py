"""Drives a finished program from outside, by keys alone, and hears it as a screen reader does (Linux).

`python packaging/journeys.py dist/wegweiser/wegweiser` walks tasks 10, 1, 2 and 3 of the desk on a display of its own:
from a cold start to the caret, a number read out, its sheet, a handout for a family. Needs what Debian calls xvfb,
openbox, xdotool, dbus, at-spi2-core, gir1.2-atspi-2.0 and python3-gi; pypdf, where it is there, reads the sheets.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from display import display

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
LISTENER = "/usr/bin/python3"
WALK = Path(__file__).with_name("walk.py")
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
    try:
        from pypdf import PdfReader
    except ImportError:
        return ""
    told = ""
    for name, facts in _FACTS.items():
        pages = [page.extract_text().replace("\u00a0", " ") for page in PdfReader(folder / name).pages]
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
    """Begin window manager, bus and program, walk, and end all of them; the display is a process's of its own."""
    begun: list[subprocess.Popen[bytes]] = []
    with display() as name:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        places = {"XDG_RUNTIME_DIR": folder, "HOME": folder, "LANG": "C.UTF-8"}
        words = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        around = {**kept, **places, **words}
        try:
            for command in (["openbox"], [LAUNCHER, "--launch-immediately"]):
                quiet = subprocess.DEVNULL
                begun.append(subprocess.Popen(command, env=around, stdout=quiet, stderr=quiet))
            time.sleep(1)
            started = str(time.monotonic())
            begun.append(subprocess.Popen([program, "--data-dir", f"{folder}/Büro"], env=around))
            code = subprocess.run([LISTENER, str(WALK), folder, started], env=around, check=False).returncode
            return code or begun[-1].wait(timeout=60)
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
