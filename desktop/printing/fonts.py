"""The type that every sheet is set in: Fira Sans from its package, embedded, never a font of the machine."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from threading import Lock

import fontpkg_fira_sans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from desktop.printing.glyph_font import GlyphFont

REGULAR = "FiraSans-Regular"
SEMIBOLD = "FiraSans-SemiBold"
BOLD = "FiraSans-Bold"
ITALIC = "FiraSans-Italic"

_registering = Lock()


class Advances(dict[str, float]):
    """How far each character of a font moves the pen, in thousandths of the size."""

    def __init__(self, widths: Mapping[int, float], default: float) -> None:
        super().__init__({"\n": 0.0, "\u00ad": 0.0, "\u00a0": float(widths[32])})
        self._widths = widths
        self._default = default

    def __missing__(self, char: str) -> float:
        self[char] = advance = float(self._widths.get(ord(char), self._default))
        return advance


def register() -> None:
    """Make the fonts known to ReportLab; the second call costs nothing."""
    with _registering:
        _glyphs()


def missing_characters(text: str) -> str:
    """The characters of `text` that the font has no glyph for, each once, in order."""
    register()
    covered = _glyphs()
    return "" if covered.issuperset(text) else "".join(char for char in dict.fromkeys(text) if char not in covered)


@cache
def advances(font: str) -> Advances:
    """The widths of the characters of a font; a soft hyphen has none, for it shows at the end of a line only."""
    register()
    face = _face(font)
    return Advances(face.charWidths, face.defaultWidth)


def hyphen_advance(font: str) -> float:
    """The width of a hyphen that shows."""
    return advances(font)["-"]


@cache
def ascent(font: str) -> float:
    """How far a font reaches above the line it stands on, as a share of its size."""
    register()
    return float(_face(font).ascent) / 1000


def _face(font: str) -> TTFontFace:
    found = pdfmetrics.getFont(font)
    assert isinstance(found, TTFont)
    return found.face


def _is_character(char: str) -> bool:
    """Whether there is such a character: fonts have glyphs, too, for numbers that no text may hold."""
    return unicodedata.category(char) != "Cn"


@cache
def _glyphs() -> frozenset[str]:
    """The characters that all four cuts can show; registers them on the way."""
    covered = []
    for name in (REGULAR, SEMIBOLD, BOLD, ITALIC):
        font = GlyphFont(name, fontpkg_fira_sans.ROOT / "files" / f"{name}.ttf")
        pdfmetrics.registerFont(font)
        covered.append(frozenset(filter(_is_character, map(chr, font.face.charToGlyph))))
    return frozenset.intersection(*covered)
