"""Sections bound into one A4 file with title, language and outline."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from operator import itemgetter

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak

from desktop.domain.folding import spelled_out
from desktop.i18n import Translate
from desktop.pages.words import day_text
from desktop.printing import fonts, styles
from desktop.printing.canvas import SheetCanvas
from desktop.printing.furniture import SectionPage, room
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.stack import Stack
from desktop.printing.styles import StyleSet

_PROGRAM = "Wegweiser"
_LANGUAGE_TAGS = {"de": "de-DE", "en": "en-GB"}
_MAX_FILE_NAME = 80


def bind(sheet_title: str, sections: Sequence[Section], tr: Translate, today: date) -> Paper:
    """One file of all sections; the same input gives the same bytes."""
    title = f"{sheet_title}: {sections[0].title}" if len(sections) == 1 else sheet_title
    printed_on = tr("Printed on {date} with {program}", date=day_text(today, tr), program=_PROGRAM)
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=A4,
        pageTemplates=[SectionPage(section, sheet_title, printed_on, tr) for section in sections],
        title=title,
        subject=sheet_title,
        author=_PROGRAM,
        creator=_PROGRAM,
        lang=_LANGUAGE_TAGS.get(tr.language),
        displayDocTitle=True,
        initialFontName=fonts.REGULAR,
        invariant=True,
    )
    document.build(_bound(sections), canvasmaker=SheetCanvas)
    return Paper(title=title, file_name=_file_name(title), pdf=target.getvalue(), page_count=document.page)


def largest(make: Callable[[StyleSet], Section], pages: int) -> Section:
    """A section in the largest type with which it takes no more than these pages, or else as few as it can."""
    tried: list[tuple[int, Section]] = []
    for style_set in styles.standard():
        section = make(style_set)
        count = _page_count(section)
        if count <= pages:
            return section
        tried.append((count, section))
    return min(tried, key=itemgetter(0))[1]


def _page_count(section: Section) -> int:
    """How many pages a section takes, found out without drawing it."""
    frame, canvas = room(section), SheetCanvas(BytesIO())
    pages, rest = 1, Stack(section.story)
    while parts := rest.splitOn(canvas, frame.width, frame.height):
        pages, rest = pages + 1, Stack(parts[1:])
    return pages


def _bound(sections: Sequence[Section]) -> list[Flowable]:
    story = list(sections[0].story)
    for place, section in enumerate(sections[1:], start=1):
        story += [NextPageTemplate(place), PageBreak(), *section.story]
    return story


def _file_name(title: str) -> str:
    return f"{spelled_out(title)[:_MAX_FILE_NAME].strip().replace(' ', '-')}.pdf"
