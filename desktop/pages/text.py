"""A page as plain text for a terminal."""

import textwrap
from collections.abc import Iterator

from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Note, Page, Paragraph, Value

_WIDTH = 88
_LABEL_WIDTH = 22


def as_text(page: Page) -> str:
    """The page with its provenance at the end, wrapped to 88 columns."""
    lines = [page.kicker, page.title, "=" * min(len(page.title), _WIDTH)]
    if page.badges:
        lines.append(" · ".join(page.badges))
    if page.lead:
        lines += ["", *_wrapped(page.lead)]
    for block in (*page.original, *page.blocks):
        lines += _lines(block)
    lines += ["", *_fields(page.provenance)]
    return "\n".join(lines)


def _lines(block: Block) -> Iterator[str]:
    yield ""
    match block:
        case Heading(text, level):
            yield text
            yield ("-" if level == 2 else "·") * min(len(text), _WIDTH)
        case Paragraph(text):
            yield from _wrapped(text)
        case Bullets(items):
            for item in items:
                yield from _wrapped(f"{item.title}: {item.text}" if item.title else item.text, "• ")
        case Fields():
            yield from _fields(block)
        case Note(text, title, proposal=proposal):
            said = f"{text} {proposal}" if proposal else text
            yield from _wrapped(f"{title}: {said}" if title else said, "! ")


def _fields(block: Fields) -> Iterator[str]:
    for field in block.fields:
        yield from _field(field)


def _field(field: Field) -> Iterator[str]:
    indent = " " * _LABEL_WIDTH
    label = f"{field.label}:"
    for value in field.values:
        head = f"{label:<{_LABEL_WIDTH}}" if len(label) < _LABEL_WIDTH else f"{label} "
        yield from _wrap(_value(value), head, indent)
        label = ""


def _value(value: Value) -> str:
    return f"{value.text} ({'; '.join(value.asides)})" if value.asides else value.text


def _wrapped(text: str, mark: str = "") -> list[str]:
    return _wrap(text, mark, " " * len(mark))


def _wrap(text: str, first: str, others: str) -> list[str]:
    """Lines of whole words: numbers and web addresses are never torn apart."""
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False, break_long_words=False
    )
