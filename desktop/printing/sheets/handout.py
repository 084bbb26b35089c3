"""The handout: what was gathered for one client, with the own office above it and the next step."""

from collections.abc import Iterator
from functools import partial

from desktop.pages.brief import brief
from desktop.printing import blocks
from desktop.printing.beside import Barred
from desktop.printing.document import bind
from desktop.printing.entry import entries, warnings
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import furniture, origin
from desktop.printing.job import Job
from desktop.printing.letterhead import letterhead
from desktop.printing.paper import Paper
from desktop.printing.section import Section, largest
from desktop.printing.styles import Role, StyleSet
from desktop.printing.text import Writer

_ON_A_PAGE = 2


def draw(job: Job) -> Paper:
    """The records in their order; smaller type where that saves a page."""
    pages = max(1, (len(job.dossiers) + 1) // _ON_A_PAGE)
    return bind(job, [largest(partial(_records, job), job.variant, pages=pages)])


def _records(job: Job, style_set: StyleSet) -> Section:
    tr = job.tr
    pages = [brief(dossier, tr) for dossier in job.dossiers]
    writer = Writer(style_set, job.office.name or job.title, tr)
    title = tr("Put together for you")
    opening = [*_opening(job, title, writer), *warnings(pages, writer)]
    words = furniture(writer, title, "", origin(job.dossiers, tr), job.office.footer)
    return Section(furniture=words, story=[*opening, *entries(job, pages, style_set)])


def _opening(job: Job, title: str, writer: Writer) -> Iterator[Flowable]:
    """The office, the title and the next step."""
    heading = writer.heading(Role.TITLE, title, 0)
    if above := list(letterhead(job.office, job.logo, writer)):
        yield from above
        yield blocks.full_width([heading], writer)
    else:
        yield heading
    if step := job.next_step.strip():
        label = writer.heading(Role.SECTION, writer.tr("Your next step"), 1)
        words = writer.paragraph(Role.LEAD, [writer.plain(step)])
        yield Barred([label, words], space_before=writer.styles.paragraph_gap * 2, is_mirrored=writer.is_mirrored)
