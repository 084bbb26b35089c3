"""Puts together what takes packages and files of other programs; the window and the commands share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.incoming import Stamp
    from desktop.domain.package import Package
    from desktop.services.applying.applying import Applying
    from desktop.services.backups import Backups
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk
    from desktop.services.importing.desk import Importing
    from desktop.settings import Settings


def desk_of(settings: Callable[[], Settings], now: Callable[[], datetime]) -> Desk:
    """Who changes records: in the history stands the name of the settings, or else that of the account."""
    from desktop.app.account import account_name
    from desktop.services.editing import Desk

    return Desk(lambda: settings().user_name or account_name() or "?", now, lambda: settings().review_months)


def applying_of(catalogue: Catalogue, desk: Desk, backups: Backups) -> Applying:
    """What takes packages; all of it is imported when somebody has one."""
    from desktop.services.applying.applying import Applying

    return Applying(catalogue, desk, backups.make, _read)


def importing_of(catalogue: Catalogue, desk: Desk, backups: Backups) -> Importing:
    """What takes files of other programs."""
    from desktop.domain.backup import Reason
    from desktop.services.importing.desk import Importing

    return Importing(catalogue, desk, lambda: backups.make(Reason.IMPORT))


def stamp_at(now: datetime) -> Stamp:
    """What records get that are imported at this time."""
    from desktop.domain.incoming import Stamp
    from desktop.services.clock import is_wrong

    return Stamp(None if is_wrong(now) else now.date())


def _read(path: Path, tell: Callable[[int, int], object]) -> Package:
    from desktop.exchange.package import read_package

    return read_package(path, tell=tell)
