"""Opens a database the one right way: WAL, foreign keys, explicit transactions, failures in plain words."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, ExceptionContext

from desktop.store.failures import store_error
from desktop.store.read_only import connect

_BUSY_MS = 5_000


def open_engine(path: Path, *, is_read_only: bool = False) -> Engine:
    """An engine on the SQLite file at `path`, which is made when it is not there."""
    address = URL.create("sqlite", database=str(path))
    if is_read_only:
        engine = create_engine(address, creator=lambda: connect(path, check_same_thread=False))
    else:
        engine = create_engine(address)
        event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _tell(context, path))
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Driver autocommit, so that our own BEGIN covers schema changes too."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """Readers begin lightly; a writer takes its lock at once, so that it never fails half-way."""
    is_writer = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


def _tell(context: ExceptionContext, path: Path) -> None:
    error = store_error(context.original_exception, path)
    if error is not None:
        raise error from context.original_exception
