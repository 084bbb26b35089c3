"""A policy as it was read: what it lays down, what of it is not followed, and what that means for the PIN."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec import UNSET, Struct

from desktop.domain.errors import N_, Message
from desktop.policy.rules import Rules

_IN_LINE = N_("Line {line} of the policy {file} is not followed: {reason}")
_WHOLE = N_("The policy {file} is not followed: {reason}")
_MORE = N_("{fault} “wegweiser check” tells of more.")
_LOCKED = N_("{fault} Editing stays locked until the administration has mended that.")
_SEALED = N_(
    "The policy of your administration may ask for a PIN, but cannot be read: {file}. Until it can be, records are"
    " read-only. Please tell your administration; “wegweiser check” says what is wrong."
)
_NO_PIN = N_(
    "Your administration asks for a PIN before anything is changed, and none is set yet. Set one first: File, Settings,"
    " Records."
)


class Fault(NamedTuple):
    """What is not followed, and in which line it stands if it stands in one."""

    line: int | None
    reason: Message

    def told(self, file: Path) -> Message:
        """The fault with the file that it is in."""
        if self.line is None:
            return Message(_WHOLE, file=file, reason=self.reason)
        return Message(_IN_LINE, line=self.line, file=file, reason=self.reason)


class Policy(Struct, frozen=True, kw_only=True):
    """What holds on this computer; without a `file` nothing is laid down.

    One that `is_sealed` may have asked for a PIN where it could not be read: until it can be, nobody gets by.
    """

    file: Path | None = None
    rules: Rules = Rules()
    faults: tuple[Fault, ...] = ()
    is_sealed: bool = False

    def sets(self, key: str) -> bool:
        """Whether `section.key` is laid down."""
        section, _, name = key.partition(".")
        return getattr(getattr(self.rules, section), name) is not UNSET

    @property
    def needs_pin(self) -> bool:
        """Whether records may only be changed with a PIN."""
        return self.is_sealed or self.rules.pin.required is True or self.sets("pin.hash")

    def refusal(self, *, has_pin: bool) -> Message | None:
        """Why nobody may change anything now, if so."""
        if self.is_sealed:
            return Message(_SEALED, file=self.file)
        return Message(_NO_PIN) if self.needs_pin and not has_pin else None

    def notice(self) -> Message | None:
        """What has to be told of it at the start, in one line."""
        if not self.faults or self.file is None:
            return None
        told = self.faults[0].told(self.file)
        if self.is_sealed:
            told = Message(_LOCKED, fault=told)
        return told if len(self.faults) == 1 else Message(_MORE, fault=told)

    @property
    def packages(self) -> Path | None:
        """The folder for packages, if one is laid down."""
        folder = self.rules.packages.folder
        return None if folder is UNSET else Path(folder)

    @property
    def backups(self) -> Path | None:
        """The folder within which the backups of this computer lie, if one is laid down."""
        folder = self.rules.backups.folder
        return None if folder is UNSET else Path(folder)

    @property
    def logo(self) -> Path | None:
        """The image of the office; one without a whole path lies beside the policy."""
        logo = self.rules.office.logo
        return None if logo is UNSET or self.file is None else self.file.parent / logo
