"""A data folder on a network drive, and the copy of it that this computer works on."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.domain.errors import N_, Message


class CopyState(StrEnum):
    """How the copy stands to what lies on the network drive; none is made where all of a user's folders lie there."""

    NO_COPY = "no_copy"

    SAME = "same"
    FETCHED = "fetched"
    OWN = "own"
    PARTED = "parted"
    WAITING = "waiting"
    AWAY = "away"
    UNREADABLE = "unreadable"

    @property
    def has_backup(self) -> bool:
        """Whether the records from the network drive lie among the backups, to be put in the place of the copy."""
        return self is CopyState.PARTED


RULE = N_(
    "The data folder {share} lies on a network drive: you work with a copy on this computer. What you change stays"
    " here; hand it on as a data package."
)
"""What it means to work with a copy of a folder."""
_NO_COPY = N_(
    "Your own data folder {share} lies on a network drive. Use Wegweiser on one computer at a time, lest the database"
    " be damaged; or choose a folder on this computer in the settings."
)
_STATES = {
    CopyState.FETCHED: N_("{rule} Newer records were fetched from the network drive just now."),
    CopyState.OWN: N_("{rule} Your copy has changes of its own."),
    CopyState.PARTED: N_(
        "{rule} Other records lie on the network drive now. Your copy has changes of its own and was left as it is; the"
        " other records lie among the backups."
    ),
    CopyState.WAITING: N_(
        "{rule} Other records lie on the network drive now; they are fetched at a start at which no other window of"
        " Wegweiser is open."
    ),
    CopyState.AWAY: N_("{rule} Nothing can be read on the network drive now: you see the copy as it was last."),
    CopyState.UNREADABLE: N_(
        "{rule} You see the copy as it was last, for what lies on the network drive now could not be fetched: {why}"
    ),
}


class SharedFolder(Struct, frozen=True):
    """The folder on the network drive, how the copy stands to it, and what kept it from being fetched, if anything."""

    share: Path
    state: CopyState = CopyState.NO_COPY
    why: Message | None = None

    @property
    def is_copied(self) -> bool:
        """Whether this computer works on a copy of it."""
        return self.state is not CopyState.NO_COPY

    @property
    def message(self) -> Message:
        """What a person has to know for as long as they work with a copy."""
        rule = Message(_NO_COPY if self.state is CopyState.NO_COPY else RULE, share=self.share)
        return Message(_STATES[self.state], rule=rule, why=self.why) if self.state in _STATES else rule
