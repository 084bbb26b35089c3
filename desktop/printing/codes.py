"""The code beside a record: its card for the address book of a telephone, or else its website."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from desktop.domain.dossier import Dossier
from desktop.domain.qr import QUIET_ZONE
from desktop.pages.code import code
from desktop.printing.cornered import Corner
from desktop.printing.figure import Figure, Picture
from desktop.printing.qr import QrCode, qr_code
from desktop.printing.stack import Stack
from desktop.printing.styles import Role
from desktop.printing.text import Writer
from desktop.printing.wording import Span

MOST_SIDE_MM = 36.0
"""What a code may take of the width of a page; where the whole card needs more, a leaner one is taken."""


_MOST_CAPTION = 1.6  # as a multiple of the code


class _Coded(NamedTuple):
    """A code, what it says to those who do not see it, and the words below it."""

    code: QrCode
    said: str
    caption: Span


def code_corner(dossier: Dossier, writer: Writer) -> Corner | None:
    """The code of a record for the corner of its text, with a word on what it does; nothing without card or website."""
    return next(iter(code_corners([(dossier, writer)])))


def code_corners(shown: Sequence[tuple[Dossier, Writer]]) -> list[Corner | None]:
    """The same for several records, all codes as wide as the widest."""
    found = [(_coded(dossier, writer), writer) for dossier, writer in shown]
    wide = max((_inner(coded.code) * coded.code.side for coded, _ in found if coded), default=0.0)
    return [_corner(coded, wide, writer) if coded else None for coded, writer in found]


def _inner(made: QrCode) -> float:
    """The share of a code that is not empty margin."""
    return 1 - 2 * QUIET_ZONE / made.modules


def _coded(dossier: Dossier, writer: Writer) -> _Coded | None:
    wanted = code(dossier, writer.tr)
    made = qr_code(wanted.contents, most_side_mm=MOST_SIDE_MM) if wanted else None
    if wanted is None or made is None:
        return None
    return _Coded(made, wanted.said, writer.plain(wanted.caption, wanted.caption_language))


def _corner(coded: _Coded, wide: float, writer: Writer) -> Corner:
    """Flush with the text: of the empty margin only that towards the caption is part of the picture."""
    made = replace(coded.code, side=wide / _inner(coded.code))
    margin = made.side * QUIET_ZONE / made.modules

    def draw(canvas: Canvas, left: float, bottom: float) -> None:
        made.draw(canvas, left - margin, bottom)

    figure = Figure(Picture(wide, wide + margin, draw), coded.said, is_mirrored=writer.is_mirrored)
    caption = writer.paragraph(Role.CODE, [coded.caption])
    width = caption.natural_width if caption.natural_width <= wide * _MOST_CAPTION else wide
    return Corner(Stack([figure, caption]), max(wide, width))
