"""QR codes as one vector path, large enough for the camera of any telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from desktop.domain.qr import QrSymbol, qr_symbol

LEAST_MODULE_MM = 0.4
LEAST_SIDE_MM = 30.0
_KEPT = 256
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


def qr_code(contents: Sequence[str], *, most_side_mm: float) -> QrCode | None:
    """The first of the contents, the fullest one first, that fits into a code of this size; nothing where none does."""
    symbol = qr_symbol(contents, most_modules=int(most_side_mm / LEAST_MODULE_MM + _ROUNDING))
    if symbol is None:
        return None
    side_mm = max(LEAST_SIDE_MM, symbol.modules * LEAST_MODULE_MM)
    return QrCode(symbol.content, symbol.modules, side_mm * mm, _squares(symbol)) if side_mm <= most_side_mm else None


@lru_cache(maxsize=_KEPT)
def _squares(symbol: QrSymbol) -> str:
    """A rectangle for each bar of dark modules, in modules from the lower left corner of the margin."""
    top = symbol.modules - 1
    return " ".join(f"{bar.column} {top - bar.row} {bar.length} 1 re" for bar in symbol.bars)
