"""Pages of a record printed as every sheet prints them."""

from datetime import date

from desktop.i18n import load
from desktop.pages.blocks import Block, Field, Fields, Page, Value
from desktop.printing.document import bind
from desktop.printing.paper import Paper
from desktop.printing.record import page_section
from tests.support.places import TRANSLATIONS
from tests.support.sheet import Printed

ENGLISH = load(TRANSLATIONS, "en")
GERMAN = load(TRANSLATIONS, "de")
TODAY = date(2025, 11, 22)


def sample(*blocks: Block, title: str = "Servicestelle Zuwanderung", lead: str | None = None) -> Page:
    """A page with these blocks."""
    return Page(
        kicker="Contact point",
        title=title,
        lead=lead,
        blocks=blocks,
        provenance=Fields((Field("Source", (Value(text="Landesportal"),)),)),
        as_of="As of 10/19/2022",
        source="Source: Landesportal",
    )


def paper(*pages: Page, sheet: str = "Contact sheet") -> Paper:
    """The pages bound into one file."""
    return bind(sheet, [page_section(page, ENGLISH, pages=1) for page in pages], ENGLISH, TODAY)


def printed(*blocks: Block, title: str = "Servicestelle Zuwanderung", lead: str | None = None) -> Printed:
    """The sheet of a page with these blocks."""
    return Printed(paper(sample(*blocks, title=title, lead=lead)).pdf)
