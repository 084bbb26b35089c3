"""The program for a stick: one folder to unpack, with an empty folder for the data beside the program."""

import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import building
from smoke import HOMES

FOLDER = "Wegweiser"
DATA = "wegweiser-data"
_TOLD = """Wegweiser vom Stick

Starten: die Datei „wegweiser“ in diesem Ordner.

Alles, was das Programm schreibt, liegt im Ordner „wegweiser-data“ daneben. Ist der Datenträger
schreibgeschützt, öffnet sich das Programm nur zum Lesen. Bitte vor dem Abziehen das Fenster schließen.
"""


def laid_out(frozen: Path, target: Path) -> Path:
    """The folder for the stick, made at this place, which must not be there yet."""
    shutil.copytree(frozen, target)
    (target / DATA).mkdir()
    (target / "LIESMICH.txt").write_text(_TOLD, encoding="utf-8")
    (target / DATA / "LIESMICH.txt").write_text("Hier liegen die Daten von Wegweiser.\n", encoding="utf-8")
    return target


def archive(frozen: Path) -> Path:
    """The packed folder; the same bytes for the same program."""
    target = building.DIST / f"wegweiser-{platform.system().lower()}-{platform.machine()}-portable.tar.xz"
    with tempfile.TemporaryDirectory() as work, tarfile.open(target, "w:xz", preset=6) as packed:
        folder = laid_out(frozen, Path(work) / FOLDER)
        for path in sorted(folder.rglob("*")):
            _add(packed, f"{FOLDER}/{path.relative_to(folder).as_posix()}", path)
    return target


def stays_on_the_stick(program: Path, home: Path) -> None:
    """Work as one does from a stick; raises `OSError` where anything is written elsewhere or the data are not beside.

    `home` is an empty folder that stands for everything that belongs to the user of the machine.
    """
    around = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    around |= dict.fromkeys(HOMES, str(home))
    sheet = program.parent / DATA / "Blatt.pdf"
    for words in (("search", "bamf"), ("print", "contact", "bamf-koeln", "-o", str(sheet)), ("check", "--window")):
        subprocess.run([program, *words], env=around, check=True, stdout=subprocess.DEVNULL, timeout=300)
    if written := sorted(home.rglob("*")):
        raise OSError(f"from the stick {written[0]} was written")
    if not (program.parent / DATA / "wegweiser.sqlite").is_file():
        raise OSError("the data are not on the stick")


def _add(packed: tarfile.TarFile, name: str, path: Path) -> None:
    entry = packed.gettarinfo(path, name)
    is_program = path.is_dir() or path.stat().st_mode & 0o100
    entry.mode = 0o755 if is_program else 0o644
    _settle(entry)
    if path.is_file():
        with path.open("rb") as content:
            packed.addfile(entry, content)
    else:
        packed.addfile(entry)


def _settle(entry: tarfile.TarInfo) -> None:
    """Nobody's, and of the time of the commit."""
    entry.mtime = building.epoch()
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
