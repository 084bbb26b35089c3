"""Fetches the record to read in the background; a newer wish supersedes an older one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.views.background import Background, Failed, Job

if TYPE_CHECKING:
    from desktop.domain.dossier import Dossier
    from desktop.domain.note import CounterNote
    from desktop.pages.blocks import Page


class Records(Protocol):
    """Where records come from."""

    def dossier(self, record_id: str) -> Dossier:
        """A record with what is read beside it."""


class Reading(NamedTuple):
    """A record that has been fetched; which notes about it are open only staff is told."""

    id: str
    kind: Kind
    page: Page
    open_notes: tuple[CounterNote, ...] = ()


class Reader:
    """One reader a tab; while it `is_for_staff` it reads the notes as well."""

    def __init__(
        self,
        records: Records,
        background: Background,
        tr: Translate,
        open_notes: Callable[[str], tuple[CounterNote, ...]] = lambda _: (),
    ) -> None:
        self._records = records
        self._background = background
        self._tr = tr
        self._open_notes = open_notes
        self.is_for_staff = False
        self._job: Job | None = None

    def read(self, record_id: str, done: Callable[[Reading], object], failed: Failed) -> None:
        """Fetch a record; what was asked for before is forgotten."""
        self.forget()
        is_for_staff = self.is_for_staff
        self._job = self._background.run(lambda: self._fetch(record_id, is_for_staff), done, failed)

    def forget(self) -> None:
        """Wait for nothing any more."""
        if self._job is not None:
            self._job.cancel()

    def _fetch(self, record_id: str, is_for_staff: bool) -> Reading:
        from desktop.pages.record import page

        dossier = self._records.dossier(record_id)
        notes = self._open_notes(record_id) if is_for_staff else ()
        return Reading(record_id, dossier.record.KIND, page(dossier, self._tr), notes)
