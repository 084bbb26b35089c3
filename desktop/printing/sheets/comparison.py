"""The comparison: what municipalities set out to do, side by side on landscape pages."""

from collections.abc import Mapping, Sequence
from functools import partial
from math import ceil

from msgspec.structs import replace

from desktop.domain.errors import N_, WrongSheetError
from desktop.pages.blocks import Field, Page, Paragraph
from desktop.pages.comparing import Content, in_order, said
from desktop.pages.record import page
from desktop.printing import blocks
from desktop.printing.document import bind
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import furniture, origin, warning
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.stack import Kept, Stack
from desktop.printing.structure import Element, Scope, Tag, head
from desktop.printing.styles import Role, StyleSet, style_sets
from desktop.printing.tables import Grid, Row, Table, head_row
from desktop.printing.text import Writer
from desktop.printing.variant import PageFormat, TypeSize

_MOST_COLUMNS = {TypeSize.NORMAL: 4, TypeSize.LARGE: 2}
_LABEL_SHARE = 0.62
_Told = Sequence[Mapping[str, Content]]


def draw(job: Job) -> Paper:
    """As many tables as the columns need, about equally wide; each begins on a page of its own."""
    if len(job.dossiers) < 2:
        raise WrongSheetError(N_("A comparison needs at least two municipalities."))
    pages = [page(dossier, job.tr) for dossier in job.dossiers]
    most = _MOST_COLUMNS[job.variant.type_size]
    wide = ceil(len(pages) / ceil(len(pages) / most))
    variant = replace(job.variant, page_format=PageFormat.LANDSCAPE)
    make = partial(_side_by_side, job, style_sets(variant)[-1])
    return bind(job, [make(pages[start : start + wide]) for start in range(0, len(pages), wide)])


def _side_by_side(job: Job, style_set: StyleSet, pages: Sequence[Page]) -> Section:
    tr = job.tr
    names = ", ".join(page.title for page in pages)
    writer = Writer(style_set, names, tr)
    grid = Grid((_LABEL_SHARE, *[1.0] * len(pages)), style_set.paragraph_gap, writer.is_mirrored)
    heads = head_row((tr("Section"), *(page.title for page in pages)), grid, writer)
    told = [said(page, job.sections, tr) for page in pages]
    writers = [Writer(style_set, page.title, tr) for page in pages]
    rows = [_row(label, told, grid, writer, writers) for label in in_order(told)]
    return Section(
        furniture=furniture(writer, names, "", origin(job.dossiers, tr)),
        story=[
            writer.heading(Role.TITLE, names, 0),
            *warning(writer),
            Table(heads, rows, space_before=style_set.section_gap),
        ],
    )


def _row(label: str, told: _Told, grid: Grid, writer: Writer, writers: Sequence[Writer]) -> Row:
    """A section of each municipality, and of one that says nothing about it that it is not stated."""
    named = writer.paragraph(Role.COLUMN_HEAD, [writer.plain(label)], head(Scope.ROW))
    cells = [_cell(rows.get(label, ()), own) for rows, own in zip(told, writers, strict=True)]
    again = writer.plain(writer.tr("{heading} (continued)", heading=label))
    return Row([named, *cells], grid, continued=writer.paragraph(Role.CONTINUED, [again]))


def _cell(content: Content, writer: Writer) -> Flowable:
    if not content:
        content = [Paragraph(writer.tr("not stated"), is_quiet=True)]
    if isinstance(content, Field):
        return Stack(blocks.values(content.values, writer), element=Element(Tag.CELL))
    return Stack([_whole(piece) for piece in blocks.narrow(content, writer)], element=Element(Tag.CELL))


def _whole(piece: Flowable) -> Flowable:
    """A piece that no page end tears apart in the midst of a sentence; a list is parted between its items."""
    if type(piece) is Stack:
        return Stack([Kept([item]) for item in piece.pieces], element=piece.element)
    return Kept([piece])
