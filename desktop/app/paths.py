"""Where things lie: the office's data, and what comes with the program in a checkout, a wheel or a frozen bundle."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from msgspec import Struct

from desktop.app.drives import lies_on_network
from desktop.domain.data_folder import BACKUPS, Origin
from desktop.domain.errors import ExpectedError
from desktop.domain.windows_path import long_form

_PORTABLE = "wegweiser-data"
_POINTER = "data-folder.txt"
_MOST_BYTES = 10_000
_APP = "wegweiser"
MAPPINGS = "import-columns.json"
"""What the columns of imported tables meant, in the folder of the data."""
LOG_NAME = "wegweiser.log"
_DATABASE = "wegweiser.sqlite"
_COPIES = "network-copies"
_TAKEN_ALONG = ("settings.json", "logo.png", MAPPINGS)
"""What a copy of a folder on a network drive begins with; its key and its drafts belong to whoever made them."""


class Paths(Struct, frozen=True):
    """Every place the program reads or writes; only what lies in `data` is ever written.

    `usual` is the user's own folder, in which a pointer stands once the data have been moved out of it. `share` is the
    folder on a network drive that `data` is a copy of: SQLite is safe only on a drive of this computer. Where
    the user's own folder `is_afar` itself, there is no better place for a copy.
    """

    data: Path
    shipped: Path
    resources: Path
    origin: Origin = Origin.ASKED
    usual: Path | None = None
    share: Path | None = None
    is_afar: bool = False

    @property
    def database(self) -> Path:
        """The one database of the office."""
        return self.data / _DATABASE

    @property
    def shared_database(self) -> Path | None:
        """The database on the network drive, which is only ever read."""
        return self.share / _DATABASE if self.share else None

    @property
    def backups(self) -> Path:
        """The folder of the backups, unless an administration wants them elsewhere."""
        return self.data / BACKUPS

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

    def take_along(self) -> None:
        """Let a new copy of a folder on a network drive begin with the settings that lie there, as far as it can."""
        if self.share is None or _is_there(self.settings):
            return
        from desktop.whole_file import write_first

        for name in _TAKEN_ALONG:
            with suppress(OSError, ExpectedError):
                self.data.mkdir(parents=True, exist_ok=True)
                write_first(self.data / name, (self.share / name).read_bytes())


def paths_for(data_dir: Path | None = None, is_remote: Callable[[Path], bool] = lies_on_network) -> Paths:
    """The places to use: `data_dir`, else a folder `wegweiser-data` beside the program, else the user's own.

    The last of them may point to another one, chosen in the settings. What lies on a network drive is worked on in a
    copy in the user's own folder.
    """
    carried = _carried()
    shipped, resources = carried / "data", carried / "resources"
    usual: Path | None = None
    if data_dir:
        chosen, origin = data_dir.absolute(), Origin.ASKED
    elif (beside := _portable()) is not None:
        chosen, origin = beside, Origin.PORTABLE
    else:
        usual = _users_own().absolute()
        moved = _moved_from(usual)
        chosen, origin = moved or usual, Origin.MOVED if moved else Origin.USUAL
    if origin is Origin.USUAL:
        return Paths(_findable(chosen), shipped, resources, origin, usual, is_afar=is_remote(chosen))
    copy = _copy_of(chosen, is_remote)
    return Paths(_findable(copy or chosen), shipped, resources, origin, usual, _findable(chosen) if copy else None)


def _findable(folder: Path) -> Path:
    """The folder as Windows finds everything in it, however long its name is."""
    return folder if sys.platform != "win32" else Path(long_form(PureWindowsPath(os.path.normpath(folder))))


def _copy_of(folder: Path, is_remote: Callable[[Path], bool]) -> Path | None:
    """Where the copy of a folder on a network drive lies; nothing for any other folder.

    A drive that is not there cannot be told from an empty folder, but for the copy that was made of it.
    """
    is_away = is_remote(folder)
    if not is_away and _is_there(folder / _DATABASE):
        return None
    from hashlib import sha256

    copy = _users_own().absolute() / _COPIES / sha256(os.fsencode(os.path.normcase(folder))).hexdigest()[:16]
    return copy if is_away or _is_there(copy / _DATABASE) else None


def _is_there(file: Path) -> bool:
    """Whether the file can be seen; who opens the database tells why it cannot."""
    with suppress(OSError):
        file.stat()
        return True
    return False


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
