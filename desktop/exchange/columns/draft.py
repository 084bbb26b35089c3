"""What a row has told so far, before it is known what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.phone import Phone

_LEFT_OUT = N_("{column}: “{value}” was left out. {reason}")
_UNREAD = N_("{column}: some signs of “{value}” cannot be read. Please look at it afterwards.")
_COMPLETED = N_("{column}: “{value}” was completed to “{code}”. Please check it.")
_CUT = N_("{column}: “{value}” is too long; only its first {count} characters were taken over.")
_NO_SENSE = N_("It cannot be read as what the column holds.")
_SHOWN = 80


class Draft:
    """The texts of a row by what they mean; what cannot be taken over is `lost`. `names` are the columns by target.

    `code` is the postcode of the address as its column has it.
    """

    __slots__ = (
        "address",
        "code",
        "emails",
        "links",
        "lost",
        "names",
        "origin",
        "parts",
        "person",
        "phones",
        "simple",
        "words",
    )

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.simple: dict[str, str] = {}
        self.origin: dict[str, str] = {}
        self.parts: dict[tuple[str, int], dict[str, str]] = {}
        self.words: dict[str, str] = {}
        self.person: dict[str, str] = {}
        self.address: dict[str, str] = {}
        self.code = ""
        self.phones: list[Phone] = []
        self.emails: list[dict[str, str]] = []
        self.links: list[dict[str, str]] = []
        self.lost: list[Message] = []

    def column(self, *targets: str) -> str:
        """The name of the column that tells the first of these."""
        return next((self.names[target] for target in targets if target in self.names), targets[0])

    def lose(self, column: str, value: object, error: Exception | None = None) -> None:
        """Note what was left out, and why."""
        reason = error.message if isinstance(error, InvalidRecordError) else Message(_NO_SENSE)
        self.lost.append(Message(_LEFT_OUT, column=column, value=_shown(value), reason=reason))

    def doubt(self, column: str, value: object) -> None:
        """Note what was taken over though some of its signs are lost."""
        self.lost.append(Message(_UNREAD, column=column, value=_shown(value)))

    def complete(self, target: str, value: str, code: str) -> None:
        """Note that a code is longer than what the column says, if it is."""
        if code not in value:
            self.lost.append(Message(_COMPLETED, column=self.column(target), value=_shown(value), code=code))

    def cut(self, target: str, most: int) -> str:
        """The words about something, no longer than they may be; what was cut off is noted."""
        text = self.words.get(target, "")
        if len(text) > most:
            self.lost.append(Message(_CUT, column=self.column(target), value=_shown(text), count=most))
        return text[:most]


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
