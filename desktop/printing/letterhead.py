"""The head of a handout: who hands it out, with logo, address, numbers and opening hours."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.errors import InvalidRecordError
from desktop.domain.office import Office
from desktop.domain.phone import Phone, completed
from desktop.printing.cornered import Corner, Cornered
from desktop.printing.figure import Figure, Picture
from desktop.printing.flowable import Flowable
from desktop.printing.styles import Role
from desktop.printing.text import Writer
from desktop.printing.wording import Span

_LOGO_WIDTH = 52 * mm
_LOGO_HEIGHT = 20 * mm


def letterhead(office: Office, logo: bytes | None, writer: Writer) -> Iterator[Flowable]:
    """What is known of the office, its logo where lines end; nothing where nothing is known."""
    lines = list(_lines(office, writer))
    if logo is None:
        yield from lines
    else:
        yield Cornered(lines, _corner(logo, office, writer), is_mirrored=writer.is_mirrored)


def _lines(office: Office, writer: Writer) -> Iterator[Flowable]:
    if office.name.strip():
        yield writer.paragraph(Role.SENDER, [writer.plain(office.name)])
    if address := ", ".join(line.strip() for line in office.address.splitlines() if line.strip()):
        yield writer.paragraph(Role.NOTE, [writer.about(writer.tr("Address")).plain(address)])
    if reach := list(_reach(office, writer)):
        yield writer.paragraph(Role.NOTE, reach)
    if office.hours.strip():
        label = writer.tr("Opening hours:")
        hours = writer.about(label.rstrip(": \u00a0\u202f")).plain(office.hours)
        yield writer.paragraph(Role.NOTE, [writer.strong(label), hours])


def _reach(office: Office, writer: Writer) -> Iterator[Span]:
    """Number, mail and website on one line, each of which can be pressed."""
    tr, website = writer.tr, office.website.strip()
    known = (
        (tr("Telephone"), office.phone, _dialled(office.phone)),
        (tr("E-mail"), office.email, f"mailto:{office.email.strip()}"),
        (tr("Website"), website, website if "://" in website else f"https://{website}"),
    )
    given = [(field, text.strip(), target) for field, text, target in known if text.strip()]
    for place, (field, text, target) in enumerate(given):
        if place:
            yield writer.quiet("·")
        yield writer.about(field).link(text, target)


def _dialled(phone: str) -> str | None:
    """What a telephone dials; whatever else was written is only shown."""
    try:
        number = completed(Phone(raw=phone)).e164
    except InvalidRecordError:
        return None
    return f"tel:{number}" if number else None


def _corner(logo: bytes, office: Office, writer: Writer) -> Corner:
    image = ImageReader(BytesIO(logo))
    wide, tall = image.getSize()
    scale = min(_LOGO_WIDTH / wide, _LOGO_HEIGHT / tall)
    width, height = wide * scale, tall * scale

    def draw(canvas: Canvas, left: float, bottom: float) -> None:
        canvas.drawImage(image, left, bottom, width, height)

    said = writer.tr("Logo: {name}", name=office.name) if office.name.strip() else writer.tr("Logo")
    return Corner(Figure(Picture(width, height, draw), said, is_mirrored=writer.is_mirrored), width)
