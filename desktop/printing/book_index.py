"""The index of a directory: every name and every place with the pages they stand on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from desktop.domain.dossier import Dossier
from desktop.domain.filing import places_of
from desktop.domain.folding import plain
from desktop.printing.canvas import PLACE
from desktop.printing.flowable import Flowable
from desktop.printing.newspaper import Newspaper
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import Role
from desktop.printing.text import Writer
from desktop.printing.wording import Span

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
        names = (record.name, record.short_name, *record.alternate_names, *places_of(record))
        for term in dict.fromkeys(name for name in names if name):
            found[term].setdefault(numbers[record.id], record.id)
    return found


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
