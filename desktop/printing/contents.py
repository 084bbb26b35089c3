"""The contents of a directory: chapters and what stands in them, each with its page."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from desktop.domain.dossier import Dossier
from desktop.domain.filing import title_of
from desktop.printing.beside import Beside, Columns
from desktop.printing.book_index import initial, place_link
from desktop.printing.flowable import Flowable
from desktop.printing.newspaper import Newspaper
from desktop.printing.stack import Stack
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
    """The page, then what stands there."""
    role = Role.CHAPTER if line.is_chapter else Role.INDEX
    number = writer.paragraph(role, [writer.plain(str(page))], Element(Tag.REFERENCE))
    words = writer.paragraph(role, [place_link(line.words, line.key, page, writer)])
    width = writer.width(Role.CHAPTER, "0000")
    row = Beside(
        number,
        Stack([words]),
        Columns(width, writer.styles.gutter / 2, writer.is_mirrored),
        element=Element(Tag.CONTENTS_ENTRY),
    )
    row.is_kept_with_next = line.is_chapter
    return row
