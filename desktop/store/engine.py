"""Opens a database the one right way: WAL, foreign keys, explicit transactions, failures in plain words."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, ExceptionContext

from desktop.store.failures import store_error
from desktop.store.read_only import connect

_BUSY_MS = 5_000
_LITTLE_KIB, _MUCH_KIB = 2_000, 32_000


def open_driver(path: Path, *, is_read_only: bool = False) -> sqlite3.Connection:
    """A connection to the SQLite file at `path`, which is made when it is not there, with driver autocommit.

    Whoever has it may use it in any thread, one at a time.
    """
    if is_read_only:
        return connect(path, check_same_thread=False)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()
    return connection


def remember(driver: sqlite3.Connection, *, is_much: bool) -> None:
    """How much of the file SQLite keeps in memory.

    Very many records touch pages all over it, and each page that there is no room for is written and read once more.
    """
    driver.execute(f"PRAGMA cache_size = -{_MUCH_KIB if is_much else _LITTLE_KIB}").close()


def open_engine(path: Path) -> Engine:
    """An engine on the same for what Alembic does; our own BEGIN, so that it covers schema changes too."""
    engine = create_engine(URL.create("sqlite", database=str(path)), creator=lambda: open_driver(path))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _tell(context, path))
    return engine


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once, so that it never fails half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _tell(context: ExceptionContext, path: Path) -> None:
    error = store_error(context.original_exception, path)
    if error is not None:
        raise error from context.original_exception
