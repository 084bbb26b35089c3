"""What the paper benchmark prints: contacts like the shipped ones, and the same as plain text for other engines."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.dossier import Dossier
from desktop.domain.phone import completed
from desktop.domain.vcard import card, forms
from desktop.i18n import Translate
from desktop.pages.blocks import Block, Bullets, Fields, Heading, Note, Page, Paragraph, Value
from desktop.pages.brief import brief
from desktop.pages.record import page
from desktop.printing.codes import MOST_SIDE_MM
from desktop.printing.qr import qr_code
from tests.support.dossiers import dossier_of, shipped


class Line(NamedTuple):
    """Words, and what they open."""

    words: str
    target: str = ""


class Entry(Struct, frozen=True):
    """A record as rows of a label and lines; `code` is what a QR code beside it says."""

    title: str
    lead: str
    rows: tuple[tuple[str, tuple[Line, ...]], ...]
    end: str
    code: str = ""


def contacts(count: int) -> list[Dossier]:
    """So many contact points, no two alike."""
    points = [dossier_of(record) for record in shipped().records if isinstance(record, Location)]
    return [_again(points[place % len(points)], place) for place in range(count)]


def _again(dossier: Dossier, place: int) -> Dossier:
    record = dossier.record
    assert isinstance(record, Location)
    phones = tuple(
        completed(replace(phone, raw=f"0231 {10000 + place}-{at}")) if phone.is_callable else phone
        for at, phone in enumerate(record.phones)
    )
    other = replace(record, id=f"{record.id}-{place}", name=f"{record.name} {place}", phones=phones)
    return replace(dossier, record=other, locations=())


def as_entry(dossier: Dossier, tr: Translate, *, has_code: bool) -> Entry:
    """What a contact sheet says in brief."""
    assert isinstance(dossier.record, Location)
    found = card(dossier.record, dossier.organization) if has_code else None
    code = qr_code(forms(found), most_side_mm=MOST_SIDE_MM) if found else None
    return _entry(brief(dossier, tr), code.content if code else "")


def summary(dossier: Dossier, tr: Translate) -> Entry:
    """What a whole page says."""
    return _entry(page(dossier, tr), "")


def _entry(of: Page, code: str) -> Entry:
    rows = tuple(_rows((*of.original, *of.blocks)))
    return Entry(of.title, of.lead or "", rows, f"{of.as_of} · {of.source}", code)


def _rows(blocks: tuple[Block, ...]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    label = ""
    lines: list[Line] = []
    for block in blocks:
        match block:
            case Heading(text=text):
                yield label, tuple(lines)
                label, lines = text, []
            case Fields(fields=fields):
                yield from ((field.label, tuple(map(_line, field.values))) for field in fields)
            case Paragraph(text=text):
                lines.append(Line(text))
            case Bullets(items=items):
                lines += [Line(f"• {item.title}: {item.text}" if item.title else f"• {item.text}") for item in items]
            case Note(text=text, title=title, proposal=proposal):
                lines.append(Line(f"{title}: {text} {proposal or ''}".rstrip()))
    yield label, tuple(lines)


def _line(value: Value) -> Line:
    return Line(" · ".join((value.text, *value.asides)), value.target or "")
