"""The contents of a directory: chapters and what stands in them, each with its page."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from typing_extensions import override

from desktop.domain.dossier import Dossier
from desktop.domain.filing import title_of
from desktop.printing.book_index import initial, place_link
from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable, Parts
from desktop.printing.newspaper import Newspaper
from desktop.printing.paragraph import Paragraph
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import Role
from desktop.printing.text import Writer

_MOST_NAMED = 30
"""Of a chapter with more records to a column only the letters stand in the contents; the index has the names."""


class Line(NamedTuple):
    """Words of the contents, the key of what they name, and whether that is a chapter."""

    words: str
    key: str
    is_chapter: bool = False


def lines(title: str, key: str, dossiers: Sequence[Dossier], columns: int) -> list[Line]:
    """A chapter with its records, or with their letters where they are many."""
    named = [(title_of(dossier.record), dossier.record.id) for dossier in dossiers]
    if len(named) > _MOST_NAMED * columns:
        letters = groupby(((initial(name), key) for name, key in named), key=lambda each: each[0])
        first = [(letter, next(group)[1]) for letter, group in letters]
        named = list({letter: (letter, key) for letter, key in reversed(first)}.values())[::-1]
    return [Line(title, key, is_chapter=True), *(Line(name, key) for name, key in named)]


def contents(shown: Iterable[Line], numbers: Mapping[str, int], writer: Writer, columns: int) -> Flowable:
    """All lines in columns; where a page is not known yet, room is left for its number."""
    rows = [_row(line, numbers.get(line.key, 0), writer) for line in shown]
    return Newspaper(rows, columns, element=Element(Tag.CONTENTS), is_mirrored=writer.is_mirrored)


def _row(line: Line, page: int, writer: Writer) -> Flowable:
    """What stands there, then the page where lines end."""
    role = Role.CHAPTER if line.is_chapter else Role.INDEX
    number = writer.paragraph(role, [writer.plain(str(page))], Element(Tag.REFERENCE))
    words = writer.paragraph(role, [place_link(line.words, line.key, page, writer)])
    return _Row(words, number, writer, is_kept_with_next=line.is_chapter)


class _Row(Flowable):
    """Words and the number of a page at the other edge of their column."""

    def __init__(self, words: Flowable, number: Paragraph, writer: Writer, *, is_kept_with_next: bool) -> None:
        self._words = words
        self._number = number
        self._number_width = writer.width(Role.CHAPTER, "0000")
        self._is_mirrored = writer.is_mirrored
        self._element = Element(Tag.CONTENTS_ENTRY)
        self.is_kept_with_next = is_kept_with_next

    @override
    def _measure(self, width: float) -> float:
        return self._words.height(width - self._number_width)

    @override
    def parted(self, width: float, height: float, *, is_fresh: bool) -> Parts:
        return None

    @override
    def draw(self, canvas: SheetCanvas, left: float, top: float, width: float) -> None:
        room, own = width - self._number_width, self._number.natural_width
        with canvas.within(self._element):
            self._words.draw(canvas, left + self._number_width if self._is_mirrored else left, top, room)
            below = top - self._words.height(room) + self._number.height(self._number_width)
            self._number.draw(canvas, left if self._is_mirrored else left + width - own, below, own)
