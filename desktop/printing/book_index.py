"""The index of a directory: every name and every place with the pages they stand on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from rapidfuzz import fuzz  # never a part of it directly: two threads would import each half of it

from desktop.domain.dossier import Dossier
from desktop.domain.filing import places_of
from desktop.domain.folding import plain
from desktop.domain.record import Record
from desktop.printing.canvas import PLACE
from desktop.printing.flowable import Flowable
from desktop.printing.newspaper import Newspaper
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import Role
from desktop.printing.text import Writer
from desktop.printing.wording import Span

_ALIKE = 68.0

Terms = Mapping[str, Mapping[int, str]]
"""For each term its pages, and of each page the key of the first piece that it is about."""


def index(dossiers: Iterable[Dossier], numbers: Mapping[str, int], writer: Writer, columns: int) -> Flowable:
    """All terms by letter, in columns; each page can be gone to."""
    lines = list(_lines(_terms(dossiers, numbers), writer))
    return Newspaper(lines, columns, element=Element(Tag.INDEX), is_mirrored=writer.is_mirrored)


def _terms(dossiers: Iterable[Dossier], numbers: Mapping[str, int]) -> Terms:
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for dossier in dossiers:
        record = dossier.record
        names = (record.name, record.short_name, *_other_names(record), *places_of(record))
        for term in dict.fromkeys(name for name in names if name):
            found[term].setdefault(numbers[record.id], record.id)
    return found


def _other_names(record: Record) -> Iterator[str]:
    """Further names by which readers know a record; adjectives, inhabitants and slips of the pen are for searching."""
    names = {plain(name) for name in (record.name, record.short_name or "")}
    own = {word for name in names for word in name.split()}
    for name in record.alternate_names:
        is_name = not name[:1].islower() and plain(name) not in names
        if is_name and not any(_is_variation(word, own) for word in plain(name).split()):
            yield name


def _is_variation(word: str, own: Collection[str]) -> bool:
    """Whether a word is one of others bent or misspelt, and neither that word nor what it is compounded with."""
    return word not in own and any(fuzz.ratio(word, other) > _ALIKE and not other.endswith(word) for other in own)


def _lines(terms: Terms, writer: Writer) -> Iterator[Flowable]:
    """A letter, then its terms, and so on."""
    for letter, group in groupby(sorted(terms, key=lambda term: (plain(term), term)), key=initial):
        yield writer.heading(Role.LETTER, letter, 2)
        for term in group:
            yield writer.paragraph(Role.INDEX, [writer.plain(term), *_pages(terms[term], writer)])


def initial(term: str) -> str:
    """The letter that a term stands under."""
    first = plain(term)[:1].upper()
    return first if first.isalpha() else "#"


def _pages(found: Mapping[int, str], writer: Writer) -> Iterator[Span]:
    last = max(found)
    for page in sorted(found):
        yield place_link(str(page) if page == last else f"{page},", found[page], page, writer)


def place_link(words: str, key: str, page: int, writer: Writer) -> Span:
    """Words that lead to a marked piece in the same file."""
    return replace(writer.plain(words), target=f"{PLACE}{key}", description=writer.tr("Page {page}", page=page))
