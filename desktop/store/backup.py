"""Copies of the database: whole, verified, and the last ten of them kept.

They are told and ordered by the number in their name, so that a wrong clock deletes nothing. What does not have exactly
such a name is never touched.
"""

import errno
import filecmp
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from desktop.domain.backup import Backup, Content, Reason
from desktop.domain.data_folder import BACKUPS
from desktop.domain.errors import N_, StoreError
from desktop.domain.vocabulary import Kind
from desktop.store.failures import CORRUPT
from desktop.store.read_only import faults, reading

KEPT = 10
_TRIED_AGAIN = (Reason.IMPORT, Reason.UPDATE)
"""What may be given up or refused behind its backup, and tried again."""
_MAPPED = 1 << 30
_DAY = "-%m-%d-%H%M%S"
_MOMENT = f"%Y{_DAY}"
_PATTERN = re.compile(
    rf"(?P<stem>.+)-(?P<number>[0-9]{{6,}})-(?P<moment>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}-[0-9]{{6}})"
    rf"-(?P<reason>{'|'.join(Reason)})\.sqlite"
)
_NO_ROOM = N_(
    "There is no space left for a backup in {folder}. Without a backup nothing is changed. Free some space on the disk"
    " and try again."
)
_NO_RIGHT = N_(
    "No backup can be written to {folder}. Without a backup nothing is changed. Please ask for write access to the"
    " folder, or choose another data folder with --data-dir."
)
_FAILED = N_(
    "The backup in {folder} could not be made. Without a backup nothing is changed. Check the disk or the network drive"
    " and try again."
)
_STARTED = re.compile(r"(?P<stem>.+)-(?P<number>[0-9]{6,})\.part")
_BY_ERROR = {"SQLITE_FULL": _NO_ROOM, "SQLITE_READONLY": _NO_RIGHT, "SQLITE_CANTOPEN": _NO_RIGHT}


def folder_of(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.parent / BACKUPS


def back_up(path: Path, folder: Path, reason: Reason, now: datetime, spared: Path | None = None) -> Backup:
    """A copy of the database at `path` in `folder`, complete or not there; then those before the last ten go.

    Raises `StoreError` where there is no room, and where the database is damaged: of that no backup is made, lest it
    take the place of a good one. `spared` stays whatever its number. Where an import is tried again after one that came
    to nothing the last backup holds the same already, and is that of this one too: ten tries push nothing out.
    """
    with reading(path) as source:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # what is wrong here is not the copy's fault
        with _told(folder), _started(folder, path.stem) as (number, part):
            if not _is_copied(source, part):
                raise StoreError(CORRUPT, path=path)
            if (last := _last_like(part, folder, path.stem, reason)) is not None:
                return last
            made = part.with_name(f"{path.stem}-{number:06}-{now.year:04}{now.strftime(_DAY)}-{reason}.sqlite")
            part.replace(made)
            sync(folder)
    _clear_away(path.stem, folder, {made, spared})
    return Backup(number, now.replace(microsecond=0, tzinfo=None), reason, made)


def backups_in(folder: Path, stem: str) -> tuple[Backup, ...]:
    """The backups of the database of this name, the last one first."""
    try:
        names = [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return ()
    found = [backup for path in names if (backup := _backup(path, stem)) is not None]
    return tuple(sorted(found, key=lambda backup: backup.number, reverse=True))


def content_of(backup: Backup) -> Content:
    """What is in a backup, as far as it can be read."""
    size, counts = 0, None
    with suppress(OSError, StoreError):
        size = backup.path.stat().st_size
        with reading(backup.path) as connection:
            rows = connection.execute("SELECT record_kind, count(*) FROM entry GROUP BY record_kind").fetchall()
            counts = {Kind(kind): number for kind, number in rows}
    return Content(size, counts)


def sync(folder: Path) -> None:
    """Let the disk know that a name in this folder has changed; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _backup(path: Path, stem: str) -> Backup | None:
    found = _PATTERN.fullmatch(path.name)
    if found is None or found["stem"] != stem:
        return None
    try:
        moment = datetime.strptime(found["moment"], _MOMENT)
    except ValueError:
        return None
    return Backup(int(found["number"]), moment, Reason(found["reason"]), path)


def _last_like(part: Path, folder: Path, stem: str, reason: Reason) -> Backup | None:
    """The last backup, where it was made for the same reason and holds the very bytes of this one."""
    last = next(iter(backups_in(folder, stem)), None)
    if last is None or last.reason is not reason or reason not in _TRIED_AGAIN:
        return None
    filecmp.clear_cache()  # it goes by sizes and moments, which a stick tells only to two seconds
    with suppress(OSError):
        return last if filecmp.cmp(part, last.path, shallow=False) else None
    return None


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What keeps a backup from being made, in words that name its folder."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_BY_ERROR.get(getattr(error, "sqlite_errorname", ""), _FAILED), folder=folder) from error
    except OSError as error:
        words = _NO_ROOM if error.errno in (errno.ENOSPC, errno.EDQUOT) else _FAILED
        rights = (errno.EACCES, errno.EPERM, errno.EROFS)
        raise StoreError(_NO_RIGHT if error.errno in rights else words, folder=folder) from error


@contextmanager
def _started(folder: Path, stem: str) -> Iterator[tuple[int, Path]]:
    """The number of the next backup and a file for it, which nobody else takes and which is gone in the end."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1 + max(_numbers(folder, stem), default=0)):
        part = folder / f"{stem}-{number:06}.part"
        with suppress(FileExistsError):
            part.open("xb").close()
            break
    try:
        yield number, part
    finally:
        part.unlink(missing_ok=True)


def _numbers(folder: Path, stem: str) -> list[int]:
    parts = (_STARTED.fullmatch(path.name) for path in folder.iterdir())
    started = [int(found["number"]) for found in parts if found and found["stem"] == stem]
    return [*started, *(backup.number for backup in backups_in(folder, stem))]


def _is_copied(source: sqlite3.Connection, part: Path) -> bool:
    """Copy everything, and say whether the copy is sound; it is locked meanwhile, so that nobody takes it for a rest.

    The copy is one file: it needs no other beside it, and can be read where nothing can be written.
    """
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        for pragma in ("locking_mode = EXCLUSIVE", "synchronous = OFF", "cache_size = -32000"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        source.backup(copy)
        for pragma in ("journal_mode = DELETE", f"mmap_size = {_MAPPED}"):  # mapped, the check takes half the time
            copy.execute(f"PRAGMA {pragma}").fetchall()
        is_good = not faults(copy)
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    return is_good


def _clear_away(stem: str, folder: Path, spared: set[Path | None]) -> None:
    """Remove what is older than the last ten, and what a killed program left half made."""
    for backup in backups_in(folder, stem)[KEPT:]:
        if backup.path not in spared:
            with suppress(OSError):
                backup.path.unlink()
    for path in folder.iterdir():
        found = _STARTED.fullmatch(path.name)
        if found and found["stem"] == stem and not _is_in_use(path):
            with suppress(OSError):
                path.unlink()
                path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _is_in_use(part: Path) -> bool:
    try:
        with closing(sqlite3.connect(part, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorname", "") == "SQLITE_BUSY"
    return False
