"""Which file is read: the database itself, to be changed or not, or a backup in the place of a damaged one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.backup import REASON_LABELS
from desktop.domain.errors import N_, Message, StoreError
from desktop.store.backup_place import BackupPlace
from desktop.store.failures import CANNOT_OPEN, CORRUPT, FOREIGN, LOCKED, NEWER, READ_ONLY, told
from desktop.store.opening import make_ready
from desktop.store.read_only import is_sound, is_writable
from desktop.store.state import is_current

if TYPE_CHECKING:
    from desktop.domain.backup import Backup

_STANDS_IN = N_(
    "The database {path} is damaged and was left as it is. What you see is the backup of {moment}, made {reason};"
    " nothing can be changed in it. To go on working, restore a backup: File, Backups …"
)
_READ_ONLY = N_(
    "The database {path} cannot be written to, so nothing can be changed. To change something, ask for write access, or"
    " copy it to another folder and choose that one with --data-dir."
)
_ONLY_SHOWN = N_(
    "The data folder {folder} cannot be written to, and there is no database in it. You see the shipped data,"
    " read-only: nothing is saved. To keep something, ask for write access, or choose another folder with --data-dir."
)


class Opened(NamedTuple):
    """The file to read, and why nothing may be changed in it, if so; `borrowed` goes when nobody reads it any more."""

    path: Path
    why_read_only: Message | None = None
    is_damaged: bool = False
    borrowed: TemporaryDirectory[str] | None = None

    def let_go(self) -> None:
        """Remove what was only borrowed."""
        if self.borrowed is not None:
            self.borrowed.cleanup()


def open_best(database: Path, shipped: Path, place: BackupPlace | None = None) -> Opened:
    """The database, made ready; where it cannot be used, what can be read in its place. Raises `StoreError`."""
    try:
        make_ready(database, shipped, place)
    except StoreError as error:
        return _instead(database, shipped, error, place)
    return Opened(database, None if is_writable(database) else Message(_READ_ONLY, path=database))


def stand_in(database: Path, shipped: Path, place: BackupPlace | None = None) -> Opened:
    """The last good backup of a damaged database; raises `StoreError` where there is none."""
    for backup in (place or BackupPlace(database)).all():
        try:
            if is_sound(backup.path):
                return _shown(database, backup, shipped)
        except StoreError:
            continue
    raise StoreError(CORRUPT, path=database)


def is_missing(database: Path) -> bool:
    """Whether there is no such file; where nobody may look there may be one."""
    try:
        database.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _instead(database: Path, shipped: Path, error: StoreError, place: BackupPlace | None) -> Opened:
    """A database that only cannot be brought up to date is better read than not; without any the shipped data are."""
    if error.message.msgid in (READ_ONLY, CANNOT_OPEN) and is_missing(database) and database.parent.is_dir():
        return _borrowed(database, shipped, Message(_ONLY_SHOWN, folder=database.parent))
    if error.message.msgid == CORRUPT:
        return stand_in(database, shipped, place)
    if error.message.msgid in (LOCKED, NEWER, FOREIGN) or not is_current(database):
        raise error
    return Opened(database, error.message)


def _shown(database: Path, backup: Backup, shipped: Path) -> Opened:
    """A backup of an earlier version is brought up to date in a copy, which is thrown away."""
    why = Message(
        _STANDS_IN,
        path=database,
        moment=_spelled(backup.made_at),
        reason=Message(REASON_LABELS[backup.reason]),
    )
    if is_current(backup.path):
        return Opened(backup.path, why, is_damaged=True)
    return _borrowed(database, shipped, why, backup)


def _borrowed(database: Path, shipped: Path, why: Message, backup: Backup | None = None) -> Opened:
    """A database of that backup, or of the shipped data alone, in a private folder that goes with it."""
    borrowed = TemporaryDirectory(prefix="wegweiser-", ignore_cleanup_errors=True)
    copy = Path(borrowed.name) / database.name
    try:
        if backup is not None:
            with told(backup.path):
                copy.write_bytes(backup.path.read_bytes())
        make_ready(copy, shipped)
    except BaseException:
        borrowed.cleanup()
        raise
    return Opened(copy, why, is_damaged=backup is not None, borrowed=borrowed)


def _spelled(moment: datetime) -> str:
    return moment.strftime("%d.%m.%Y, %H:%M")
