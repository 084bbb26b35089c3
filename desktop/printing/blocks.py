"""The blocks of a page as pieces of paper: each block has one look and one structure, whatever sheet it stands on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile

from reportlab.lib.units import mm

from desktop.i18n import is_right_to_left
from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Item, Note, Page, Paragraph, Tone, Value
from desktop.pages.gaps import gathered
from desktop.printing.beside import Barred, Beside, Columns
from desktop.printing.cornered import Corner, around
from desktop.printing.flowable import Flowable
from desktop.printing.isolation import isolated
from desktop.printing.stack import Kept, Stack
from desktop.printing.structure import Element, Tag, bullets
from desktop.printing.styles import ACCENT, RULE, Role
from desktop.printing.text import Writer
from desktop.printing.wording import Span

_KEPT_FIELDS = 40 * mm
_DOT = "·"
_BULLET = "•"


def story(page: Page, writer: Writer) -> list[Flowable]:
    """A whole page: its head, its blocks, and where it comes from."""
    return [*head(page, writer), *rest(page, writer)]


def rest(page: Page, writer: Writer) -> Iterator[Flowable]:
    """What follows the head of a page."""
    yield from body((*page.original, *gathered(page.blocks, writer.tr)), writer)
    yield from origin(page.provenance, writer)


def beside_head(page: Page, writer: Writer, corner: Corner) -> list[Flowable]:
    """A whole page with something in the corner of its head."""
    pieces = list(head(page, writer))
    return [*around(pieces, corner, writer.styles.text_width, is_mirrored=writer.is_mirrored), *rest(page, writer)]


def beside_facts(page: Page, writer: Writer, corner: Corner) -> list[Flowable]:
    """A whole page with something in the corner of the facts below its head, where it has any."""
    facts = list(takewhile(lambda block: not isinstance(block, Heading), (*page.original, *page.blocks)))
    opening = list(_opening(facts, writer))
    if not opening:
        return beside_head(page, writer, corner)
    return [
        *head(page, writer),
        full_width(around(opening, corner, writer.styles.text_width, is_mirrored=writer.is_mirrored), writer),
        *body(gathered(page.blocks[len(facts) - len(page.original) :], writer.tr), writer),
        *origin(page.provenance, writer),
    ]


def head(page: Page, writer: Writer) -> Iterator[Flowable]:
    """Name, the sentence that says what it is for, and what stands out."""
    yield writer.heading(Role.TITLE, page.title, 0, page.language)
    if page.lead:
        yield writer.paragraph(Role.LEAD, [writer.plain(page.lead, page.lead_language)])
    if page.badges:
        yield writer.paragraph(Role.BADGES, [writer.plain(f" {_DOT} ".join(page.badges))])


def body(blocks: Iterable[Block], writer: Writer) -> Iterator[Flowable]:
    """The blocks on the grid: a section's heading in the label column, its content beside it."""
    for heading, content in _sections(blocks):
        if heading is not None:
            yield _band(heading, content, writer)
        elif opening := list(_opening(content, writer)):
            yield full_width(opening, writer)


def origin(provenance: Fields, writer: Writer) -> Iterator[Flowable]:
    """Where the record comes from, small, at the end."""
    if provenance.fields:
        rows = fields(provenance.fields, writer, writer.styles.label_width, Role.ORIGIN_LABEL, Role.ORIGIN)
        yield full_width([rows], writer)


def narrow(blocks: Iterable[Block], writer: Writer) -> list[Flowable]:
    """Blocks for a narrow place: labels stand above what they label."""
    return [piece for block in blocks for piece in _pieces(block, writer, 0)]


def values(of: Sequence[Value], writer: Writer, role: Role = Role.BODY) -> list[Flowable]:
    """Values without a label, one to a line."""
    return [writer.paragraph(role, _value(value, writer)) for value in of]


def notes(blocks: Iterable[Block], writer: Writer) -> list[Flowable]:
    """Only the remarks among the blocks."""
    return [_note(block, writer) for block in blocks if isinstance(block, Note)]


def full_width(pieces: Sequence[Flowable], writer: Writer) -> Flowable:
    """Pieces below a hairline that take both columns."""
    columns = Columns(0, 0, writer.is_mirrored)
    return Beside(None, Stack(pieces), columns, space_before=writer.styles.section_gap, has_rule=True)


def fields(
    rows: Iterable[Field],
    writer: Writer,
    label_width: float,
    label_role: Role = Role.LABEL,
    value_role: Role = Role.BODY,
) -> Stack:
    """A list of labels, each with its values beside it, one to a line; what is empty is left out.

    A short one stays on one page: nobody turns the page for the last line of an address.
    """
    columns = Columns(label_width, writer.styles.gutter, writer.is_mirrored)
    shown = [_row(field, writer, columns, label_role, value_role) for field in rows if field.values]
    return Kept(shown, element=Element(Tag.LIST), most_height=_KEPT_FIELDS)


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """The blocks under each heading of level 2; those before the first one have none."""
    heading: Heading | None = None
    content: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:
            if heading or content:
                yield heading, content
            heading, content = block, []
        else:
            content.append(block)
    if heading or content:
        yield heading, content


def _opening(content: Iterable[Block], writer: Writer) -> Iterator[Flowable]:
    """What stands before any heading: fields use the label column themselves."""
    styles = writer.styles
    columns = Columns(styles.label_width, styles.gutter, writer.is_mirrored)
    for block in content:
        pieces = list(_pieces(block, writer, styles.label_width))
        if isinstance(block, Fields):
            yield from pieces
        elif pieces:
            yield Beside(None, Stack(pieces), columns, space_before=styles.paragraph_gap)


def _band(heading: Heading, content: Sequence[Block], writer: Writer) -> Flowable:
    """A section below a hairline; where it goes on after a page break, its heading is there again for the eye."""
    styles = writer.styles
    label = writer.heading(Role.SECTION, heading.text, 1, heading.language)
    words = writer.tr("{heading} (continued)", heading=isolated(heading.text) if heading.language else heading.text)
    width = styles.label_width if styles.has_headings_beside else 0
    return Beside(
        label,
        Stack(list(_content(content, writer))),
        Columns(width, styles.gutter, writer.is_mirrored),
        element=Element(Tag.SECTION),
        continued=writer.paragraph(Role.CONTINUED, [writer.plain(words)]),
        space_before=styles.section_gap,
        has_rule=True,
    )


def _content(blocks: Sequence[Block], writer: Writer) -> Iterator[Flowable]:
    """What stands beside a section's heading; what a smaller heading heads is kept on one page with it."""
    starts = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    for first, end in pairwise(sorted({0, *starts, len(blocks)})):
        pieces = [piece for block in blocks[first:end] for piece in _pieces(block, writer, _inner_width(block, writer))]
        yield from [Kept(pieces)] if first in starts else pieces


def _inner_width(block: Block, writer: Writer) -> float:
    """The width of labels within a section: no word of theirs is broken while there is room."""
    styles = writer.styles
    if not isinstance(block, Fields):
        return 0
    widest = max((writer.width(Role.LABEL, word) for field in block.fields for word in field.label.split()), default=0)
    return min(max(styles.inner_label_width, widest), styles.label_width * 1.5)


def _pieces(block: Block, writer: Writer, label_width: float) -> Iterator[Flowable]:
    match block:
        case Heading(text=text, level=level, language=language):
            yield writer.heading(Role.SUBSECTION, text, level - 1, language)
        case Paragraph(text=text, is_quiet=is_quiet, language=language):
            role = Role.ASIDE if is_quiet else Role.BODY
            parts = (part for part in text.split("\n\n") if part.strip())
            yield from (writer.paragraph(role, [writer.plain(part, language)]) for part in parts)
        case Bullets(items=items):
            if items:
                yield Stack([_item(item, writer) for item in items], element=bullets())
        case Fields(fields=rows):
            if any(field.values for field in rows):
                yield fields(rows, writer, label_width)
        case Note():
            yield _note(block, writer)


def _item(item: Item, writer: Writer) -> Flowable:
    """A line of a list behind its bullet."""
    spans = _titled(item.title, item.language, item.text, item.language, writer)
    text = writer.paragraph(Role.ITEM, spans, Element(Tag.BODY))
    is_mirrored = is_right_to_left(item.language) if item.language else writer.is_mirrored
    return Beside(
        writer.paragraph(Role.BULLET, [writer.plain(_BULLET, item.language)], Element(Tag.LABEL)),
        Stack([text]),
        Columns(writer.styles.bullet_width, 0, is_mirrored),
        element=Element(Tag.ITEM),
        space_before=text.space_before,
    )


def _note(note: Note, writer: Writer) -> Flowable:
    colour = ACCENT if note.tone is Tone.CAUTION else RULE
    spans = _titled(note.title, None, note.text, note.language, writer)
    if note.proposal:
        spans.append(writer.plain(note.proposal))
    text = writer.paragraph(Role.NOTE, spans)
    gap = writer.styles.paragraph_gap * 2
    return Barred([text], colour=colour, space_before=gap, is_mirrored=writer.is_mirrored)


def _titled(
    title: str | None, title_language: str | None, text: str, language: str | None, writer: Writer
) -> list[Span]:
    lead = [writer.strong(f"{title}:", title_language)] if title else []
    return [*lead, writer.plain(text, language)]


def _row(field: Field, writer: Writer, columns: Columns, label_role: Role, value_role: Role) -> Flowable:
    """A label and, beside it, its values, one to a line."""
    writer = writer.about(field.label)
    label = writer.paragraph(label_role, [writer.plain(field.label, field.language)], Element(Tag.LABEL))
    lines = list(_lines(field, writer))
    if len(lines) == 1:
        content = Stack([writer.paragraph(value_role, lines[0], Element(Tag.BODY))])
    else:
        content = Stack([writer.paragraph(value_role, line) for line in lines], element=Element(Tag.BODY))
    gap = writer.styles.paragraph_gap
    return Beside(label, content, columns, element=Element(Tag.ITEM), space_before=gap)


def _lines(field: Field, writer: Writer) -> list[list[Span]]:
    """The values of a field; of another record, which the label names, what is said about it on one line."""
    lines = [_value(value, writer) for value in field.values]
    if not field.values[0].record_id or len(lines) == 1:
        return lines
    about = lines[1]
    for line in lines[2:]:
        about = [*about, writer.quiet(_DOT), *line]
    return [about]


def _value(value: Value, writer: Writer) -> list[Span]:
    """A value with its note and remark; what is void is told without anything to press."""
    language = value.language
    text = writer.void(value.text, language) if value.is_void else writer.link(value.text, value.target, language)
    text = replace(text, is_strong=True) if value.is_essential else text
    asides = ((value.note, value.note_language), (value.remark, None))
    told = [[writer.quiet(_DOT), writer.quiet(words, spoken)] for words, spoken in asides if words]
    return [text, *chain.from_iterable(told)]
