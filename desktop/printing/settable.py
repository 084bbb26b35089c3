"""Text made ready to be set: composed letters, nothing that only machines see, stand-ins where a font lacks a sign."""

import re
import unicodedata

from desktop.printing import font_stack

_CONTROLS = frozenset({"Cc"})
_UNSEEN = frozenset({"Cc", "Cf"})
_KEPT = "\n\u00ad"
_BLANKS = re.compile(" *\n *| {2,}")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def is_arabic(text: str) -> bool:
    """Whether a text holds letters or digits of the Arabic script, which no other way of setting can show."""
    return _ARABIC.search(text) is not None


def settable(text: str) -> str:
    """Text of scripts that run from left to right; of what is unseen, line breaks and soft hyphens stay."""
    return _without(_UNSEEN, text)


def settable_in_any_script(text: str) -> str:
    """Text that is shaped: what steers its letters stays, too."""
    return _without(_CONTROLS, text)


def _without(categories: frozenset[str], text: str) -> str:
    """The text with its stand-ins, without characters of these categories and blanks where they show nothing."""
    composed = font_stack.settable(text.strip())
    if not composed.isprintable():
        composed = "".join(char for char in composed if char in _KEPT or unicodedata.category(char) not in categories)
    return _BLANKS.sub(lambda blanks: "\n" if "\n" in blanks[0] else " ", composed)
