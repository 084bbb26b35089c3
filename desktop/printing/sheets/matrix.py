"""The matrix: all municipalities beside what each of them names, on landscape pages."""

from collections.abc import Iterator, Sequence
from math import ceil

from desktop.domain.matrix import Axis
from desktop.i18n import DATA_LANGUAGE
from desktop.pages.matrix import MatrixPage, MatrixRow, Said, matrix_page
from desktop.printing.document import bind
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import furniture, origin, warning
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.structure import Element, Scope, Tag, head
from desktop.printing.styles import Role, crowded
from desktop.printing.tables import Grid, Row, Table
from desktop.printing.text import Writer
from desktop.printing.variant import TypeSize
from desktop.printing.wording import Span

_MOST_COLUMNS = {TypeSize.NORMAL: 12, TypeSize.LARGE: 4}
_LABEL_SHARE, _COUNT_SHARE = {TypeSize.NORMAL: 2.3, TypeSize.LARGE: 1.5}, {TypeSize.NORMAL: 0.8, TypeSize.LARGE: 0.6}
_GAP = 4.0
"""Points between the columns."""


def draw(job: Job) -> Paper:
    """A table for the fields of action and one for the target groups, each in as many parts as the columns need."""
    pages = [matrix_page(job.dossiers, axis, job.tr) for axis in Axis]
    return bind(job, [_section(job, page, part) for page in pages for part in _parts(job, len(page.columns))])


def _parts(job: Job, count: int) -> Iterator[slice]:
    """The columns that stand together, about equally many on every page."""
    most = _MOST_COLUMNS[job.variant.type_size]
    wide = ceil(count / ceil(max(count, 1) / most))
    for start in range(0, max(count, 1), max(wide, 1)):
        yield slice(start, start + wide)


def _section(job: Job, page: MatrixPage, part: slice) -> Section:
    tr, size = job.tr, job.variant.type_size
    style_set = crowded(job.variant)
    writer = Writer(style_set, page.title, tr)
    columns = page.columns[part]
    shares = (_LABEL_SHARE[size], _COUNT_SHARE[size], *[1.0] * len(columns))
    grid = Grid(shares, style_set.paragraph_gap * 0.6, writer.is_mirrored, _GAP)
    heads = _head((page.title, tr("Count"), *(column.name for column in columns)), grid, writer)
    rows = [_row(row, part, grid, writer) for row in page.rows]
    title = f"{job.title}: {page.title}"
    return Section(
        furniture=furniture(writer, title, "", origin(job.dossiers, tr)),
        story=[
            writer.heading(Role.TITLE, title, 0),
            writer.paragraph(Role.LEAD, [writer.plain(page.lead)]),
            writer.paragraph(Role.NOTE, [writer.plain(" ".join(page.legend))]),
            *warning(writer),
            Table(heads, rows, space_before=style_set.section_gap),
        ],
    )


def _head(texts: Sequence[str], grid: Grid, writer: Writer) -> Row:
    """The heads of the columns; from the third on they are names, in the language of the data."""
    spans = [writer.plain(text, DATA_LANGUAGE if at > 1 else None) for at, text in enumerate(texts)]
    cells = [writer.paragraph(Role.COLUMN_HEAD, [span], head(Scope.COLUMN)) for span in spans]
    return Row(cells, grid, is_head=True)


def _row(row: MatrixRow, part: slice, grid: Grid, writer: Writer) -> Row:
    label = writer.paragraph(Role.COLUMN_HEAD, [writer.plain(row.label, row.language)], head(Scope.ROW))
    words = (writer.strong(row.count), *(_said(said, writer) for said in row.cells[part]))
    return Row([label, *(_cell(each, writer) for each in words)], grid)


def _said(said: Said, writer: Writer) -> Span:
    return writer.strong(said.text) if said.is_named else writer.quiet(said.text)


def _cell(words: Span, writer: Writer) -> Flowable:
    return writer.paragraph(Role.CELL, [words], Element(Tag.CELL))
