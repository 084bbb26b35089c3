"""Where a German word may be divided; asked only for words that have no room on any line."""

from functools import cache
from threading import Lock
from typing import Any

_loading = Lock()


def places(word: str) -> list[int]:
    """How many letters may stand before the hyphen, the fewest first; none in a word of no pattern."""
    return [int(place) for place in _patterns().positions(word)]


def _patterns() -> Any:
    """The patterns, read once: that takes a moment."""
    with _loading:
        return _read()


@cache
def _read() -> Any:
    import pyphen  # most sheets divide no word

    return pyphen.Pyphen(lang="de_DE", left=3, right=3)
