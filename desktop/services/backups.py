"""Backups of the database: made before something is done to it, listed, and restored."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.backup import Reason
from desktop.services.clock import FIRST_YEAR

if TYPE_CHECKING:
    from desktop.domain.backup import Backup, Content, Restored
    from desktop.domain.errors import Message


class Backups:
    """The backups of one database in one folder.

    `apart` closes every connection of this program to the database and keeps new ones away for as long as it lasts.
    Where an administration wants the backups `elsewhere` they go there, and to `folder` while that cannot be used.
    """

    def __init__(
        self,
        database: Path,
        folder: Path,
        apart: Callable[[], AbstractContextManager[object]],
        now: Callable[[], datetime] = datetime.now,
        elsewhere: Path | None = None,
    ) -> None:
        from desktop.store.backup_place import BackupPlace

        self._database = database
        self._place = BackupPlace(database, folder, elsewhere)
        self._apart = apart
        self._now = now

    @property
    def wanted_folder(self) -> Path:
        """Where backups shall go, be it there or not."""
        return self._place.elsewhere or self._place.beside

    @property
    def trouble(self) -> Message | None:
        """Why backups do not go where the administration wants them, as far as that was found out."""
        return self._place.trouble

    def look_for_place(self) -> Message | None:
        """Find that out now; may take some seconds."""
        self._place.folder()
        return self._place.trouble

    def make(self, reason: Reason) -> Backup:
        """A backup of the database as it is now; raises `StoreError` where none can be made."""
        return self._place.make(reason, self._now())

    def make_daily(self) -> Backup | None:
        """The backup before the first change of a day, unless there is one; raises as `make` does.

        A clock that stands before the program was made may show the same day at each start.
        """
        today = self._now().date()
        last = next((one for one in self.all() if one.reason is Reason.EDIT), None)
        if last is not None and last.made_at.date() == today and today.year >= FIRST_YEAR:
            return None
        return self.make(Reason.EDIT)

    def all(self) -> tuple[Backup, ...]:
        """The backups there are, the last one first."""
        return self._place.all()

    def listed(self) -> tuple[tuple[Backup, Content], ...]:
        """The backups with what is in each."""
        from desktop.store.backup import content_of

        return tuple((backup, content_of(backup)) for backup in self.all())

    def restore(self, backup: Backup) -> Restored:
        """Put a backup in the place of the database, of which a backup is made first; raises `StoreError`.

        The next call that reads the database brings it up to date.
        """
        from desktop.store.restoring import restore

        with self._apart():
            return restore(backup, self._database, self._place.folder(), self._now())
