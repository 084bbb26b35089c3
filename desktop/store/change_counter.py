"""Tells whether anybody changed a database since the last look."""

import sqlite3
from pathlib import Path

from desktop.store.failures import told
from desktop.store.read_only import address_of

State = tuple[int, int]
"""Which file it is, and SQLite's count of the changes made to it by others."""


class ChangeCounter:
    """Keeps a connection of its own, for SQLite counts the changes that others made since a connection began."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = 0
        self._connection: sqlite3.Connection | None = None

    def state(self) -> State:
        """Another one than before if the database was changed, or replaced; raises `StoreError`."""
        with told(self._path):
            file = self._path.stat().st_ino
            if file != self._file:
                self.close()
            if self._connection is None:
                self._connection = sqlite3.connect(address_of(self._path), uri=True, check_same_thread=False)
                self._file = file
            version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return file, version

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
