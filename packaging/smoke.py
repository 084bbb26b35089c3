"""One smoke test for every form of the program: `python packaging/smoke.py dist/wegweiser/wegweiser`.

It finds, prints in two scripts, writes a table and looks at it again, makes a package and reads it, checks the database
and opens the window, in a folder with umlauts and spaces, with a home and a folder for temporary files of its own; the
standard library is enough to run it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE_S = 300
_SHEETS = (("contact", "bamf-dortmund", "de"), ("contact", "bamf-dortmund", "ar"), ("municipality", "moers", "en"))
_LEAST_BYTES = 10_000
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR")
"""What names the places of whoever uses a machine."""
_KEPT = ("PATH", "LANG", "SYSTEMROOT", "WINDIR", "COMSPEC", "DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM")


class SmokeError(Exception):
    """Says what the program did not do."""


class Smoke:
    """The program in one form, tried in a folder of its own; `seconds` says how long each step took."""

    def __init__(self, command: Sequence[str], folder: Path, around: Mapping[str, str]) -> None:
        found = shutil.which(command[0]) or command[0]
        self._command = [str(Path(found).absolute()), *command[1:]]
        self._folder = folder
        self._around = around
        self._data = folder / "Büro für Größe"
        self.seconds: dict[str, float] = {}

    def run(self) -> None:
        """Everything, in the order of a first day; raises `SmokeError`."""
        said = self._tried("help", "--help")
        self._must("print" in said, "the help names no commands")
        found = json.loads(self._tried("search", *self._at(), "search", "bamf", "dort", "--json"))
        self._must(found and found[0]["id"] == "bamf-dortmund", "BAMF Dortmund is not found first")
        for sheet, record, language in _SHEETS:
            self._print(sheet, record, language)
        self._name_the_office()
        table, package = self._folder / "Kontakte für Excel.xlsx", self._folder / "Stand für Köln.wegweiser"
        self._tried("export", *self._at(), "export", "--format", "xlsx", "--kind", "contacts", "-o", str(table))
        self._tried("import", *self._at(), "import", "--dry-run", str(table))
        self._tried("pack", *self._at(), "package", "create", "-o", str(package))
        told = json.loads(self._tried("inspect", *self._at(), "package", "inspect", str(package), "--json"))
        self._must(told.get("is_sound"), "the package that it made is not sound")
        self._tried("window", *self._at(), "check", "--window")

    def surroundings(self) -> Mapping[str, str]:
        """An environment in which nothing of this machine's user is found."""
        kept = {**{name: os.environ[name] for name in _KEPT if name in os.environ}, **self._around}
        kept.setdefault("QT_QPA_PLATFORM", "offscreen")
        home = self._folder / "home"
        home.mkdir(exist_ok=True)
        return {**kept, **dict.fromkeys(HOMES, str(home)), "PYTHONUTF8": "1"}

    def _name_the_office(self) -> None:
        """A package names who made it; settings are kept beside the data."""
        settings = {"version": 1, "office": {"name": "Servicestelle Moers"}}
        (self._data / "settings.json").write_text(json.dumps(settings), encoding="utf-8")

    def _at(self) -> tuple[str, str]:
        return "--data-dir", str(self._data)

    def _print(self, sheet: str, record: str, language: str) -> None:
        target = self._folder / f"Blatt {sheet} {language}.pdf"
        self._tried(f"print {language}", *self._at(), "print", sheet, record, "--language", language, "-o", str(target))
        content = target.read_bytes() if target.is_file() else b""
        self._must(content.startswith(b"%PDF-") and len(content) > _LEAST_BYTES, f"{target.name} is no sheet")

    def _tried(self, step: str, *words: str) -> str:
        begun = time.monotonic()
        done = subprocess.run(
            [*self._command, *words],
            env=self.surroundings(),
            cwd=self._folder,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
        self.seconds[step] = time.monotonic() - begun
        said, complained = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
        self._must(done.returncode == 0, f"{' '.join(words)} ended with {done.returncode}:\n{said}{complained}")
        self._must("Traceback" not in complained, f"{' '.join(words)}:\n{complained}")
        return said

    def _must(self, is_so: object, otherwise: str) -> None:
        if not is_so:
            raise SmokeError(otherwise)


def tried(command: Sequence[str], around: Mapping[str, str] | None = None) -> Mapping[str, float]:
    """Try the program in this form, `around` it other surroundings; how long each step took. Raises `SmokeError`."""
    with tempfile.TemporaryDirectory(prefix="Wegweiser Prüfung ") as folder:
        smoke = Smoke(command, Path(folder), around or {})
        smoke.run()
        return smoke.seconds


def main(command: Sequence[str]) -> int:
    if not command:
        print(__doc__)
        return 2
    try:
        seconds = tried(command)
    except SmokeError as error:
        print(f"The program does not work: {error}", file=sys.stderr)
        return 1
    print(f"works: {', '.join(f'{step} {took:.1f} s' for step, took in seconds.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
