"""Which brackets of a text belong together (UAX #9, rule BD16)."""

import unicodedata
from collections.abc import Sequence
from functools import cache

_MOST_OPEN = 63
_FURTHER = {"[": 2, "{": 2, "［": 2, "｛": 2, "⦍": 3, "⦏": -1}  # all others are closed by the next code point


def pairs(chars: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """The places of opening and closing brackets, by their openings; none where too many stand open."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, (char, kind) in enumerate(zip(chars, kinds, strict=True)):
        if kind != "ON":
            continue
        if closing := _closing(char):
            if len(opened) == _MOST_OPEN:
                return []
            opened.append((closing, place))
        elif unicodedata.category(char) == "Pe":
            _close(unicodedata.normalize("NFC", char), place, opened, found)
    return sorted(found)


def _close(char: str, place: int, opened: list[tuple[str, int]], found: list[tuple[int, int]]) -> None:
    """Pair a closing bracket with the nearest open one of its kind; what was opened since then stays unpaired."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == char:
            found.append((opened[at][1], place))
            del opened[at:]
            return


@cache
def _closing(char: str) -> str | None:
    """The bracket that closes this one, if it is an opening one."""
    if unicodedata.category(char) != "Ps" or not unicodedata.mirrored(char):
        return None
    return unicodedata.normalize("NFC", chr(ord(char) + _FURTHER.get(char, 1)))
