"""A record as a section of a document."""

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.pages.blocks import Page
from desktop.pages.record import page
from desktop.printing import blocks
from desktop.printing.furniture import Furniture
from desktop.printing.job import Job
from desktop.printing.section import Section, largest
from desktop.printing.styles import StyleSet
from desktop.printing.text import Writer
from desktop.printing.variant import NORMAL, Variant


def section(dossier: Dossier, job: Job, *, pages: int) -> Section:
    """All that the page of a record says, on no more than these pages where small type can bring that about."""
    return page_section(page(dossier, job.tr), job.tr, job.variant, pages=pages)


def page_section(content: Page, tr: Translate, variant: Variant = NORMAL, *, pages: int) -> Section:
    """The same for a page that is already there."""

    def set_in(style_set: StyleSet) -> Section:
        writer = Writer(style_set, content.title, tr)
        furniture = Furniture(
            writer=writer,
            title=content.title,
            kicker=content.kicker,
            as_of=content.as_of,
            source=content.source,
        )
        return Section(furniture=furniture, story=blocks.story(content, writer))

    return largest(set_in, variant, pages=pages)
