"""Puts a backup in the place of the database: in one step, with what was there before kept."""

import os
from contextlib import closing, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from desktop.domain.backup import Backup, Reason, Restored
from desktop.domain.errors import N_, StoreError
from desktop.store.backup import back_up, sync
from desktop.store.failures import CORRUPT, LOCKED, NEWER, told
from desktop.store.read_only import connect_to_write, is_sound
from desktop.store.schema import revision_of

_NEWER = N_(
    "The backup {name} was written by a newer version of Wegweiser and cannot be restored by this one. Nothing was"
    " changed."
)
_UNSOUND = N_("The backup {name} is damaged and cannot be restored. Nothing was changed. Please choose another one.")
_NOTES = ("-wal", "-shm", "-journal")


def restore(backup: Backup, database: Path, folder: Path, now: datetime, reason: Reason = Reason.RESTORE) -> Restored:
    """Put `backup` in the place of `database`, which nobody in this program may have open; raises `StoreError`.

    Of what was there a backup is made first, for this reason; a damaged file is kept beside, for there can be no backup
    of it.
    """
    _refuse_unfit(backup)
    staged = database.with_name(f"{database.stem}-{os.urandom(4).hex()}.part")
    try:
        with told(database):
            _copy(backup.path, staged)
        before, damaged = _put_by(backup, database, folder, now, reason)
        with told(database):
            staged.replace(database)
            sync(database.parent)
    finally:
        staged.unlink(missing_ok=True)
    return Restored(backup, before, damaged)


def _refuse_unfit(backup: Backup) -> None:
    try:
        is_fit = is_sound(backup.path) and revision_of(backup.path) is not None
    except StoreError as error:
        words = _NEWER if error.message.msgid == NEWER else _UNSOUND
        raise StoreError(words, name=backup.path.name) from error
    if not is_fit:
        raise StoreError(_UNSOUND, name=backup.path.name)


def _put_by(
    backup: Backup, database: Path, folder: Path, now: datetime, reason: Reason
) -> tuple[Backup | None, Path | None]:
    """Keep what is there, and leave it as one file that nobody else has open: what it is told in a log would be told
    to the backup in its place.
    """
    if not database.exists():
        _remove_notes(database)
        return None, None
    try:
        if is_sound(database):
            close_log(database)  # before the backup: a restore that is refused must not crowd out the good ones
        before = back_up(database, folder, reason, now, spared=backup.path)
        close_log(database)
    except StoreError as error:
        if error.message.msgid != CORRUPT:
            raise
        return None, _keep_damaged(database)
    return before, None


def close_log(database: Path) -> None:
    """Leave one file without a log, which SQLite does only where nobody else has it open; raises `StoreError`."""
    with told(database), closing(connect_to_write(database, wait_s=2)) as connection:
        if connection.execute("PRAGMA journal_mode = DELETE").fetchall() != [("delete",)]:
            raise StoreError(LOCKED, path=database)


def _keep_damaged(database: Path) -> Path:
    """Copy a damaged file with what stands beside it; then its log goes, lest it be read into the backup."""
    names = (database.with_name(f"{database.stem}-damaged-{number}{database.suffix}") for number in count(1))
    kept = next(path for path in names if not path.exists())
    with told(database):
        _copy(database, kept)
        for note in _NOTES:
            with suppress(FileNotFoundError):
                _copy(database.with_name(database.name + note), kept.with_name(kept.name + note))
        sync(database.parent)
        _remove_notes(database)
    return kept


def _remove_notes(database: Path) -> None:
    for note in _NOTES:
        database.with_name(database.name + note).unlink(missing_ok=True)


def _copy(origin: Path, target: Path) -> None:
    """A copy that is on the disk when this returns."""
    with origin.open("rb") as source, target.open("xb") as copy:
        while piece := source.read(1 << 20):
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
