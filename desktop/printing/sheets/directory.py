"""The directory of everything: contents, a chapter for each kind of record, and an index of names and places."""

from collections.abc import Iterator, Sequence
from functools import partial

from desktop.domain.contact import Location, Organization
from desktop.domain.dossier import Dossier
from desktop.domain.errors import N_
from desktop.domain.folding import plain
from desktop.domain.vocabulary import LocationRole
from desktop.pages.brief import brief
from desktop.pages.words import day_text
from desktop.printing.book_index import index
from desktop.printing.chapters import CHAPTERS, Chapter
from desktop.printing.contents import Line, contents, lines
from desktop.printing.document import bind
from desktop.printing.entry import entry
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import furniture, origin, warning
from desktop.printing.job import Job
from desktop.printing.marked import Marked, page_numbers
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.styles import Role, style_sets
from desktop.printing.text import Writer
from desktop.printing.variant import TypeSize

_COLUMNS = {TypeSize.NORMAL: 2, TypeSize.LARGE: 1}
_INDEX = Chapter(N_("Index of names and places"), frozenset())


def draw(job: Job) -> Paper:
    """All records; page numbers are known before the first page is drawn."""
    return bind(job, list(_Book(job).sections()), partial(_tell_of_page, job))


def _tell_of_page(job: Job, page: int, pages: int) -> None:
    """Laying out is the first half of the work, drawing the second."""
    count = len(job.dossiers)
    job.tell(count + count * page // pages, 2 * count)


class _Book:
    """The parts of one directory."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._style_set = style_sets(job.variant)[-1]
        self._columns = _COLUMNS[job.variant.type_size]
        self._writer = Writer(self._style_set, job.title, job.tr)
        self._chapters = list(_chapters(job.dossiers))
        self._laid_out = 0

    def sections(self) -> Iterator[Section]:
        """The contents, the chapters, the index."""
        told = [line for chapter, dossiers in self._chapters for line in self._told(chapter, dossiers)]
        told += self._told(_INDEX, ())
        body = [self._chapter(chapter, dossiers) for chapter, dossiers in self._chapters]
        before = len(self._contents(told, {}).pages)
        numbers = dict(page_numbers(body, before + 1))
        last = before + sum(len(section.pages) for section in body)
        found = index(self._job.dossiers, numbers, self._below(1), self._columns)
        closing = self._section(_INDEX, (), [found])
        yield self._contents(told, {**numbers, _key(_INDEX): last + 1})
        yield from body
        yield closing

    def _told(self, chapter: Chapter, dossiers: Sequence[Dossier]) -> list[Line]:
        """A chapter in the contents; a contact point is looked for under its organisation."""
        named = [dossier for dossier in dossiers if dossier.organization is None]
        return lines(self._job.tr(chapter.title), _key(chapter), named, self._columns)

    def _contents(self, told: Sequence[Line], numbers: dict[str, int]) -> Section:
        job, writer = self._job, self._writer
        count = job.tr.plural("{count} record", "{count} records", len(job.dossiers))
        story = [
            writer.heading(Role.TITLE, job.title, 0),
            writer.paragraph(Role.LEAD, [writer.plain(f"{count} · {day_text(job.today, job.tr)}")]),
            *warning(writer),
            writer.heading(Role.BAND, job.tr("Contents"), 1),
            contents(told, numbers, writer, self._columns),
        ]
        words = furniture(writer, job.title, job.office.name, origin(job.dossiers, job.tr), job.office.footer)
        return Section(furniture=words, story=story)

    def _chapter(self, chapter: Chapter, dossiers: Sequence[Dossier]) -> Section:
        return self._section(chapter, dossiers, [self._entry(dossier) for dossier in dossiers])

    def _section(self, chapter: Chapter, dossiers: Sequence[Dossier], pieces: Sequence[Flowable]) -> Section:
        job, writer, title = self._job, self._below(), self._job.tr(chapter.title)
        heading = Marked(writer.heading(Role.TITLE, title, 1), _key(chapter))
        words = furniture(writer, title, title, origin(dossiers or job.dossiers, job.tr), job.office.footer)
        return Section(furniture=words, story=[heading, *pieces])

    def _entry(self, dossier: Dossier) -> Flowable:
        """A record; its height is found out at once, so that whoever waits hears of every record."""
        job = self._job
        page = brief(dossier, job.tr, has_places=False)
        writer = Writer(self._style_set, page.title, job.tr, above=1)
        piece = Marked(entry(page, writer, level=2, has_kicker=True), dossier.record.id)
        piece.height(self._style_set.text_width)
        self._laid_out += 1
        job.tell(self._laid_out, 2 * len(job.dossiers))
        return piece

    def _below(self, level: int = 0) -> Writer:
        """For headings below one of the directory."""
        return Writer(self._style_set, self._job.title, self._job.tr, above=level)


def _key(chapter: Chapter) -> str:
    """What links to a chapter lead to; no id of a record has a blank."""
    return f"chapter {chapter.title}"


def _chapters(dossiers: Sequence[Dossier]) -> Iterator[tuple[Chapter, list[Dossier]]]:
    """The chapters that have records, in the order in which these are looked for."""
    for chapter in CHAPTERS:
        found = [dossier for dossier in dossiers if dossier.record.KIND in chapter.kinds]
        if found:
            yield chapter, sorted(found, key=_order)


def _order(dossier: Dossier) -> tuple[str, int, str]:
    """By name; contact points stand behind their organisation, its head office first."""
    record, owner = dossier.record, dossier.organization
    rank = 1 if isinstance(record, Location) else 0
    if isinstance(record, Location) and record.role is not LocationRole.HEAD_OFFICE:
        rank = 2
    owner = record if isinstance(record, Organization) else owner
    return plain(owner.name if owner else record.name), rank, plain(record.name)
