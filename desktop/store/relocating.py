"""Copies what an office keeps to another folder: checked there, and whole or not at all."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import file_digest
from pathlib import Path

from desktop.domain.errors import N_, StoreError
from desktop.store.backup import sync
from desktop.store.failures import CORRUPT, LOCKED, told
from desktop.store.read_only import connect_to_write, is_sound

_FAILED = N_(
    "The data could not be copied to {folder}. Nothing was changed: Wegweiser goes on with the folder it has. Check"
    " space and rights there, or choose another folder."
)
_UNLIKE = N_(
    "The copy in {folder} is not what was copied, and was removed. Nothing was changed: Wegweiser goes on with the"
    " folder it has. Check the disk, or choose another folder."
)
_WAIT_S = 2


def relocate(database: Path, others: Iterable[Path], target: Path) -> None:
    """Copy the database and the other files, which lie below its folder, to `target`; raises `StoreError`.

    Nobody in this program may have the database open, and nobody else has. It comes last, so that a folder that has one
    has everything. Each copy is read again and compared; where anything fails, all of them are removed.
    """
    if not is_sound(database):
        raise StoreError(CORRUPT, path=database)
    _close_log(database)
    with _all_or_nothing(target) as made:
        for origin in (*others, database):
            copy = target / origin.relative_to(database.parent)
            _make_folder(copy.parent, made)
            _copy(origin, copy, made)
            if _digest(copy) != _digest(origin):
                raise StoreError(_UNLIKE, folder=target)
        sync(target)


def _close_log(database: Path) -> None:
    """SQLite gives up its log only where nobody else has the database open."""
    with told(database), closing(connect_to_write(database, wait_s=_WAIT_S)) as connection:
        if connection.execute("PRAGMA journal_mode = DELETE").fetchall() != [("delete",)]:
            raise StoreError(LOCKED, path=database)


@contextmanager
def _all_or_nothing(target: Path) -> Iterator[list[Path]]:
    """Files and folders as they are made; in the end all of them are there, or none is."""
    made: list[Path] = []
    try:
        yield made
    except BaseException as error:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StoreError(_FAILED, folder=target) from error
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _copy(origin: Path, target: Path, made: list[Path]) -> None:
    """A copy that is on the disk when this returns, for as few people as its origin; none that is there is replaced."""
    may = stat.S_IMODE(origin.stat().st_mode)
    with (
        origin.open("rb") as source,
        open(target, "xb", opener=lambda name, flags: os.open(name, flags, may)) as copy,
    ):
        made.append(target)
        while piece := source.read(1 << 20):
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
