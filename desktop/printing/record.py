"""A record as a section of a document."""

from collections.abc import Iterator

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.pages.blocks import Page
from desktop.pages.record import page
from desktop.printing import blocks
from desktop.printing.codes import code_corner
from desktop.printing.cornered import Corner
from desktop.printing.document import bind
from desktop.printing.flowable import Flowable
from desktop.printing.furniture import Furniture
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.section import Section, largest
from desktop.printing.styles import StyleSet
from desktop.printing.text import Writer
from desktop.printing.variant import NORMAL, Variant


def one_by_one(job: Job, *, pages: int) -> Paper:
    """Each record by itself, on these pages at most where small type can bring that about."""
    return bind(job, [section(dossier, job, pages=pages) for dossier in job.dossiers])


def section(dossier: Dossier, job: Job, *, pages: int) -> Section:
    """All that the page of a record says, and its code."""
    return page_section(page(dossier, job.tr), job.tr, job.variant, pages=pages, dossier=dossier)


def page_section(
    content: Page, tr: Translate, variant: Variant = NORMAL, *, pages: int, dossier: Dossier | None = None
) -> Section:
    """The same for a page that is already there; with a code where its dossier is given."""

    def set_in(style_set: StyleSet) -> Section:
        writer = Writer(style_set, content.title, tr)
        furniture = Furniture(
            writer=writer,
            title=content.title,
            kicker=content.kicker,
            as_of=content.as_of,
            source=content.source,
        )
        corner = code_corner(dossier, writer) if dossier else None
        stories = _cornered(content, writer, corner) if corner else [blocks.story(content, writer)]
        return min((Section(furniture=furniture, story=story) for story in stories), key=lambda made: len(made.pages))

    return largest(set_in, variant, pages=pages)


def _cornered(content: Page, writer: Writer, corner: Corner) -> Iterator[list[Flowable]]:
    """A code stands beside the name, or beside the first facts if it takes a page less there."""
    yield blocks.beside_head(content, writer, corner)
    yield blocks.beside_facts(content, writer, corner)
