"""Puts together what takes packages; the window and the commands share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.package import Package
    from desktop.services.applying.applying import Applying
    from desktop.services.backups import Backups
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk


def applying_of(catalogue: Catalogue, desk: Desk, backups: Backups) -> Applying:
    """What takes packages; all of it is imported when somebody has one."""
    from desktop.services.applying.applying import Applying

    return Applying(catalogue, desk, backups.make, _read)


def applying_here(catalogue: Catalogue, backups: Backups) -> Applying:
    """The same for a command: in the history stands the name of the account."""
    from datetime import UTC, datetime

    from desktop.app.account import account_name
    from desktop.domain.intervals import REVIEW_MONTHS
    from desktop.services.editing import Desk

    def now() -> datetime:
        return datetime.now(UTC)

    desk = Desk(lambda: account_name() or "?", now, lambda: REVIEW_MONTHS)
    return applying_of(catalogue, desk, backups)


def _read(path: Path, tell: Callable[[int, int], object]) -> Package:
    from desktop.exchange.package import read_package

    return read_package(path, tell=tell)
