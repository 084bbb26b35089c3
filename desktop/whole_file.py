"""Writes a file whole or not at all: beside its place first, then moved there."""

import contextlib
import errno
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop.domain.errors import N_, FileWriteError

_NO_FOLDER = N_("The folder {folder} is not there, or is no folder. Please choose another one.")
_NO_RIGHT = N_("{path} cannot be written: you have no right to, or another program has it open. Choose another place.")
_IS_FOLDER = N_("{path} is a folder. Please choose another name.")
_NO_FILE = N_("{path} is a device or a pipe, not a file. Please choose another name.")
_PROTECTED = N_("{path} is write-protected. Choose another name, or take the protection off first.")
_PRECIOUS = N_("{path} is a database or a key, and nothing is ever written over one. Please choose another name.")
_NO_ROOM = N_("There is no room left for {path}. Free some space, or choose another drive.")
_BAD_NAME = N_("The system does not take the name {name}. Please choose a shorter or simpler one.")
_FAILED = N_("{path} could not be written. Try again, or choose another place.")
_WORDS = {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.EISDIR: _IS_FOLDER,
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.ENAMETOOLONG: _BAD_NAME,
    errno.EINVAL: _BAD_NAME,
}


_PARTIAL = re.compile(r"\.[0-9a-f]{12}\.part")
_DAY_S = 24 * 60 * 60
_FOR_ITS_OWNER = 0o600
_BEGINNINGS = (b"SQLite format 3\0", b"\x37\x7f\x06", b"-----BEGIN PRIVATE KEY-----")
"""What a database, its log and a key begin with: whoever names one by mistake would lose everything."""


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`; raises `FileWriteError`, and then leaves what was there before and nothing else."""
    with writing(path) as file:
        file.write(content)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, piece by piece, that is at `path` once the block has ended well.

    Where the block fails, or with `FileWriteError` the writing itself, what was there before is left and nothing else.
    A link is followed; what is no file, may not be written, or is a database or a key is refused; a file that was there
    keeps its mode.
    """
    with _told(path):
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        mode = _mode_of(target)
        if mode is not None and (refusal := _refusal(target, mode)):
            raise FileWriteError(refusal, path=path)
        _clear_away_old(target.parent)
        with _beside(target, mode) as file:
            yield file


def demand_place(path: Path) -> None:
    """Raise `FileWriteError` where nothing could be written at `path`; whatever is there stays as it is."""
    with contextlib.suppress(_TriedError), writing(path):
        raise _TriedError


def write_first(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole and for nobody else to read, unless something is there already.

    Raises `FileWriteError`. Of two programs that do so at once the first one is heard.
    """
    own = path.with_name(f".{os.urandom(6).hex()}.part")
    with _told(path):
        try:
            with open(own, "xb", opener=lambda name, flags: os.open(name, flags, _FOR_ITS_OWNER)) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _move_first(own, path)
        finally:
            own.unlink(missing_ok=True)


@contextlib.contextmanager
def in_temporary_files(words: str) -> Iterator[None]:
    """Raise `FileWriteError` with these words where the folder for temporary files cannot be written."""
    try:
        yield
    except FileWriteError:
        raise
    except OSError as error:
        raise no_temporary_files(words) from error


def no_temporary_files(words: str) -> FileWriteError:
    """These words about the folder for temporary files; its name is empty where the system has none at all."""
    folder = ""
    with contextlib.suppress(OSError):
        folder = tempfile.gettempdir()
    return FileWriteError(words, folder=folder)


def _move_first(own: Path, target: Path) -> None:
    try:
        target.hardlink_to(own)
    except FileExistsError:
        return
    except OSError:  # a drive that knows no links leaves it to chance who comes first
        if not target.exists():
            own.replace(target)


class _TriedError(Exception):
    """A place was only tried."""


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says, in words that tell a clerk what to do."""
    try:
        yield
    except FileWriteError:
        raise
    except OSError as error:
        words = _WORDS.get(error.errno or 0, _FAILED)
        raise FileWriteError(words, path=path, folder=path.parent, name=path.name) from error


def _mode_of(target: Path) -> int | None:
    """The mode of what is there, with the bits that tell what it is."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _refusal(target: Path, mode: int) -> str:
    """Why what is there may not be replaced; the administrator may do everything and is asked not to."""
    if stat.S_ISDIR(mode):
        return _IS_FOLDER
    if not stat.S_ISREG(mode):
        return _NO_FILE
    is_writable = mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(target, os.W_OK)
    if not is_writable:
        return _PROTECTED
    return _PRECIOUS if _is_precious(target) else ""


def _is_precious(target: Path) -> bool:
    with contextlib.suppress(OSError), target.open("rb") as file:
        return file.read(max(map(len, _BEGINNINGS))).startswith(_BEGINNINGS)
    return False


@contextlib.contextmanager
def _beside(target: Path, mode: int | None) -> Iterator[BinaryIO]:
    """`open` rather than `mkstemp`, which lets nobody but the writer read: clerks share folders."""
    partial = target.with_name(f".{os.urandom(6).hex()}.part")
    may = 0o666 if mode is None else stat.S_IMODE(mode) & 0o777
    try:
        with open(partial, "xb", opener=lambda name, flags: os.open(name, flags, may)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None and partial.stat().st_mode != mode:
            partial.chmod(stat.S_IMODE(mode))
        partial.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):  # a drive that is gone: what went wrong first is what counts
            partial.unlink()
        raise


def _clear_away_old(folder: Path) -> None:
    """Delete what a program that was killed while it wrote has left in the folder; a fresh one may be being written."""
    oldest = time.time() - _DAY_S
    with contextlib.suppress(OSError):
        for left in folder.iterdir():
            if _PARTIAL.fullmatch(left.name):
                _clear_away(left, oldest)


def _clear_away(left: Path, oldest: float) -> None:
    with contextlib.suppress(OSError):
        found = left.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_mtime < oldest:
            left.unlink()
