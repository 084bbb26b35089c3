"""What a screen reader should say of a page, worked out from the page itself and not from how it is drawn."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from desktop.i18n import Translate
from desktop.pages.blocks import Block, Bullets, Field, Fields, Heading, Note, Page, Paragraph, Value
from desktop.pages.gaps import gathered

_UNSEEN = dict.fromkeys("\u200e\u200f\u2066\u2067\u2069")  # they only say which way a word runs
_AS_SET = str.maketrans({"\u2011": "-", "\u2212": "–", "\u00ad": None, **_UNSEEN})


def spoken(page: Page, tr: Translate | None = None) -> list[str]:
    """The lines, each with the type of its element before it; with `tr`, what is not stated is told on one line."""
    return heard(_lines(replace(page, blocks=gathered(page.blocks, tr)) if tr else page))


def heard(lines: Iterable[str]) -> list[str]:
    """Lines of a file without what nobody sees."""
    return [" ".join(line.translate(_AS_SET).split()) for line in lines]


def without_code(lines: list[str]) -> list[str]:
    """What is read without a code and the words below it, which stand at a place of their own."""
    if "Figure" not in (words := [line.strip() for line in lines]):
        return lines
    at = words.index("Figure")
    return [*lines[:at], *lines[at + 2 :]]


def _lines(page: Page) -> Iterator[str]:
    yield f"H1 {page.title}"
    if page.lead:
        yield f"P {page.lead}"
    if page.badges:
        yield f"P {' · '.join(page.badges)}"
    for block in (*page.original, *page.blocks):
        yield from _block(block)
    yield from _block(page.provenance)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"H{level} {text}"
        case Paragraph(text=text):
            yield from (f"P {part}" for part in text.split("\n\n"))
        case Bullets(items=items):
            for item in items:
                yield "Lbl •"
                yield f"LBody {item.title}: {item.text}" if item.title else f"LBody {item.text}"
        case Note(text=text, title=title, proposal=proposal):
            said = " ".join(part for part in (f"{title}:" if title else "", text, proposal) if part)
            yield f"P {said}"
        case Fields(fields=fields):
            for field in fields:
                yield from _field(field)


def _field(field: Field) -> Iterator[str]:
    """A label and its values; of another record that the label names only what is said about it, on one line."""
    values = [_value(value) for value in field.values]
    if field.values[0].record_id and len(values) > 1:
        values = [" · ".join(values[1:])]
    yield f"Lbl {field.label}"
    tag = "P" if len(values) > 1 else "LBody"
    yield from (f"{tag} {value}" for value in values)


def _value(value: Value) -> str:
    return " · ".join((value.text, *value.asides))
