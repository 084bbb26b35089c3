"""A copy of the whole database, made before something is done to it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind


class Reason(StrEnum):
    """What a backup was made before; also the word for it in its name."""

    EDIT = "edit"
    IMPORT = "import"
    UPDATE = "update"
    MIGRATION = "migration"
    RESTORE = "restore"
    FETCH = "fetch"
    NETWORK = "network"
    WISH = "wish"


REASON_LABELS: dict[Reason, str] = {
    Reason.EDIT: N_("before the first change of the day"),
    Reason.IMPORT: N_("before an import"),
    Reason.UPDATE: N_("before newer shipped data"),
    Reason.MIGRATION: N_("before a newer version of the program"),
    Reason.RESTORE: N_("before another backup was restored"),
    Reason.FETCH: N_("before newer records from the network drive"),
    Reason.NETWORK: N_("the records on the network drive"),
    Reason.WISH: N_("by hand"),
}


class Backup(Struct, frozen=True):
    """A backup as its name tells: numbers count up whatever the clock says; `made_at` is what the clock said."""

    number: int
    made_at: datetime
    reason: Reason
    path: Path


class Content(Struct, frozen=True):
    """What is in a backup: its size, and how many records of each kind, or nothing where it cannot be read."""

    size: int
    counts: Mapping[Kind, int] | None

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum((self.counts or {}).values())


class Restored(Struct, frozen=True):
    """What restoring a backup did: the copy of the state that was there before, or the damaged file that was kept."""

    backup: Backup
    before: Backup | None
    damaged: Path | None
