"""The type that every sheet is set in: Fira Sans from its package, embedded, never a font of the machine."""

from functools import cache
from threading import Lock

import fontpkg_fira_sans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "FiraSans"
REGULAR = "FiraSans-Regular"
SEMIBOLD = "FiraSans-SemiBold"
BOLD = "FiraSans-Bold"
ITALIC = "FiraSans-Italic"

_registering = Lock()


def register() -> None:
    """Make the fonts known to ReportLab; the second call costs nothing."""
    with _registering:
        _glyphs()


def missing_characters(text: str) -> str:
    """The characters of `text` that the font has no glyph for, each once, in order."""
    register()
    return "".join(char for char in dict.fromkeys(text) if ord(char) not in _glyphs())


@cache
def _glyphs() -> frozenset[int]:
    """The code points that all four cuts can show; registers them on the way."""
    covered = []
    for name in (REGULAR, SEMIBOLD, BOLD, ITALIC):
        font = TTFont(name, str(fontpkg_fira_sans.ROOT / "files" / f"{name}.ttf"))
        pdfmetrics.registerFont(font)
        covered.append(frozenset(font.face.charToGlyph))
    # <b> in a paragraph is the semi-bold cut: bold is kept for titles.
    pdfmetrics.registerFontFamily(FAMILY, REGULAR, SEMIBOLD, ITALIC, SEMIBOLD)
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, SEMIBOLD, ITALIC, SEMIBOLD)
    return frozenset.intersection(*covered)
