"""Sections bound into one file: tagged (PDF/UA-1), fit for an archive (PDF/A-2a), with title, language and outline."""

from collections.abc import Sequence
from io import BytesIO

from desktop.domain.folding import spelled_out
from desktop.domain.naming import file_name
from desktop.i18n import LANGUAGES, is_right_to_left
from desktop.pages.words import day_text
from desktop.printing.canvas import SheetCanvas
from desktop.printing.furniture import Folio
from desktop.printing.job import Job, Tell
from desktop.printing.metadata import PROGRAM, Metadata
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.settable import is_arabic, settable, settable_in_any_script

_MAX_FILE_NAME = 80


def bind(job: Job, sections: Sequence[Section], tell: Tell | None = None) -> Paper:
    """One file of all sections; the same input gives the same bytes. `tell` hears of each page."""
    sheet_title, tr, today = job.title, job.tr, job.today
    title = f"{sheet_title}: {sections[0].furniture.title}" if len(sections) == 1 else sheet_title
    made_fit = settable_in_any_script if is_arabic(title) else settable
    title = made_fit(title).replace("\n", " ")  # XML has no room for control characters
    metadata = Metadata(title=title, subject=sheet_title, language=tr.language, day=today)
    target = BytesIO()
    canvas = SheetCanvas(target, metadata, is_right_to_left=is_right_to_left(tr.language))
    printed_on = tr("Printed on {date} with {program}", date=day_text(today, tr), program=PROGRAM)
    page_count = _draw(canvas, sections, sheet_title, printed_on, tell or job.tell)
    canvas.save()
    return Paper(title=title, file_name=_file_name(title, tr.language), pdf=target.getvalue(), page_count=page_count)


def _draw(canvas: SheetCanvas, sections: Sequence[Section], sheet_title: str, printed_on: str, tell: Tell) -> int:
    """Draw every page of every section; how many there are is known before."""
    page, total = 0, sum(len(section.pages) for section in sections)
    for section in sections:
        furniture = section.furniture
        canvas.setPageSize(furniture.writer.styles.page_size)
        for place, part in enumerate(section.pages):
            page += 1
            with canvas.within(section.element):
                part.draw(canvas, furniture.frame.left, furniture.frame.top, furniture.frame.width)
            furniture.draw(canvas, Folio(page, total, is_first=place == 0), sheet_title, printed_on)
            canvas.showPage()
            tell(page, total)
    return total


def _file_name(title: str, language: str) -> str:
    """The title in letters that every file system and every clerk knows, and the language where it is a client's."""
    words = [word for word in spelled_out(title).split() if word.isascii()]
    name = "-".join(words)[:_MAX_FILE_NAME].strip("-") or PROGRAM.lower()
    return file_name(name, ".pdf" if language in LANGUAGES else f"-{language}.pdf")
