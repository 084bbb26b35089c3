"""A record in brief as a piece of a sheet that shows several: on one page wherever it fits there."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.pages.blocks import Fields, Heading, Note, Page
from desktop.printing import blocks
from desktop.printing.beside import Beside, Columns
from desktop.printing.codes import code_corners
from desktop.printing.cornered import Corner, around
from desktop.printing.flowable import Flowable
from desktop.printing.isolation import isolated
from desktop.printing.job import Job
from desktop.printing.stack import Kept
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import Role, StyleSet
from desktop.printing.text import Writer

_WHOLE_PAGE = float("inf")


def entry(
    page: Page,
    writer: Writer,
    corner: Corner | None = None,
    *,
    level: int = 1,
    has_kicker: bool = False,
    is_first: bool = False,
) -> Flowable:
    """Name, purpose, ways to reach it and Stand, below a hairline; `level` is that of its heading.

    The first below the head of a sheet begins there, whether or not it ends there: a head alone is no page.
    """
    pieces = list(_pieces(page, writer, level, has_kicker=has_kicker))
    again = writer.tr("{heading} (continued)", heading=isolated(page.title))
    if corner:
        pieces = around(pieces, corner, writer.styles.text_width, is_mirrored=writer.is_mirrored)
    return Beside(
        None,
        Kept(pieces, most_height=0 if is_first else _WHOLE_PAGE),
        Columns(0, 0, writer.is_mirrored),
        element=Element(Tag.SECTION),
        continued=writer.paragraph(Role.CONTINUED, [writer.plain(again)]),
        space_before=writer.styles.section_gap * 1.4,
        has_rule=True,
    )


def entries(job: Job, pages: Sequence[Page], style_set: StyleSet) -> list[Flowable]:
    """All records of a sheet beneath each other, each with its code."""
    writers = [Writer(style_set, page.title, job.tr, above=0) for page in pages]
    corners = code_corners(list(zip(job.dossiers, writers, strict=True)))
    shown = zip(pages, writers, corners, strict=True)
    return [entry(page, writer, corner, is_first=not at) for at, (page, writer, corner) in enumerate(shown)]


def warnings(pages: Iterable[Page], writer: Writer) -> list[Flowable]:
    """What has to be said about the translation of all entries, each remark once."""
    told = dict.fromkeys(block for page in pages for block in page.original if isinstance(block, Note))
    return blocks.notes(told, writer)


def _pieces(page: Page, writer: Writer, level: int, *, has_kicker: bool) -> Iterator[Flowable]:
    yield writer.heading(Role.NAME, page.title, level, page.language)
    about = [page.kicker] if has_kicker else []
    if notes := " · ".join([*about, *page.badges]):
        yield writer.paragraph(Role.ORIGIN, [writer.plain(notes)])
    if page.lead:
        yield writer.paragraph(Role.PURPOSE, [writer.plain(page.lead, page.lead_language)])
    for block in (*page.original, *page.blocks):
        match block:
            case Heading(text=text, language=language):
                yield writer.heading(Role.SUBSECTION, text, level + 1, language)
            case Fields(fields=rows):
                yield blocks.fields(rows, writer, writer.styles.inner_label_width)
    yield writer.paragraph(Role.STAND, [writer.plain(f"{page.as_of} · {page.source}")])
