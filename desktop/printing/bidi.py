"""Which way each letter of a text runs and in which order a line shows them: the bidirectional algorithm, UAX #9."""

import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import groupby

from desktop.printing.embedding import REMOVED, Embedding, embed
from desktop.printing.resolution import resolve

_TURNING = frozenset({"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"})
_TRAILING = REMOVED | {"WS", "LRI", "RLI", "FSI", "PDI"}
_SEPARATORS = frozenset({"B", "S"})


class Direction(IntEnum):
    """Where a line begins; the value is the lowest level of its letters."""

    LEFT_TO_RIGHT = 0
    RIGHT_TO_LEFT = 1


def levels(text: str, base: Direction) -> list[int]:
    """The level of each character: even runs from left to right, odd from right to left.

    A line break ends a paragraph, and with it all nesting.
    """
    classes = [unicodedata.bidirectional(char) or "L" for char in text]
    if base is Direction.LEFT_TO_RIGHT and _TURNING.isdisjoint(classes):
        return [0] * len(text)
    found: list[int] = []
    for start, end in _paragraphs(classes):
        embedding = embed(classes[start:end], base)
        resolve(text[start:end], embedding, base)
        found += _filled(embedding, base)
    return found


def line_levels(text: str, found: Sequence[int], base: Direction) -> list[int]:
    """The levels of one line: the blanks at its end and before a tab stand where the line ends (rule L1)."""
    line, is_trailing = list(found), True
    for place in range(len(line) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[place])
        is_trailing = kind in _SEPARATORS or (is_trailing and kind in _TRAILING)
        if is_trailing:
            line[place] = base
    return line


def visual_order(found: Sequence[int]) -> list[int]:
    """The places in a line, or the pieces of one, from left to right (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        order = _turned(order, [found[place] >= level for place in order])
    return order


def _turned(order: Sequence[int], is_turned: Sequence[bool]) -> list[int]:
    """An order with each run of what is turned the other way round."""
    turned: list[int] = []
    for turns, group in groupby(range(len(order)), is_turned.__getitem__):
        run = [order[place] for place in group]
        turned += run[::-1] if turns else run
    return turned


def _paragraphs(classes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Start and end of what lies between two paragraph separators, the separator included."""
    start = 0
    for place, kind in enumerate(classes, start=1):
        if kind == "B":
            yield start, place
            start = place
    if start < len(classes):
        yield start, len(classes)


def _filled(embedding: Embedding, base: Direction) -> list[int]:
    """The levels, those of characters that the algorithm takes out (rule X9) as that of the one before them."""
    last, found = int(base), []
    for level, kind in zip(embedding.levels, embedding.kinds, strict=True):
        last = last if kind in REMOVED else level
        found.append(last)
    return found
