"""The blocks of a page as flowables: each block has one look, whatever sheet it stands on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportlab.platypus import Flowable

from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Note, Page, Paragraph, Tone, Value
from desktop.printing.stack import Barred, Beside, Kept
from desktop.printing.styles import ACCENT, RULE, Role
from desktop.printing.text import Markup, Writer

_DOT = "·"


def story(page: Page, writer: Writer) -> list[Flowable]:
    """A whole page: its head, its blocks, and where it comes from."""
    return [*head(page, writer), *body(page.blocks, writer), *origin(page.provenance, writer)]


def head(page: Page, writer: Writer) -> Iterator[Flowable]:
    """Name, the sentence that says what it is for, and what stands out."""
    yield writer.heading(Role.TITLE, page.title, 0)
    if page.lead:
        yield writer.paragraph(Role.LEAD, [writer.plain(page.lead)])
    if page.badges:
        yield writer.paragraph(Role.BADGES, [writer.plain(f" {_DOT} ".join(page.badges))])


def body(blocks: Iterable[Block], writer: Writer) -> Iterator[Flowable]:
    """The blocks on the grid: a section's heading in the label column, its content beside it."""
    for heading, content in _sections(blocks):
        if heading is not None:
            label = writer.heading(Role.SECTION, heading.text, 1)
            yield _band(label, list(_content(content, writer)), writer)
        elif opening := list(_opening(content, writer)):
            yield full_width(opening, writer)


def origin(provenance: Fields, writer: Writer) -> Iterator[Flowable]:
    """Where the record comes from, small, at the end."""
    width = writer.styles.label_width
    rows = [_row(field, writer, width, Role.ORIGIN_LABEL, Role.ORIGIN) for field in provenance.fields]
    if rows:
        yield full_width(rows, writer)


def notes(blocks: Iterable[Block], writer: Writer) -> list[Flowable]:
    """Only the remarks among the blocks."""
    return [_note(block, writer) for block in blocks if isinstance(block, Note)]


def full_width(pieces: Sequence[Flowable], writer: Writer) -> Flowable:
    """Pieces below a hairline that take both columns."""
    return Beside(None, pieces, label_width=0, gutter=0, space_before=writer.styles.section_gap, has_rule=True)


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
    for block in content:
        pieces = list(_pieces(block, writer, styles.label_width))
        if isinstance(block, Fields):
            yield from pieces
        else:
            yield Beside(None, pieces, label_width=styles.label_width, gutter=styles.gutter)


def _band(label: Flowable, pieces: Sequence[Flowable], writer: Writer) -> Flowable:
    styles = writer.styles
    return Beside(
        label,
        pieces,
        label_width=styles.label_width,
        gutter=styles.gutter,
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
        case Heading(text=text, level=level):
            yield writer.heading(Role.SUBSECTION, text, level - 1)
        case Paragraph(text=text, is_quiet=is_quiet):
            role = Role.ASIDE if is_quiet else Role.BODY
            yield from (writer.paragraph(role, [writer.plain(part)]) for part in text.split("\n\n") if part.strip())
        case Bullets(items=items):
            yield from (writer.item(_titled(item.title, item.text, writer)) for item in items)
        case Fields(fields=fields):
            yield from (_row(field, writer, label_width) for field in fields if field.values)
        case Note():
            yield _note(block, writer)


def _note(note: Note, writer: Writer) -> Flowable:
    colour = ACCENT if note.tone is Tone.CAUTION else RULE
    text = writer.paragraph(Role.NOTE, _titled(note.title, note.text, writer))
    return Barred([text], colour=colour, space_before=writer.styles.paragraph_gap * 2)


def _titled(title: str | None, text: str, writer: Writer) -> list[Markup]:
    return [*([writer.strong(f"{title}:")] if title else []), writer.plain(text)]


def _row(
    field: Field, writer: Writer, label_width: float, label_role: Role = Role.LABEL, value_role: Role = Role.BODY
) -> Flowable:
    """A label and, beside it, its values, one to a line."""
    styles = writer.styles
    return Beside(
        writer.paragraph(label_role, [writer.plain(field.label)]),
        [writer.paragraph(value_role, line) for line in _lines(field, writer)],
        label_width=label_width,
        gutter=styles.gutter,
        space_before=styles.paragraph_gap,
    )


def _lines(field: Field, writer: Writer) -> list[list[Markup]]:
    """The values of a field; of another record, which the label names, what is said about it on one line."""
    lines = [_value(value, writer) for value in field.values]
    if not field.values[0].record_id or len(lines) == 1:
        return lines
    about = lines[1]
    for line in lines[2:]:
        about = [*about, writer.quiet(_DOT), *line]
    return [about]


def _value(value: Value, writer: Writer) -> list[Markup]:
    """A value with its note; what is void is told without anything to press."""
    text = writer.quiet(value.text) if value.is_void else writer.link(value.text, value.target)
    text = writer.bold(text) if value.is_essential else text
    return [text, *([writer.quiet(f"{_DOT} {value.note}")] if value.note else [])]
