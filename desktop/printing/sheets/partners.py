"""The partner list: the members of the network as a table."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from desktop.domain.dossier import Dossier
from desktop.domain.partner import Partner
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate
from desktop.pages.blocks import Page
from desktop.pages.record import page
from desktop.printing import blocks
from desktop.printing.document import bind, largest
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.styles import Role, StyleSet
from desktop.printing.tables import Row, Table, row
from desktop.printing.text import Writer

_SHARES = (85, 52, 33)


def draw(title: str, dossiers: Sequence[Dossier], tr: Translate, today: date) -> Paper:
    """All partners in one list."""
    return bind(title, [largest(partial(_members, title, dossiers, tr), pages=1)], tr, today)


def _members(title: str, partners: Sequence[Dossier], tr: Translate, style_set: StyleSet) -> Section:
    writer = Writer(style_set, title)
    pages = [page(partner, tr) for partner in partners]
    count = tr.plural("{count} partner organisation", "{count} partner organisations", len(partners))
    head = row((tr("Name"), tr("Kind"), tr("Seat")), _SHARES, writer, is_head=True)
    rows = [_row(dossier.record, of, style_set, tr) for dossier, of in zip(partners, pages, strict=True)]
    return Section(
        writer=writer,
        title=title,
        kicker=tr(label(Kind.NETWORK)),
        as_of=_joined(page.as_of for page in pages),
        source=_joined(page.source for page in pages),
        story=[
            writer.heading(Role.TITLE, title, 0),
            writer.paragraph(Role.LEAD, [writer.plain(count)]),
            Table(head, rows, space_before=style_set.section_gap),
        ],
    )


def _row(partner: Record, page: Page, style_set: StyleSet, tr: Translate) -> Row:
    """Name, kind and seat; what is in doubt about a partner stands below its name."""
    assert isinstance(partner, Partner)
    writer = Writer(style_set, partner.name)
    texts = (partner.name, tr(label(partner.kind)), partner.seat or "")
    return row(texts, _SHARES, writer, below=blocks.notes(page.blocks, writer))


def _joined(texts: Iterable[str]) -> str:
    """Each text once."""
    return " · ".join(dict.fromkeys(texts))
