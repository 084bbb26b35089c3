"""The code beside a record: its card for the address book of a telephone, or else its website."""

from reportlab.pdfgen.canvas import Canvas

from desktop.domain.contact import Location, Person
from desktop.domain.dossier import Dossier
from desktop.domain.municipality import Municipality
from desktop.domain.vcard import card, forms
from desktop.printing.cornered import Corner
from desktop.printing.figure import Figure, Picture
from desktop.printing.qr import QUIET_ZONE, QrCode, alternative, qr_code
from desktop.printing.stack import Stack
from desktop.printing.styles import Role
from desktop.printing.text import Writer

MOST_SIDE_MM = 36.0
"""What a code may take of the width of a page; where the whole card needs more, a leaner one is taken."""


def code_corner(dossier: Dossier, writer: Writer) -> Corner | None:
    """The code of a record for the corner of its text, with a word on what it does; nothing without card or website."""
    record, tr = dossier.record, writer.tr
    if isinstance(record, Location | Person | Municipality) and (found := card(record, dossier.organization)):
        code = qr_code(forms(found), most_side_mm=MOST_SIDE_MM)
        return _corner(code, alternative(found.name, tr), tr("Save the contact"), writer) if code else None
    target = next((link.target for link in record.links if link.target), None)
    code = qr_code([target], most_side_mm=MOST_SIDE_MM) if target else None
    if code is None or target is None:
        return None
    return _corner(code, tr("QR code with the web address: {address}", address=target), tr("Open the website"), writer)


def _corner(code: QrCode, said: str, caption: str, writer: Writer) -> Corner:
    """Flush with the text: of the empty margin only that towards the caption is part of the picture."""
    margin = code.side * QUIET_ZONE / code.modules
    wide = code.side - 2 * margin

    def draw(canvas: Canvas, left: float, bottom: float) -> None:
        code.draw(canvas, left - margin, bottom)

    figure = Figure(Picture(wide, wide + margin, draw), said, is_mirrored=writer.is_mirrored)
    return Corner(Stack([figure, writer.paragraph(Role.CODE, [writer.plain(caption)])]), wide)
