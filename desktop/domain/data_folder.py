"""The folder in which everything lies that the office keeps, and why it is this one."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

BACKUPS = "backups"
"""The folder of the backups, beside the database."""


class Origin(StrEnum):
    """Who chose the folder; what stands first is followed before what stands behind it."""

    ASKED = "asked"
    PORTABLE = "portable"
    MOVED = "moved"
    USUAL = "usual"

    @property
    def may_change(self) -> bool:
        """Whether the choice is one of this program, and not of whoever started it or put it on a stick."""
        return self in (Origin.MOVED, Origin.USUAL)


class FolderFacts(Struct, frozen=True, kw_only=True):
    """What lies in the folder: the bytes of the database with its log, and the number of backups."""

    path: Path
    origin: Origin
    database_size: int
    backups: int
