"""Brings a database to this version's schema: a backup first, one transaction, and newer files are refused."""

from datetime import datetime
from pathlib import Path

from desktop.domain.backup import Reason
from desktop.domain.errors import StoreError
from desktop.store.backup import back_up, folder_of
from desktop.store.failures import FOREIGN, NEWER, told
from desktop.store.read_only import reading

REVISION = "0005"
"""The revision that this version of the program works with."""
_KNOWN = ("0001", "0002", "0003", "0004", REVISION)


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


def upgrade(path: Path) -> None:
    """Bring the database at `path` to `REVISION`, making it where it is not there."""
    found = revision_of(path)
    if found == REVISION:
        return
    if found is not None:
        back_up(path, folder_of(path), Reason.MIGRATION, datetime.now())
    _migrate(path)


def _migrate(path: Path) -> None:
    from alembic import command
    from alembic.config import Config

    from desktop.store.engine import open_engine

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    engine = open_engine(path)
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, REVISION)
    finally:
        engine.dispose()
