"""The partner list: the members of the network as a table."""

from functools import partial

from desktop.domain.errors import N_
from desktop.domain.partner import Partner
from desktop.domain.record import Record
from desktop.domain.vocabulary import label
from desktop.pages.blocks import Page
from desktop.pages.record import page
from desktop.printing import blocks
from desktop.printing.document import bind
from desktop.printing.gathered import furniture, origin, warning
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.section import Section, largest
from desktop.printing.styles import Role, StyleSet
from desktop.printing.tables import Cell, Grid, Row, Table, head_row, row
from desktop.printing.text import Writer

_SHARES = (80, 51, 39)
_GAP = N_("Where no seat stands, none is stated.")


def draw(job: Job) -> Paper:
    """All partners in one list."""
    return bind(job, [largest(partial(_members, job), job.variant, pages=1)])


def _members(job: Job, style_set: StyleSet) -> Section:
    title, partners, tr = job.title, job.dossiers, job.tr
    writer = Writer(style_set, title, tr)
    pages = [page(partner, tr) for partner in partners]
    count = tr.plural("{count} partner organisation", "{count} partner organisations", len(partners))
    grid = Grid(_SHARES, style_set.paragraph_gap * 0.6, writer.is_mirrored)
    head = head_row((tr("Name"), tr("Kind"), tr("Seat")), grid, writer)
    rows = [
        _row(dossier.record, of, grid, Writer(style_set, dossier.record.name, tr))
        for dossier, of in zip(partners, pages, strict=True)
    ]
    has_gap = any(isinstance(found.record, Partner) and not found.record.seat for found in partners)
    return Section(
        furniture=furniture(writer, title, "", origin(partners, tr)),
        story=[
            writer.heading(Role.TITLE, title, 0),
            writer.paragraph(Role.LEAD, [writer.plain(count)]),
            *([writer.paragraph(Role.NOTE, [writer.quiet(tr(_GAP))])] if has_gap else []),
            *warning(writer),
            Table(head, rows, space_before=style_set.section_gap),
        ],
    )


def _row(partner: Record, page: Page, grid: Grid, writer: Writer) -> Row:
    """Name, kind and seat; what is in doubt about a partner stands below its name."""
    assert isinstance(partner, Partner)
    tr = writer.tr
    cells = (
        Cell(writer.plain(partner.name, page.language), below=blocks.notes(page.blocks, writer)),
        Cell(writer.plain(tr(label(partner.kind)))),
        Cell(writer.plain(partner.seat or "", page.language)),
    )
    return row(cells, grid, writer)
