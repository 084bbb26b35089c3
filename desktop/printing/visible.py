"""Whether a text shows anything at all; cheap to read."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})


def is_visible(text: str) -> bool:
    """Whether a text has a letter, a digit or a sign: blanks, marks and what only steers are none."""
    return any(unicodedata.category(char) not in _UNSEEN for char in text)
