"""The list print: the rows of a tab as they are filtered, with the columns that were chosen."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, islice

from msgspec.structs import replace

from desktop.domain.dossier import Dossier
from desktop.domain.vocabulary import Kind, label
from desktop.pages.blocks import Value
from desktop.pages.columns import Column, chosen, translations
from desktop.pages.filters import told as told_filters
from desktop.printing import blocks
from desktop.printing.chapters import GROUPS, chapter_of
from desktop.printing.document import bind
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import furniture, origin, warning
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.stack import Stack
from desktop.printing.structure import Element, Scope, Tag, head
from desktop.printing.styles import Role, StyleSet, style_sets
from desktop.printing.tables import Grid, Row, Table, head_row
from desktop.printing.text import Writer
from desktop.printing.variant import PageFormat, TypeSize, Variant

_MOST_UPRIGHT = {TypeSize.NORMAL: 11.0, TypeSize.LARGE: 5.5}
"""The shares of columns that have room side by side on a page that is not turned."""


def draw(job: Job) -> Paper:
    """All records in one table, on pages that are turned where the columns need it."""
    columns = chosen(job.columns, {dossier.record.KIND for dossier in job.dossiers})
    variant = job.variant
    if sum(column.share for column in columns) > _MOST_UPRIGHT[variant.type_size]:
        variant = replace(variant, page_format=PageFormat.LANDSCAPE)
    return bind(job, [_sized(job, columns, variant)], partial(_tell_of_page, job))


def _tell_of_page(job: Job, page: int, pages: int) -> None:
    """Laying out is the first half of the work, drawing the second."""
    count = len(job.dossiers)
    job.tell(count + count * page // pages, 2 * count)


def _sized(job: Job, columns: Sequence[Column], variant: Variant) -> Section:
    """In the usual type if that takes one page; what is longer is set small, and laid out but once."""
    usual, smallest = style_sets(variant)[0], style_sets(variant)[-1]
    if len(job.dossiers) * usual[Role.CELL].leading < usual.page_size[1]:
        section = _table(job, columns, usual)
        if len(section.pages) == 1:
            return section
    return _table(job, columns, smallest)


def _table(job: Job, columns: Sequence[Column], style_set: StyleSet) -> Section:
    tr, dossiers = job.tr, job.dossiers
    chapter = chapter_of(dossier.record.KIND for dossier in dossiers)
    title = tr(chapter.title if chapter else label(Kind.PROGRAMME)) if dossiers else job.title
    writer = Writer(style_set, title, tr)
    grid = Grid(tuple(column.share for column in columns), style_set.paragraph_gap * 0.6, writer.is_mirrored)
    groups = list(_groups(dossiers))
    heads = [head_row([tr(column.title) for column in columns], grid, writer) for _ in groups]
    rows = iter(list(_rows(job, columns, grid, style_set)))
    count = tr.plural("{count} record", "{count} records", len(dossiers))
    told = [sentence for dossier in dossiers for sentence in translations(dossier, columns, tr)]
    words = furniture(writer, title, "", origin(dossiers, tr))
    opening = [
        writer.heading(Role.TITLE, title, 0),
        writer.paragraph(Role.LEAD, [writer.plain(count)]),
        *_narrowed(job, writer),
        *warning(writer, told),
    ]
    tables: list[Flowable] = []
    for group, head_of in zip(groups, heads, strict=True):
        if len(groups) > 1:
            tables.append(writer.heading(Role.BAND, tr(GROUPS[group[0].record.KIND]), 1))
        gap = style_set.paragraph_gap if len(groups) > 1 else style_set.section_gap
        tables.append(Table(head_of, list(islice(rows, len(group))), space_before=gap))
    return Section(furniture=words, story=[*opening, *tables])


def _groups(dossiers: Sequence[Dossier]) -> Iterator[Sequence[Dossier]]:
    """The records kind by kind, where they stand in that order; else all of them together."""
    runs = [list(run) for _, run in groupby(dossiers, key=lambda dossier: dossier.record.KIND)]
    is_in_order = len(runs) == len({dossier.record.KIND for dossier in dossiers})
    yield from runs if runs and is_in_order else [list(dossiers)]


def _narrowed(job: Job, writer: Writer) -> list[Flowable]:
    """What the list was narrowed to."""
    said = told_filters(job.question, job.dossiers, job.tr) if job.question else ()
    return [writer.paragraph(Role.NOTE, [writer.plain("; ".join(said))])] if said else []


def _rows(job: Job, columns: Sequence[Column], grid: Grid, style_set: StyleSet) -> Iterator[Row]:
    """A row each; its height is found out at once, so that whoever waits hears of every row and may give up."""
    for place, dossier in enumerate(job.dossiers, start=1):
        row = _row(dossier, columns, grid, Writer(style_set, dossier.record.name, job.tr))
        row.height(style_set.text_width)
        job.tell(place, 2 * len(job.dossiers))
        yield row


def _row(dossier: Dossier, columns: Sequence[Column], grid: Grid, writer: Writer) -> Row:
    """The name as the head of its row; what is not known leaves its cell empty."""
    name, *others = [column.values(dossier, writer.tr) for column in columns]
    named = writer.paragraph(Role.CELL, [writer.plain(name[0].text, name[0].language)], head(Scope.ROW))
    return Row([named, *(_cell(values, writer) for values in others)], grid)


def _cell(values: Sequence[Value], writer: Writer) -> Flowable:
    return Stack(blocks.values(values, writer, Role.CELL), element=Element(Tag.CELL))
