"""Spelling made comparable: case, umlauts, sharp s, dashes and gender forms."""

import re
import unicodedata

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})
_SEPARATORS = re.compile(r"[^0-9a-z@]+")
_MAX_QUERY = 200


def plain(text: str) -> str:
    """Lower-case letters and digits without any mark (ä becomes a, ß ss), words parted by single spaces."""
    marks_off = "".join(
        char
        for char in unicodedata.normalize("NFKD", text.casefold().replace("ø", "o"))
        if not unicodedata.combining(char)
    )
    return _SEPARATORS.sub(" ", marks_off).strip()


def spelled_out(text: str) -> str:
    """As `plain`, with umlauts written out: ä becomes ae."""
    return plain(unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT))


def searchable(*texts: str | None) -> str:
    """Both spellings of all texts, to look for folded words in."""
    whole = " ".join(text for text in texts if text)
    first, second = plain(whole), spelled_out(whole)
    return first if first == second else f"{first} {second}"


def words(query: str) -> tuple[str, ...]:
    """The folded words of what a person typed; any text is accepted, only its beginning counts."""
    return tuple(plain(query[:_MAX_QUERY]).split())


def matches(query: tuple[str, ...], text: str) -> bool:
    """Whether every word begins a word of `text` or stands within one."""
    return all(word in text for word in query)


def sort_key(name: str) -> str:
    """The place of a name in a German list (DIN 5007-1: ä as a, ß as ss)."""
    return plain(name)
