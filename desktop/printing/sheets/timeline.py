"""The timeline: every dated fact of the programme in one order, and where nothing is dated."""

from functools import partial

from desktop.pages.timeline import Moment, Silence, Timeline, timeline
from desktop.printing import blocks
from desktop.printing.document import bind
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import furniture, origin, warning
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.section import Section, largest
from desktop.printing.structure import Element, Scope, Tag, head
from desktop.printing.styles import Role, StyleSet
from desktop.printing.tables import Grid, Row, Table, head_row
from desktop.printing.text import Writer

_SHARES = (36, 94, 44)


def draw(job: Job) -> Paper:
    """All dates in one table, earliest first."""
    return bind(job, [largest(partial(_dates, job), job.variant, pages=1)])


def _dates(job: Job, style_set: StyleSet) -> Section:
    tr = job.tr
    told = timeline(job.dossiers, tr)
    writer = Writer(style_set, job.title, tr)
    grid = Grid(_SHARES, style_set.paragraph_gap * 0.8, writer.is_mirrored)
    heads = head_row((tr("When"), tr("What"), tr("Record")), grid, writer)
    count = tr.plural("{count} dated fact", "{count} dated facts", told.count)
    return Section(
        furniture=furniture(writer, job.title, "", origin(job.dossiers, tr)),
        story=[
            writer.heading(Role.TITLE, job.title, 0),
            writer.paragraph(Role.LEAD, [writer.plain(count)]),
            *warning(writer),
            Table(heads, [_row(line, job, grid, style_set) for line in told.lines], space_before=style_set.section_gap),
            *_undated(told, writer),
            *blocks.notes(told.notes, writer),
        ],
    )


def _row(line: Moment | Silence, job: Job, grid: Grid, style_set: StyleSet) -> Row:
    """When, what and whose; a time of silence says so where others have a date."""
    if isinstance(line, Silence):
        writer = Writer(style_set, job.title, job.tr)
        cells = (writer.quiet(line.when), writer.quiet(line.text), writer.plain(""))
    else:
        writer = Writer(style_set, line.record.name, job.tr)
        cells = (
            writer.plain(line.when),
            writer.plain(line.text, line.language),
            writer.plain(line.record.name, line.language),
        )
    first, *others = cells
    named = writer.paragraph(Role.CELL, [first], head(Scope.ROW))
    return Row([named, *(writer.paragraph(Role.CELL, [cell], Element(Tag.CELL)) for cell in others)], grid)


def _undated(told: Timeline, writer: Writer) -> list[Flowable]:
    if not told.undated:
        return []
    names = ", ".join(record.name for record in told.undated)
    return [
        writer.heading(Role.BAND, told.undated_text, 1),
        writer.paragraph(Role.BODY, [writer.plain(names, "de")]),
    ]
