"""Reads a database with nothing but the driver: quick to begin, and unable to change anything."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path, PurePath
from urllib.parse import quote

from desktop.domain.errors import StoreError
from desktop.domain.windows_path import LONG
from desktop.store.failures import CORRUPT, told

_NO_ROOM_BESIDE = ("SQLITE_CANTOPEN", "SQLITE_READONLY")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees one moment of the database at `path`; what cannot be read raises `StoreError`.

    Text that is no text and words that are in no list come from a file that something else has written to.
    """
    with told(path):
        connection = connect(path)
        try:
            connection.execute("BEGIN")
            yield connection
        except (UnicodeDecodeError, KeyError, ValueError) as error:
            raise StoreError(CORRUPT, path=path) from error
        finally:
            connection.close()


def connect(path: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
    """A connection that only reads, with driver autocommit.

    On a medium that takes no file, SQLite cannot keep its notes beside a database that has been written with a log; if
    there is nothing in that log the database is read as something that does not change.
    """
    for more in ("", "&immutable=1"):
        connection = sqlite3.connect(
            address_of(path) + more, uri=True, isolation_level=None, check_same_thread=check_same_thread
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if more or not error.sqlite_errorname.startswith(_NO_ROOM_BESIDE) or not path.is_file() or _has_log(path):
                raise
        except sqlite3.Error:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError


def connect_to_write(path: Path, wait_s: float) -> sqlite3.Connection:
    """A connection to a database that is there, with driver autocommit; it waits so long for a lock."""
    address = f"{address_of(path).removesuffix('ro')}rw"
    return sqlite3.connect(address, uri=True, timeout=wait_s, isolation_level=None)


def is_writable(path: Path) -> bool:
    """Whether the database at `path` can be changed; nothing in it is, for as long as somebody reads SQLite leaves the
    log of a writer that was killed where it is.
    """
    if not os.access(path.parent, os.W_OK):
        return False
    try:
        with left_alone(path), closing(connect_to_write(path, wait_s=0)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return not error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"))
    return True


def is_sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the database at `path`, which is only read."""
    try:
        with reading(path) as connection:
            return not faults(connection)
    except StoreError as error:
        if error.message.msgid == CORRUPT:
            return False
        raise


def faults(connection: sqlite3.Connection) -> list[str]:
    """What is wrong, in the words of SQLite; a broken search index is not, for it can be made anew from the records."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return [str(error)]
        raise
    return [fault for fault in found if fault != "ok" and "FTS5 table" not in fault]


@contextmanager
def left_alone(path: Path) -> Iterator[None]:
    """While somebody reads, the last writer who goes does not bring its log into the file."""
    with ExitStack() as until_then:
        with suppress(sqlite3.Error):  # what cannot be read at all, nobody can write either
            connection = until_then.enter_context(closing(connect(path)))
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def address_of(path: Path) -> str:
    """The path for SQLite, to be read only."""
    return f"{address_in_full(path.absolute())}?mode=ro"


def address_in_full(path: PurePath) -> str:
    r"""An absolute path as SQLite's address: a network share (`\\server\share`) keeps its two slashes behind an empty
    authority, and the long form of Windows (`\\?\`) its backslashes, for Windows takes no other in it.
    """
    if str(path).startswith(LONG):
        return f"file:{quote(str(path))}"
    spelled = path.as_posix()
    return f"file:{'//' if spelled.startswith('//') else ''}{quote(spelled)}"
