"""The folder that backups go to: beside the database, or elsewhere where an administration wants them."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, Message, StoreError
from desktop.in_time import in_time
from desktop.store.backup import back_up, backups_in, folder_of
from desktop.store.failures import CORRUPT

if TYPE_CHECKING:
    from desktop.domain.backup import Backup, Reason

_AGAIN_S = 60.0
"""So long a folder that was not there is not asked again: each answer may take as long as a person waits."""
_FELL_BACK = N_(
    "The folder for backups, {folder}, cannot be used now. Until it can be, backups lie beside the database: {beside}"
)


class BackupPlace:
    """`elsewhere` is this computer's own folder within one that has to be there: no drive is made up.

    Where it cannot be used backups fall back beside the database, and `trouble` says so.
    """

    def __init__(self, database: Path, beside: Path | None = None, elsewhere: Path | None = None) -> None:
        self._database = database
        self.beside = beside or folder_of(database)
        self.elsewhere = elsewhere
        self.trouble: Message | None = None
        self._not_before = 0.0
        self._is_hanging = False

    def folder(self) -> Path:
        """The folder to write to now; asks for it anew once some time has passed since it was not there."""
        if self.elsewhere is None:
            return self.beside
        if time.monotonic() < self._not_before:
            return self.beside
        try:
            in_time(self._prepare)
        except OSError as error:
            self._fall_back(is_hanging=isinstance(error, TimeoutError))
            return self.beside
        self.trouble = None
        return self.elsewhere

    def make(self, reason: Reason, now: datetime, spared: Path | None = None) -> Backup:
        """A backup of the database; raises `StoreError` where it cannot be made here nor there."""
        folder = self.folder()
        try:
            return back_up(self._database, folder, reason, now, spared)
        except StoreError as error:
            if folder == self.beside or error.message.msgid == CORRUPT:
                raise
            self._fall_back(is_hanging=False)
            return back_up(self._database, self.beside, reason, now, spared)

    def all(self) -> tuple[Backup, ...]:
        """The backups there are, the last one first; in two folders the clock tells which that is."""
        here, there = backups_in(self.beside, self._database.stem), self._listed_elsewhere()
        if not there:
            return here
        return tuple(sorted((*here, *there), key=lambda backup: (backup.made_at, backup.number), reverse=True))

    def _listed_elsewhere(self) -> tuple[Backup, ...]:
        """What lies elsewhere, even where nothing can be written; nothing where no answer comes."""
        folder, stem = self.elsewhere, self._database.stem
        if folder is None or (self._is_hanging and time.monotonic() < self._not_before):
            return ()
        try:
            return in_time(lambda: backups_in(folder, stem))
        except TimeoutError:
            self._fall_back(is_hanging=True)
            return ()

    def _prepare(self) -> None:
        """Make this computer's folder, and find out whether a file can be made in it."""
        assert self.elsewhere is not None
        self.elsewhere.mkdir(exist_ok=True)
        probe = self.elsewhere / ".wegweiser.part"
        probe.touch()
        probe.unlink(missing_ok=True)

    def _fall_back(self, *, is_hanging: bool) -> None:
        self._is_hanging = is_hanging
        self._not_before = time.monotonic() + _AGAIN_S
        self.trouble = Message(_FELL_BACK, folder=self.elsewhere, beside=self.beside)
