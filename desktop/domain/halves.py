"""Signs that no text may hold: those that steer machines, and halves of characters."""

import unicodedata

from desktop.domain.errors import N_, InvalidRecordError

_KEPT = "\n\t"


def refuse_halves(text: str) -> None:
    """Raise `InvalidRecordError` for halves of characters, as a damaged clipboard leaves them."""
    if any(unicodedata.category(sign) == "Cs" for sign in text):
        raise InvalidRecordError(
            N_("The text holds half a character that cannot be kept. Please type that place anew.")
        )


def without_controls(text: str) -> str:
    """The text without signs that steer machines; ends of lines and tabs stay."""
    refuse_halves(text)
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) != "Cc")
