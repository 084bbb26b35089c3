"""What a database driver says, in words that tell a clerk what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import N_, StoreError

CORRUPT = N_(
    "The database {path} is damaged. Nothing was changed. Close Wegweiser, keep a copy of the file, and put the last"
    " good backup in its place; without a backup, move the file away and Wegweiser starts with the shipped data."
)
NEWER = N_(
    "The database {path} was written by a newer version of Wegweiser. Nothing was changed. Please install that version"
    " or choose another data folder with --data-dir."
)
FOREIGN = N_(
    "The file {path} is a database of another program. Nothing was changed. Please move it away or choose another data"
    " folder with --data-dir."
)
LOCKED = N_(
    "The database {path} is in use by another program. Nothing was changed. Close the other program, for example a"
    " backup or a second Wegweiser, and try again."
)
UNFIT = N_(
    "What was to be written to the database {path} does not fit what stands there: it was changed meanwhile. Nothing"
    " was changed. Look at the records again and repeat the step."
)
READ_ONLY = N_(
    "The database {path} cannot be written to. Nothing was changed. Please ask for write access to the folder, or"
    " choose another data folder with --data-dir."
)
_FULL = N_(
    "There is no space left for the database {path}. Nothing was changed. Free some space on the disk and try again."
)
CANNOT_OPEN = N_(
    "The database {path} cannot be opened. Nothing was changed. Check that the folder exists and that you may write to"
    " it, or choose another data folder with --data-dir."
)
_INPUT_OUTPUT = N_(
    "The disk with the database {path} does not answer properly. Nothing more was written. Check the disk or the"
    " network drive and try again."
)
_DAMAGE = ("Could not decode", "JSON cannot hold", "no such table", "no such column", "table ", "duplicate column name")
"""What the driver says, without a code of its own, of a file that holds other things than it should."""
_BY_CODE = {
    "SQLITE_CORRUPT": CORRUPT,
    "SQLITE_NOTADB": CORRUPT,
    "SQLITE_BUSY": LOCKED,
    "SQLITE_LOCKED": LOCKED,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_FULL": _FULL,
    "SQLITE_CANTOPEN": CANNOT_OPEN,
    "SQLITE_PERM": CANNOT_OPEN,
    "SQLITE_AUTH": CANNOT_OPEN,
    "SQLITE_IOERR": _INPUT_OUTPUT,
    "SQLITE_CONSTRAINT": UNFIT,
}


class UnreadableRowsError(sqlite3.DatabaseError):
    """Rows hold what no Wegweiser writes."""


@contextmanager
def rows_read() -> Iterator[None]:
    """Words that are in no list, days that are none, what is named and not there: something else has written to the
    file, or the disk has.
    """
    try:
        yield
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableRowsError from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what disk or driver do to the database at `path` into a `StoreError`; our own bugs pass through."""
    try:
        with driver_told(path):
            yield
    except OSError as error:
        msgid = _FULL if error.errno == errno.ENOSPC else CANNOT_OPEN
        raise StoreError(msgid, path=path) from error


@contextmanager
def driver_told(path: Path) -> Iterator[None]:
    """Turn what the driver alone says of the database at `path` into a `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        if (told_error := store_error(error, path)) is None:
            raise
        raise told_error from error


def store_error(error: BaseException | None, path: Path) -> StoreError | None:
    """The message for what the driver said, or nothing where the fault is ours."""
    is_damage = isinstance(error, sqlite3.OperationalError) and str(error).startswith(_DAMAGE)
    if is_damage or isinstance(error, UnreadableRowsError):
        return StoreError(CORRUPT, path=path)
    name = getattr(error, "sqlite_errorname", None) or ""
    for code, msgid in _BY_CODE.items():
        if name == code or name.startswith(f"{code}_"):
            return StoreError(msgid, path=path)
    return None
