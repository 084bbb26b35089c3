"""Where things lie: the office's data, and what comes with the program in a checkout, a wheel or a frozen bundle."""

import sys
from dataclasses import dataclass
from pathlib import Path

_PORTABLE = "wegweiser-data"
_APP = "wegweiser"
LOG_NAME = "wegweiser.log"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place the program reads or writes; only what lies in `data` is ever written."""

    data: Path
    shipped: Path
    resources: Path

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


def paths_for(data_dir: Path | None = None) -> Paths:
    """The places to use: `data_dir`, else a folder `wegweiser-data` beside the program, else the user's own."""
    carried = _carried()
    return Paths(
        data=(data_dir or _portable() or _users_own()).absolute(),
        shipped=carried / "data",
        resources=carried / "resources",
    )


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
