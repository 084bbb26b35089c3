"""Where things lie: the office's data, and what comes with the program in a checkout, a wheel or a frozen bundle."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.data_folder import Origin

_PORTABLE = "wegweiser-data"
_POINTER = "data-folder.txt"
_MOST_BYTES = 10_000
_APP = "wegweiser"
MAPPINGS = "import-columns.json"
"""What the columns of imported tables meant, in the folder of the data."""
LOG_NAME = "wegweiser.log"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place the program reads or writes; only what lies in `data` is ever written.

    `usual` is the user's own folder, in which a pointer stands once the data have been moved out of it.
    """

    data: Path
    shipped: Path
    resources: Path
    origin: Origin = Origin.ASKED
    usual: Path | None = None

    @property
    def database(self) -> Path:
        """The one database of the office."""
        return self.data / "wegweiser.sqlite"

    @property
    def settings(self) -> Path:
        """The settings of this computer."""
        return self.data / "settings.json"

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data / "logs"

    @property
    def log_file(self) -> Path:
        """The file that unexpected errors are written to."""
        return self.logs / LOG_NAME

    @property
    def translations(self) -> Path:
        """The catalogues of messages."""
        return self.resources / "translations"

    @property
    def manual(self) -> Path:
        """The chapters of the manual with their pictures."""
        return self.resources / "manual"

    @property
    def icons(self) -> Path:
        """The icons."""
        return self.resources / "icons"

    @property
    def outline(self) -> Path:
        """The border of the Land, for its map."""
        return self.resources / "geography" / "north-rhine-westphalia.json"

    def point_to(self, folder: Path) -> None:
        """Let the next start use this folder; raises `FileWriteError`."""
        from desktop.whole_file import write_whole

        assert self.usual is not None
        if folder.resolve() == self.usual.resolve():
            (self.usual / _POINTER).unlink(missing_ok=True)
        else:
            self.usual.mkdir(parents=True, exist_ok=True)
            write_whole(self.usual / _POINTER, os.fsencode(folder.absolute()))


def paths_for(data_dir: Path | None = None) -> Paths:
    """The places to use: `data_dir`, else a folder `wegweiser-data` beside the program, else the user's own.

    The last of them may point to another one, chosen in the settings.
    """
    carried = _carried()
    shipped, resources = carried / "data", carried / "resources"
    if data_dir:
        return Paths(data_dir.absolute(), shipped, resources)
    if (beside := _portable()) is not None:
        return Paths(beside, shipped, resources, Origin.PORTABLE)
    usual = _users_own().absolute()
    moved = _moved_from(usual)
    return Paths(moved or usual, shipped, resources, Origin.MOVED if moved else Origin.USUAL, usual)


def _moved_from(usual: Path) -> Path | None:
    """The folder that a pointer names; one that names none is passed over."""
    try:
        named = (usual / _POINTER).read_bytes()[:_MOST_BYTES]
    except OSError:
        return None
    moved = Path(os.fsdecode(named.strip())) if named.strip() and b"\0" not in named else None
    return moved if moved is not None and moved.is_absolute() else None


def _carried() -> Path:
    """The folder that holds `data` and `resources`: beside the package in a checkout, within it when installed."""
    package = Path(__file__).resolve().parent.parent
    return package.parent if (package.parent / "data" / "catalogue.toml").is_file() else package / "carried"


def _portable() -> Path | None:
    beside = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).absolute().parent / _PORTABLE
    return beside if beside.is_dir() else None


def _users_own() -> Path:
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False)
