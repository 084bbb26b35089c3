"""Gathers what an administration wants to know of one computer; nothing is waited for long.

Nothing is changed but what every start changes: the database is made ready, and the place of backups is tried.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import ExpectedError, Message, NoDatabaseError
from desktop.domain.health import (
    BackupsHealth,
    DatabaseHealth,
    Health,
    PackagesHealth,
    PlaceHealth,
    PolicyHealth,
    ProgramHealth,
)
from desktop.in_time import in_time

if TYPE_CHECKING:
    from desktop.domain.data_folder import Origin
    from desktop.i18n import Translate
    from desktop.policy.policy import Policy
    from desktop.services.backups import Backups
    from desktop.services.catalogue import Catalogue
    from desktop.services.package_folder import Found, PackageFolder

_PATIENCE_S = 5.0
"""So long all packages of a folder may take to be looked at."""
_FONTS = {"fontpkg_fira_sans": "Fira Sans", "fontpkg_ibm_plex_sans_arabic": "IBM Plex Sans Arabic"}
"""The fonts of paper by their packages; that for Arabic and Persian is shown on the screen too."""


class Places(NamedTuple):
    """Where things lie here."""

    database: Path
    origin: Origin
    log: Path
    policies: tuple[Path, ...]


class HealthDesk:
    """Each part is looked at by itself, so that one that is broken hides no other."""

    def __init__(
        self,
        places: Places,
        catalogue: Catalogue,
        backups: Backups,
        policy: Policy,
        packages: PackageFolder | None,
        tr: Translate,
    ) -> None:
        self._places = places
        self._catalogue = catalogue
        self._backups = backups
        self._policy = policy
        self._packages = packages
        self._tr = tr

    def report(self, now: datetime) -> Health:
        """How things stand now."""
        database = self._database()
        return Health(
            program=_program(),
            data=self._data(),
            database=database,
            backups=self._all_backups(now),
            policy=self._laid_down(),
            packages=self._shared(can_judge=not database.trouble),
        )

    def _data(self) -> PlaceHealth:
        folder, log = self._places.database.parent, self._places.log
        is_there = False
        with suppress(OSError):  # nobody may look into the one around it
            is_there = folder.is_dir()
        return PlaceHealth(
            folder=folder,
            origin=self._places.origin,
            is_there=is_there,
            is_writable=is_there and os.access(folder, os.W_OK),
            free_bytes=_free(folder),
            log=log,
            log_bytes=_size(log),
        )

    def _database(self) -> DatabaseHealth:
        from desktop.store.holdings import holdings

        path = self._places.database
        try:
            found = self._catalogue.check_up()
            with self._catalogue.reading() as unit:
                held = holdings(unit)
        except ExpectedError as error:
            told, is_damaged = self._told(error.message), self._catalogue.is_damaged
            is_missing = isinstance(error, NoDatabaseError)
            return DatabaseHealth(
                path=path, size=_size(path), trouble=told, is_missing=is_missing, is_damaged=is_damaged
            )
        return DatabaseHealth(
            path=path,
            size=_size(path),
            faults=found.faults,
            is_index_sound=found.is_index_sound,
            is_read_only=self._catalogue.why_read_only is not None,
            shipped_version=found.shipped_version,
            oldest=held.oldest,
            youngest=held.youngest,
            counts=found.counts,
            emails=found.emails,
            dead_numbers=found.dead_numbers,
            flags=found.flags,
        )

    def _all_backups(self, now: datetime) -> BackupsHealth:
        folder = self._backups.wanted_folder
        trouble, found = self._backups.look_for_place(), self._backups.all()
        told = self._told(trouble) if trouble else ""
        if not found:
            return BackupsHealth(folder=folder, count=0, trouble=told)
        newest = found[0]
        age = max((now.replace(tzinfo=None) - newest.made_at).days, 0)
        return BackupsHealth(
            folder=folder,
            count=len(found),
            newest=newest.made_at,
            reason=newest.reason,
            age_days=age,
            trouble=told,
        )

    def _laid_down(self) -> PolicyHealth:
        policy = self._policy
        return PolicyHealth(
            file=policy.file,
            places=self._places.policies,
            sets={key: _shown(key, value) for key, value in policy.rules.set_keys()},
            faults=tuple(self._told(fault.told(policy.file)) for fault in policy.faults) if policy.file else (),
            needs_pin=policy.needs_pin,
            is_locked=policy.is_sealed,
        )

    def _shared(self, *, can_judge: bool) -> PackagesHealth | None:
        packages = self._packages
        if packages is None:
            return None
        try:
            found = in_time(packages.found, _PATIENCE_S)
        except TimeoutError:
            told = self._tr("The folder for packages, {folder}, does not answer.", folder=packages.folder)
            return PackagesHealth(folder=packages.folder, trouble=told)
        except ExpectedError as error:
            return PackagesHealth(folder=packages.folder, trouble=self._told(error.message))
        newer: Found | None = packages.newest(found) if can_judge else None
        return PackagesHealth(folder=packages.folder, count=len(found), newer=newer.path if newer else None)

    def _told(self, message: Message) -> str:
        return message.in_words(self._tr)


def _program() -> ProgramHealth:
    import platform

    from desktop.services.about import program_version
    from desktop.store.holdings import sqlite_version

    fonts = {name: _font_version(package) for package, name in _FONTS.items()}
    return ProgramHealth(
        version=program_version(),
        python=platform.python_version(),
        qt=_version("PySide6-Essentials") or _version("PySide6"),
        sqlite=sqlite_version(),
        system=platform.platform(),
        fonts={name: version for name, version in fonts.items() if version},
        missing_fonts=tuple(name for name, version in fonts.items() if not version),
    )


def _font_version(package: str) -> str:
    """The version of a package of fonts; nothing where its files are not there."""
    from importlib import import_module

    try:
        files = import_module(package).ROOT / "files"
        is_there = any(files.glob("*.ttf"))
    except (ImportError, OSError):
        return ""
    return (_version(package.replace("_", "-")) or "?") if is_there else ""


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _shown(key: str, value: object) -> str:
    """The value of a key as anybody may read it: a PIN's hash is not for every eye."""
    if key == "pin.hash":
        return "…"
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_values(health: Health) -> Mapping[str, object]:
    """The report for programs."""
    import msgspec

    def plain(value: object) -> str:
        return str(value)

    return {"sound": health.is_sound, **msgspec.to_builtins(health, enc_hook=plain)}
