"""Tells whether anybody changed the records, be it in this window or elsewhere."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from desktop.store.change_counter import ChangeCounter


class Changes:
    """Looks at the database that the catalogue has made ready."""

    def __init__(self, catalogue: Catalogue, database: Path) -> None:
        self._catalogue = catalogue
        self._database = database
        self._lock = Lock()
        self._counter: ChangeCounter | None = None

    def state(self) -> tuple[int, int]:
        """Another one than before if anything was changed since; raises `StoreError`."""
        from desktop.store.change_counter import ChangeCounter

        self._catalogue.make_ready()
        with self._lock:
            if self._counter is None:
                is_there = self._database.exists()  # where it can be made nowhere, others are shown in its place
                self._counter = ChangeCounter(self._database if is_there else self._catalogue.place)
            return self._counter.state()

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._counter is not None:
                self._counter.close()
                self._counter = None
