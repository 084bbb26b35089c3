"""What a comparison of municipalities says, section by section; which sections there are is cheap to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.domain.dossier import Reference, reference_to
from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.blocks import Block, Field, Fields, Heading, Key, Page, Paragraph
from desktop.pages.words import section_label

if TYPE_CHECKING:
    from desktop.domain.dossier import Dossier

FACTS, DATES, DOUBTS = "facts", "dates", "doubts"
USUAL = ("target_groups", "aims", "fields_of_action", "boards", "lead_units", "partners", DATES)
"""What coordinators compare first."""

Content = Field | Sequence[Block]


class Section(Struct, frozen=True):
    """A section with what each municipality says, or that it says nothing, in the order of the columns."""

    label: str
    cells: tuple[Content, ...]


class Comparison(Struct, frozen=True):
    """Municipalities and what they say, section by section."""

    columns: tuple[Reference, ...]
    sections: tuple[Section, ...]


def sections(tr: Translate) -> tuple[tuple[str, str], ...]:
    """The word in orders and the heading of everything that can be compared, in the order of the page."""
    named = tuple((name, section_label(Kind.MUNICIPALITY, name, tr)) for name in Municipality.SECTIONS)
    return (
        (FACTS, tr("Facts at a glance")),
        *named,
        (DATES, tr("Dates")),
        (DOUBTS, tr("To be checked")),
    )


def headings(chosen: Sequence[str], tr: Translate) -> frozenset[str]:
    """The headings of the chosen sections, or of the usual ones."""
    wanted = chosen or USUAL
    return frozenset(heading for key, heading in sections(tr) if key in wanted)


def comparison(dossiers: Sequence[Dossier], chosen: Sequence[str], tr: Translate) -> Comparison:
    """Municipalities side by side, in the chosen sections or in the usual ones."""
    from desktop.pages.record import page

    told = [said(page(dossier, tr), chosen, tr) for dossier in dossiers]
    nothing: Content = (Paragraph(tr("not stated"), is_quiet=True),)
    return Comparison(
        tuple(reference_to(dossier.record) for dossier in dossiers),
        tuple(Section(label, tuple(rows.get(label) or nothing for rows in told)) for label in in_order(told)),
    )


def said(of: Page, chosen: Sequence[str], tr: Translate) -> dict[str, Content]:
    """What a page says under each of the chosen headings; the facts before the first one are an entry each.

    Which other records there are compares nothing.
    """
    return dict(_said(of, headings(chosen, tr), FACTS in chosen, tr))


def _said(of: Page, wanted: frozenset[str], has_facts: bool, tr: Translate) -> Iterator[tuple[str, Content]]:
    heading: Heading | None = None
    content: list[Block] = []
    for block in (*of.blocks, Heading("")):
        if isinstance(block, Heading):
            if heading and heading.key is not Key.RELATED and heading.text in wanted:
                yield heading.text, content
            heading, content = block, []
        elif isinstance(block, Fields) and heading is None:
            yield from ((field.label, field) for field in block.fields if has_facts)
        else:
            content.append(block)
    yield tr("Stand and source"), [Paragraph(of.as_of), Paragraph(of.source)]


def in_order(told: Iterable[Mapping[str, Content]]) -> list[str]:
    """Every label once; one that not all have stands where it stands among its own."""
    found: list[str] = []
    for rows in told:
        at = 0
        for label in rows:
            if label in found:
                at = found.index(label)
            else:
                found.insert(at, label)
            at += 1
    return found
