"""Pages of a record printed as every sheet prints them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop.domain.dossier import Dossier
from desktop.i18n import Translate, load
from desktop.pages.blocks import Block, Field, Fields, Page, Value
from desktop.printing.document import bind
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.record import page_section
from desktop.printing.section import Section
from desktop.printing.sheets import SHEETS, draw
from desktop.printing.variant import NORMAL, Variant
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
    return bound(sheet, [page_section(page, ENGLISH, pages=1) for page in pages])


def bound(sheet: str, sections: Sequence[Section], tr: Translate = ENGLISH, day: date = TODAY) -> Paper:
    """Sections bound into one file."""
    return bind(Job(title=sheet, dossiers=(), tr=tr, today=day), sections)


def drawn(
    key: str, dossiers: Sequence[Dossier], tr: Translate = ENGLISH, variant: Variant = NORMAL, **more: Any
) -> Paper:
    """A sheet as a desk without an office prints it, unless told else."""
    title = next(sheet.title for sheet in SHEETS if sheet.key == key)
    return draw(key, Job(title=tr(title), dossiers=tuple(dossiers), tr=tr, today=TODAY, variant=variant, **more))


def printed(*blocks: Block, title: str = "Servicestelle Zuwanderung", lead: str | None = None) -> Printed:
    """The sheet of a page with these blocks."""
    return Printed(paper(sample(*blocks, title=title, lead=lead)).pdf)
