"""The program for a stick: one folder to unpack, with an empty folder for the data beside the program."""

import io
import platform
import tarfile
from pathlib import Path

import building

FOLDER = "Wegweiser"
DATA = "wegweiser-data"
_TOLD = """Wegweiser vom Stick

Starten: die Datei „wegweiser“ in diesem Ordner.

Alles, was das Programm schreibt, liegt im Ordner „wegweiser-data“ daneben. Ist der Datenträger
schreibgeschützt, öffnet sich das Programm nur zum Lesen. Bitte vor dem Abziehen das Fenster schließen.
"""


def archive(frozen: Path) -> Path:
    """The packed folder; the same bytes for the same program."""
    target = building.DIST / f"wegweiser-{platform.system().lower()}-{platform.machine()}-portable.tar.xz"
    with tarfile.open(target, "w:xz", preset=6, format=tarfile.PAX_FORMAT) as packed:
        for path in sorted(frozen.rglob("*")):
            _add(packed, f"{FOLDER}/{path.relative_to(frozen).as_posix()}", path)
        _add_text(packed, f"{FOLDER}/LIESMICH.txt", _TOLD)
        _add_text(packed, f"{FOLDER}/{DATA}/LIESMICH.txt", "Hier liegen die Daten von Wegweiser.\n")
    return target


def unpacked(archived: Path, target: Path) -> Path:
    """The folder of the program below `target`, which need not be there."""
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archived) as packed:
        packed.extractall(target, filter="data")
    return target / FOLDER


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


def _add_text(packed: tarfile.TarFile, name: str, text: str) -> None:
    entry = tarfile.TarInfo(name)
    content = text.encode()
    entry.size, entry.mode = len(content), 0o644
    _settle(entry)
    packed.addfile(entry, io.BytesIO(content))


def _settle(entry: tarfile.TarInfo) -> None:
    """Nobody's, and of the time of the commit."""
    entry.mtime = building.epoch()
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
