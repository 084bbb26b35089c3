"""Where a text is broken into lines: at blanks and hyphens, in a long address at its joints, else where it must.

Blanks within a number or a date, before a dash and behind a middle dot hold together as long as there is room.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from desktop.printing import hyphenation

_SOFT_HYPHEN = "\u00ad"
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-/](?=[^\W\d_]{2})|(?<=[^\W\d_]{2}-)/(?=[^\W\d_]{2})")
_ADDRESS = re.compile(r"@|://|\bwww\.|[^\W\d_]\.[^\W\d_]")
_JOINT = re.compile(r"(?<=/)(?=[^/])|(?<=[^\u00ad])(?=[.@?&=#_%~-])|(?<=[&=])(?=.)")
_GLUE = re.compile(
    r"(?<=[0-9)/]) (?=/|\(?[0-9])"  # within a number
    r"|(?<=[0-9]\.) (?=[0-9]|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
    r"|\b(?:Zeilen?|Seiten?|Nr\.|lines?) (?=[0-9])"
    r"| (?=[–—] )|(?<= ·) "
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOKAHEAD = 2  # how many characters behind a joint its pattern asks for
_TINY = 1e-6


class Line(NamedTuple):
    """A line from one place in the text to another, the blank or break at its end included."""

    start: int
    end: int


class Measured:
    """A text with the place of each character's left edge, in any unit, had it been set on one endless line."""

    def __init__(self, text: str, edges: Sequence[float], hyphen: float) -> None:
        self.text = text
        self.edges = edges
        self._hyphen = hyphen
        self._addresses: dict[Line, bool] = {}
        self._divided: set[int] = set()

    def width(self, line: Line) -> float:
        """How wide the words of a line are, without what hangs over at its end."""
        words = self.text[line.start : line.end].rstrip(" \n")
        width = self.edges[line.start + len(words)] - self.edges[line.start]
        return width + self._hyphen if self.is_hyphenated(line) else width

    def is_hyphenated(self, line: Line) -> bool:
        """Whether a line ends within a word, so that a hyphen shows there."""
        is_soft = line.end < len(self.text) and self.text[line.end - 1] == _SOFT_HYPHEN
        return is_soft or line.end in self._divided

    @property
    def least_room(self) -> float:
        """How much room the widest word needs to stay whole."""
        ends = {0, len(self.text), *(found.end() for found in _HYPHEN.finditer(self.text))}
        ends |= {place + 1 for place, char in enumerate(self.text) if char in " \n"}
        places = sorted(ends)
        return max((self.width(Line(*each)) for each in pairwise(places)), default=0.0)

    @cached_property
    def _glued(self) -> frozenset[int]:
        """The places of blanks at which a line ends only where it must."""
        return frozenset(found.end() - 1 for found in _GLUE.finditer(self.text))

    def lines(self, room: float, start: int, end: int) -> list[Line]:
        """The part from `start` to `end` in lines no wider than `room`, each as full as it can be."""
        text, edges, lines = self.text, self.edges, []
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            fit = bisect_right(edges, edges[start] + room + _TINY, start, stop + 1) - 1
            fit = max(fit, start + 1)
            cut = min(stop + 1, end) if fit >= stop else self._cut(start, fit, stop, room)
            lines.append(Line(start, cut))
            start = cut
        return lines

    def _cut(self, start: int, fit: int, stop: int, room: float) -> int:
        """Where the next line begins, if no more than the characters before `fit` have room on this one."""
        if self.text[fit] == " " and fit not in self._glued:
            return fit + 1
        word = self._word_at(fit, stop)
        begun = max(word.start, start)
        if self._is_address(word):
            is_too_long = self.edges[word.end] - self.edges[begun] > room
            cut = self._last(_JOINT, word, begun, fit) if is_too_long else None
        else:
            cut = self._last(_HYPHEN, word, begun, fit)
            cut = max(cut or 0, self._last_soft_hyphen(begun, fit, start, room) or 0)
        return cut or (begun if begun > start else self._forced(start, fit, room, is_address=self._is_address(word)))

    def _is_address(self, word: Line) -> bool:
        """Whether a word is one that is typed or clicked; asked once, for a long word is met on many lines."""
        if word not in self._addresses:
            self._addresses[word] = _ADDRESS.search(self.text, *word) is not None
        return self._addresses[word]

    def _forced(self, start: int, fit: int, room: float, *, is_address: bool) -> int:
        """Where words that should hold together are broken: between them, between syllables, or anywhere.

        Not behind a soft hyphen that has no room to show.
        """
        if (blank := self.text.rfind(" ", start + 1, fit + 1)) > 0:
            return blank + 1
        if not is_address and (place := self._syllable(start, fit, room)):
            self._divided.add(place)
            return place
        while fit > start + 1 and self.text[fit - 1] == _SOFT_HYPHEN:
            fit -= 1
        return fit

    def _syllable(self, start: int, fit: int, room: float) -> int | None:
        """The end of the last syllable that has room with its hyphen."""
        widest = self.edges[start] + room - self._hyphen + _TINY
        letters = next((found for found in _LETTERS.finditer(self.text, start) if found.end() > fit), None)
        if letters is None or letters.start() > fit:
            return None
        ends = (letters.start() + place for place in hyphenation.places(letters[0]))
        return max((end for end in ends if start < end <= fit and self.edges[end] <= widest), default=None)

    def _word_at(self, place: int, stop: int) -> Line:
        """The word round a place, from blank to blank; what is glued to it belongs to it."""
        before = self.text.rfind(" ", 0, place)
        while before in self._glued:
            before = self.text.rfind(" ", 0, before)
        after = self.text.find(" ", place, stop)
        while after in self._glued:
            after = self.text.find(" ", after + 1, stop)
        return Line(max(before, self.text.rfind("\n", 0, place)) + 1, stop if after < 0 else after)

    def _last(self, pattern: re.Pattern[str], word: Line, begun: int, fit: int) -> int | None:
        """The last joint of a word at which it can be broken so that the first part still fits."""
        around = pattern.finditer(self.text, begun, min(word.end, fit + _LOOKAHEAD))
        return max((found.end() for found in around if begun < found.end() <= fit), default=None)

    def _last_soft_hyphen(self, begun: int, fit: int, start: int, room: float) -> int | None:
        place = fit
        while (place := self.text.rfind(_SOFT_HYPHEN, begun, place)) >= 0:
            if self.edges[place] - self.edges[start] + self._hyphen <= room + _TINY:
                return place + 1
        return None
