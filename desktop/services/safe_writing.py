"""Transactions that change records: before the first one of a day a backup is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.services.catalogue import Catalogue
    from desktop.store.unit_of_work import Unit


class SafeWriting:
    """Calls `before_first` before the first transaction of a day; raises as `Catalogue.refuse_read_only` does."""

    def __init__(self, catalogue: Catalogue, now: Callable[[], datetime], before_first: Callable[[], object]) -> None:
        self._catalogue = catalogue
        self._now = now
        self._before_first = before_first
        self._backed_up_on: date | None = None

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """One transaction: everything in the block happens, or nothing."""
        self._make_safe()
        with self._catalogue.writing() as unit:
            yield unit

    def _make_safe(self) -> None:
        self._catalogue.refuse_read_only()
        today = self._now().date()
        if self._backed_up_on != today:
            self._before_first()
            self._backed_up_on = today
