"""Brings a database to this version's schema: a backup first, one transaction, and newer files are refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.backup import Reason
from desktop.domain.errors import StoreError
from desktop.store.backup_place import BackupPlace
from desktop.store.failures import FOREIGN, NEWER, told
from desktop.store.read_only import reading

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISION = "0007"
"""The revision that this version of the program works with."""
_KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", REVISION)


def revision_of(path: Path) -> str | None:
    """The revision of the database at `path`, `None` for one that does not exist or is empty.

    Raises `StoreError` for a damaged file, a newer one, and a database of another program.
    """
    with told(path):
        if not path.exists():
            return None
    with reading(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StoreError(FOREIGN, path=path)
        versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if not versions:
        return None
    if versions[0][0] not in _KNOWN:
        raise StoreError(NEWER, path=path)
    return str(versions[0][0])


def upgrade(
    path: Path,
    then: Callable[[sqlite3.Connection], object] = lambda _: None,
    place: BackupPlace | None = None,
) -> None:
    """Bring the database at `path` to `REVISION`, making it where it is not there, and do `then` to it.

    All in one transaction: where any of it fails the database is as it was. The backup made before then goes as well,
    lest somebody take it for a good one.
    """
    found = revision_of(path)
    is_old = found not in (None, REVISION)
    backup = (place or BackupPlace(path)).make(Reason.MIGRATION, datetime.now()) if is_old else None
    try:
        _change(path, then, is_old=found != REVISION)
    except BaseException:
        if backup is not None:
            backup.path.unlink(missing_ok=True)
        raise


def _change(path: Path, then: Callable[[sqlite3.Connection], object], *, is_old: bool) -> None:
    from desktop.store.engine import open_engine

    engine = open_engine(path)
    try:
        with told(path), engine.connect() as connection, connection.begin():
            if is_old:
                _migrate(connection)
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            then(driver)
    finally:
        engine.dispose()


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISION)
