"""Copies of the database, whole and consistent, that are never overwritten."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from desktop.store.failures import told
from desktop.store.read_only import reading


def back_up(path: Path, folder: Path) -> Path:
    """A copy of the database at `path` in `folder`, named by the time; the copy is complete or not there."""
    with told(path):
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, path.stem)
        partial = target.with_suffix(".part")
        try:
            _copy(path, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return target


def _copy(path: Path, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        with reading(path) as source:
            source.backup(copy)
    finally:
        copy.close()
    with target.open("rb+") as written:
        os.fsync(written.fileno())


def _free_name(folder: Path, stem: str) -> Path:
    moment = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    names = (f"{stem}-{moment}{suffix}.sqlite" for suffix in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
