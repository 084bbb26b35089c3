"""A quick look for typed words in written text, letter for letter; what it misses has to be looked for closely."""

import unicodedata
from collections.abc import Iterator, Sequence

from desktop.domain.query import Group

Needles = tuple[tuple[bytes, ...], ...]
"""Of each group of a query the words that begin it in a text of `bare`, one of which must be there."""

_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def _without_mark(code: int) -> int:
    """The small letter without its mark, where that is a single letter again."""
    small = chr(code).lower()
    letter = unicodedata.normalize("NFKD", small)[0] if small.isalpha() else small
    return ord(letter) if ord(letter) < 256 else code


_BARE = bytes(_without_mark(code) for code in range(256))
_IN_WORDS = frozenset(code for code in range(256) if chr(code).isalnum())


def bare(text: str) -> bytes:
    """A text in small letters without marks, a byte for each of its characters; those beyond Latin-1 become `?`."""
    return text.encode("latin-1", "replace").translate(_BARE)


def needles_of(groups: Sequence[Group]) -> Needles:
    """What to look for; nothing where a quick look is not enough: for numbers, mails, and letters beyond Latin-1."""
    found = tuple(tuple(dict.fromkeys(_spelled(group))) for group in groups if not group.number and not group.is_mail)
    is_enough = len(found) == len(groups) and all("?" not in word for words in found for word in words)
    return tuple(tuple(word.encode("latin-1") for word in words) for words in found) if is_enough else ()


def found_in(text: bytes, needles: Sequence[bytes], start: int = 0, *, is_part: bool) -> tuple[int, int] | None:
    """Where a text of `bare` first has one of the needles, at the beginning of a word unless parts count."""
    first: tuple[int, int] | None = None
    for needle in needles:
        at = text.find(needle, start)
        while at > 0 and not is_part and text[at - 1] in _IN_WORDS:
            at = text.find(needle, at + 1)
        if at >= 0 and (first is None or at < first[0]):
            first = at, at + len(needle)
    return first


def _spelled(group: Group) -> Iterator[str]:
    """The first word of each spelling; where it may be written with an umlaut or ß, also as that stands in the text."""
    for words in group.spellings:
        word = words[0].encode("latin-1", "replace").decode("latin-1")
        yield word
        for spelled, letter in _UMLAUTS:
            word = word.replace(spelled, letter)
        yield word
        yield word.replace("ss", "ß")
        yield words[0].encode("latin-1", "replace").decode("latin-1").replace("ss", "ß")
