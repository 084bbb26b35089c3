"""Which font shows which character: Fira Sans, and IBM Plex Sans Arabic for the letters that Fira does not have."""

import unicodedata
from functools import cache
from threading import Lock

import fontpkg_ibm_plex_sans_arabic
from reportlab.pdfbase import pdfmetrics

from desktop.printing import fonts
from desktop.printing.glyph_font import GlyphFont

_ARABIC = "IBMPlexSansArabic"
_PARTNERS = {
    fonts.REGULAR: f"{_ARABIC}-Regular",
    fonts.SEMIBOLD: f"{_ARABIC}-SemiBold",
    fonts.BOLD: f"{_ARABIC}-Bold",
    fonts.ITALIC: f"{_ARABIC}-Regular",  # Arabic type has no italics
}
_STEERING = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_JOINERS = frozenset("\u200c\u200d")
_NEVER_SHOWN = frozenset({"Cc", "Co", "Cs", "Cn"})
_MARKS_UNSEEN = frozenset("\u034f\u061c\u200e\u200f")

_STAND_INS = str.maketrans(
    {
        "\u202f": "\u00a0",
        "\u2011": "-",
        "\u2212": "–",
        **dict.fromkeys("\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2009\u200a\u205f\u3000", " "),
        **dict.fromkeys("\r\v\f\u0085\u2028\u2029", "\n"),
    }
)

_registering = Lock()


def partner(name: str) -> str:
    """The Arabic font that goes with a cut of Fira Sans."""
    return _PARTNERS[name]


@cache
def font(name: str) -> GlyphFont:
    """A font by its name, made known to ReportLab where it is not yet."""
    fonts.register()
    with _registering:
        if name in _PARTNERS.values() and name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(GlyphFont(name, fontpkg_ibm_plex_sans_arabic.ROOT / "files" / f"{name}.ttf"))
    found = pdfmetrics.getFont(name)
    assert isinstance(found, GlyphFont)
    return found


def is_shaped(name: str) -> bool:
    """Whether the letters of a font take their form from those beside them."""
    return name in _PARTNERS.values()


@cache
def font_for(char: str, name: str, *, is_right_to_left: bool) -> str:
    """The font that shows a character in a cut of Fira Sans or beside it; signs go with the letters around them."""
    names = (partner(name), name) if is_right_to_left else (name, partner(name))
    return names[0] if is_unseen(char) else next(name for name in names if covers(name, char))


def covers(name: str, char: str) -> bool:
    """Whether a font shows a character by itself."""
    return ord(char) in font(name).face.charToGlyph


@cache
def is_unseen(char: str) -> bool:
    """Whether a character only steers others: it needs no glyph. Line breaks are not among them."""
    if unicodedata.category(char) == "Cf" and unicodedata.bidirectional(char) in _STEERING:
        return True
    return char in _MARKS_UNSEEN or "\ufe00" <= char <= "\ufe0f"


def is_joiner(char: str) -> bool:
    """Whether a character is unseen, yet part of the spelling: Persian words are written with it."""
    return char in _JOINERS


def settable(text: str) -> str:
    """The text as it is set: composed letters, one kind of line break, and stand-ins that look the same."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_STAND_INS)


def missing_characters(text: str) -> tuple[str, ...]:
    """The characters that no font shows, each once, in order; also control characters and private ones."""
    return tuple(char for char in dict.fromkeys(settable(text)) if not _is_shown(char))


@cache
def _is_shown(char: str) -> bool:
    if char == "\n" or is_unseen(char):
        return True
    if unicodedata.category(char) in _NEVER_SHOWN:
        return False
    return any(all(covers(name, char) for name in names) for names in (_PARTNERS, _PARTNERS.values()))
