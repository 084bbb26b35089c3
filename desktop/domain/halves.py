"""Signs that no text may hold: those that steer machines, and halves of characters."""

import re

from desktop.domain.errors import N_, InvalidRecordError

_HALF = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+")  # all that there are, but for tabs and ends of lines


def refuse_halves(text: str) -> None:
    """Raise `InvalidRecordError` for halves of characters, as a damaged clipboard leaves them."""
    if not text.isascii() and _HALF.search(text):
        raise InvalidRecordError(
            N_("The text holds half a character that cannot be kept. Please type that place anew.")
        )


def printable(text: str, most: int) -> str:
    """The beginning of a strange text as a message may show it."""
    return "".join(sign if sign.isprintable() else "�" for sign in text[:most])


def without_controls(text: str) -> str:
    """The text without signs that steer machines; ends of lines and tabs stay."""
    refuse_halves(text)
    return _CONTROLS.sub("", text)
