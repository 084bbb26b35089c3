"""What an administration wants to know of one computer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from desktop.domain.backup import Reason
from desktop.domain.data_folder import Origin
from desktop.domain.vocabulary import FlagKind, Kind


class ProgramHealth(Struct, frozen=True, kw_only=True):
    """The versions of the program and of what it stands on; `fonts` are those that come with it."""

    version: str
    python: str
    qt: str
    sqlite: str
    system: str
    fonts: Mapping[str, str]
    missing_fonts: tuple[str, ...] = ()


class PlaceHealth(Struct, frozen=True, kw_only=True):
    """The data folder; without `free_bytes` nobody could tell."""

    folder: Path
    origin: Origin
    is_there: bool
    is_writable: bool
    free_bytes: int | None
    log: Path
    log_bytes: int


class DatabaseHealth(Struct, frozen=True, kw_only=True):
    """The database: what is wrong with it, in words, and what it holds; without one, or damaged, only that."""

    path: Path
    size: int
    trouble: str = ""
    is_missing: bool = False
    is_damaged: bool = False
    faults: tuple[str, ...] = ()
    is_index_sound: bool = False
    is_read_only: bool = False
    shipped_version: str = ""
    oldest: date | None = None
    youngest: date | None = None
    counts: Mapping[Kind, int] = {}
    emails: int = 0
    dead_numbers: int = 0
    flags: Mapping[FlagKind, int] = {}

    @property
    def is_sound(self) -> bool:
        """Whether it can be worked with."""
        return not self.trouble and not self.faults and self.is_index_sound


class BackupsHealth(Struct, frozen=True, kw_only=True):
    """The backups; `trouble` tells in words why they do not go to the `folder` that is wanted."""

    folder: Path
    count: int
    newest: datetime | None = None
    reason: Reason | None = None
    age_days: int | None = None
    trouble: str = ""


class PolicyHealth(Struct, frozen=True, kw_only=True):
    """The policy: what it sets, by its keys, and what of it is not followed; `places` is where it is looked for."""

    file: Path | None
    places: tuple[Path, ...]
    sets: Mapping[str, str]
    faults: tuple[str, ...]
    needs_pin: bool
    is_locked: bool


class PackagesHealth(Struct, frozen=True, kw_only=True):
    """The shared folder for packages, if one is laid down."""

    folder: Path
    trouble: str = ""
    count: int = 0
    newer: Path | None = None


class WindowHealth(Struct, frozen=True, kw_only=True):
    """Whether the window opens, and the font that its words are set in; without a name none is installed.

    Where nothing was `on_screen` it was tried without one.
    """

    opens: bool
    font: str
    on_screen: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether it can be read."""
        return self.opens and bool(self.font)


class Health(Struct, frozen=True, kw_only=True):
    """All of it at one moment; the `window` only where it was tried."""

    program: ProgramHealth
    data: PlaceHealth
    database: DatabaseHealth
    backups: BackupsHealth
    policy: PolicyHealth
    packages: PackagesHealth | None
    window: WindowHealth | None = None

    @property
    def is_sound(self) -> bool:
        """Whether an administration need do nothing; a folder for packages may be out of reach on the road."""
        policy, program = self.policy, self.program
        if self.window is not None and not self.window.is_sound:
            return False
        return self.database.is_sound and not (self.backups.trouble or policy.faults or program.missing_fonts)
