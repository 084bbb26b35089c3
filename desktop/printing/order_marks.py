"""Unseen marks on signs between two directions: whoever copies a line that runs from right to left gets it in order.

Readers of PDF see glyphs from left to right and guess the order of reading from their letters. Signs and blanks have no
direction, so the guess goes wrong: a full stop behind a telephone number comes before it. The mark says the direction.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.printing.shaping import Glyph

_LEFT_TO_RIGHT_MARK = "\u200e"
_RIGHT_TO_LEFT_MARK = "\u200f"


class Shown(NamedTuple):
    """A glyph on a line, and which way its run is read."""

    glyph: Glyph
    is_right_to_left: bool


def marked(line: Sequence[Shown]) -> list[Glyph]:
    """The glyphs of a line that is read from right to left, from left to right, with the marks that it needs."""
    edge = Shown(Glyph(0, "\u05d0", 0), True)
    around = zip((edge, *line), line, (*line[1:], edge), strict=False)
    return [_marked(left, shown, right) for left, shown, right in around]


def closed(line: Sequence[Shown]) -> list[Glyph]:
    """The glyphs of a line that is read from left to right: what follows a foreign word is told from that word."""
    before = False
    found = []
    for glyph, is_right_to_left in line:
        is_open = before and not is_right_to_left and glyph.advance and _kind(glyph.letter) not in ("L", "R")
        found.append(glyph._replace(letter=f"{_LEFT_TO_RIGHT_MARK}{glyph.letter}") if is_open else glyph)
        before = is_right_to_left
    return found


def _marked(left: Shown, shown: Shown, right: Shown) -> Glyph:
    glyph, kind = shown.glyph, _kind(shown.glyph.letter)
    before = after = ""
    if kind in ("L", "R") or not glyph.advance:
        return glyph
    if not shown.is_right_to_left:
        after = _LEFT_TO_RIGHT_MARK if right.is_right_to_left else ""
    elif kind == "N":
        after = "" if right.is_right_to_left else _RIGHT_TO_LEFT_MARK
    else:
        before, after = ("" if _kind(side.glyph.letter) == "R" else _RIGHT_TO_LEFT_MARK for side in (left, right))
    return glyph._replace(letter=f"{before}{glyph.letter}{after}") if before or after else glyph


@lru_cache(maxsize=1024)
def _kind(letter: str) -> str:
    """How readers take a letter: as one of either direction, as a part of a number, or as a sign of none."""
    kind = unicodedata.bidirectional(letter[0])
    if kind in ("R", "AL"):
        return "R"
    if kind in ("L", "EN", "AN"):
        return "L"
    return "#" if kind in ("ES", "ET", "CS") else "N"
