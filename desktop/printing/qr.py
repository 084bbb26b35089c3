"""QR codes as one vector path, large enough for the camera of any telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

import segno
from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from segno import consts

from desktop.i18n import Translate

QUIET_ZONE = 4
"""The empty margin in modules that readers need (ISO/IEC 18004)."""
LEAST_MODULE_MM = 0.4
LEAST_SIDE_MM = 30.0
_ERROR_LEVELS = ("m", "l")
_MASK = 3  # to try all eight masks takes four times as long; readers know each of them
_KEPT = 256
_MODULES_BESIDE_VERSION = 17  # version 1 has 21 modules a side, each further one 4 more
_MOST_VERSION = 40
_HEAD_BITS = 20  # before the text: what kind of text it is, and its length
_ROUNDING = 1e-6


@dataclass(frozen=True)
class QrCode:
    """A code with what it says; `side` is in points and includes the empty margin."""

    content: str
    modules: int
    side: float
    squares: str

    def draw(self, canvas: Canvas, left: float, bottom: float) -> None:
        """Draw the code with its lower left corner, margin included, at this place; what is light stays paper."""
        canvas.saveState()
        canvas.translate(left, bottom)
        canvas.scale(self.side / self.modules, self.side / self.modules)
        canvas.setFillColor(black)
        canvas.drawPath(PDFPathObject(code=["n", self.squares]), stroke=0, fill=1)
        canvas.restoreState()


def alternative(name: str, tr: Translate) -> str:
    """What stands for a code with a card, for those who do not see it."""
    return tr("QR code with the contact details: {name}", name=name)


def qr_code(contents: Sequence[str], *, most_side_mm: float) -> QrCode | None:
    """The first of the contents, the fullest one first, that fits into a code of this size; nothing where none does.

    A code that bears less damage is taken sooner than one that says less.
    """
    return next((code for content in contents if (code := _code(content, most_side_mm))), None)


@lru_cache(maxsize=_KEPT)
def _code(content: str, most_side_mm: float) -> QrCode | None:
    for error in _ERROR_LEVELS:
        if len(content.encode()) > _capacity(error, most_side_mm):
            continue
        symbol = segno.make_qr(content, error=error, mode="byte", mask=_MASK, encoding="utf-8")
        modules = len(symbol.matrix) + 2 * QUIET_ZONE
        side_mm = max(LEAST_SIDE_MM, modules * LEAST_MODULE_MM)
        if side_mm <= most_side_mm:
            return QrCode(content, modules, side_mm * mm, " ".join(_squares(symbol.matrix)))
    return None


@cache
def _capacity(error: str, most_side_mm: float) -> int:
    """How many bytes the largest symbol holds that has room; to try out whether a text fits costs a whole symbol."""
    modules = int(most_side_mm / LEAST_MODULE_MM + _ROUNDING) - 2 * QUIET_ZONE
    version = min((modules - _MODULES_BESIDE_VERSION) // 4, _MOST_VERSION)
    if version < 1:
        return 0
    bits: Any = consts.SYMBOL_CAPACITY
    return (int(bits[version][consts.ERROR_MAPPING[error.upper()]]) - _HEAD_BITS) // 8


def _squares(matrix: Sequence[bytearray]) -> Iterator[str]:
    """A rectangle for each row of neighbouring dark modules, in modules from the lower left corner of the margin."""
    for row, modules in enumerate(reversed(matrix), start=QUIET_ZONE):
        at = QUIET_ZONE
        for is_dark, group in groupby(modules):
            length = len(list(group))
            if is_dark:
                yield f"{at} {row} {length} 1 re"
            at += length
