"""Writes a file whole or not at all: beside its place first, then moved there."""

import errno
import os
from pathlib import Path

from desktop.domain.errors import N_, FileWriteError

_NO_FOLDER = N_("The folder {folder} is not there, or is no folder. Please choose another one.")
_NO_RIGHT = N_("{path} cannot be written: you have no right to, or another program has it open. Choose another place.")
_IS_FOLDER = N_("{path} is a folder. Please choose another name.")
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


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`; raises `FileWriteError`, and then leaves what was there before and nothing else."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        _write(path, content)
    except OSError as error:
        words = _WORDS.get(error.errno or 0, _FAILED)
        raise FileWriteError(words, path=path, folder=path.parent, name=path.name) from error


def _write(path: Path, content: bytes) -> None:
    """`open` rather than `mkstemp`, which lets nobody but the writer read: clerks share folders."""
    partial = path.with_name(f".{os.urandom(6).hex()}.part")
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
