"""A record as a section of a document."""

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate
from desktop.pages.blocks import Page
from desktop.pages.record import page
from desktop.printing import blocks
from desktop.printing.document import largest
from desktop.printing.section import Section
from desktop.printing.styles import StyleSet
from desktop.printing.text import Writer


def section(dossier: Dossier, tr: Translate, *, pages: int) -> Section:
    """All that the page of a record says, on no more than these pages where small type can bring that about."""
    return page_section(page(dossier, tr), pages=pages)


def page_section(content: Page, *, pages: int) -> Section:
    """The same for a page that is already there."""

    def set_in(style_set: StyleSet) -> Section:
        writer = Writer(style_set, content.title)
        return Section(
            writer=writer,
            title=content.title,
            kicker=content.kicker,
            as_of=content.as_of,
            source=content.source,
            story=blocks.story(content, writer),
        )

    return largest(set_in, pages)
