"""A font whose glyphs can be drawn one by one, each with the letter that it stands for when the text is copied."""

from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont
from typing_extensions import override

_FIRST_CODE = 0xF0000  # the private plane 15: no font of ours has anything there
_MOST_PER_BLOCK = 100  # more entries in one block are against the specification of CMaps
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class GlyphFont(TTFont):
    """A font for ReportLab that also shows glyphs which belong to no single character.

    Such a glyph gets a code of its own for each letter that it may stand for; whoever copies the text gets the letter.
    """

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False)
        self.shaper = uharfbuzz.Font(self.hbFace)
        self.shaper.scale = (1000, 1000)
        self._codes: dict[tuple[int, str], str] = {}
        self._letters: dict[int, str] = {}
        self._free = count(_FIRST_CODE)

    @cached_property
    def blank(self) -> int:
        """The glyph without ink and without width, for letters that are drawn as part of another one."""
        glyphs = range(self.shaper.face.glyph_count)
        return next(glyph for glyph in glyphs if self.width(glyph) == 0 and not self._has_ink(glyph))

    def width(self, glyph: int) -> float:
        """How far a glyph moves on by itself, in thousandths of the size."""
        return float(self.shaper.get_glyph_h_advance(glyph))

    def code(self, glyph: int, letter: str) -> str:
        """The character that makes ReportLab draw a glyph which stands for this letter, or for it and unseen marks."""
        return self._codes.get((glyph, letter)) or self._new_code(glyph, letter)

    def _new_code(self, glyph: int, letter: str) -> str:
        if len(letter) == 1 and self.face.charToGlyph.get(ord(letter)) == glyph:
            return self._codes.setdefault((glyph, letter), letter)
        code = next(self._free)
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = self.width(glyph)
        self._letters[code] = letter
        return self._codes.setdefault((glyph, letter), chr(code))

    def letter(self, code: str) -> str:
        """The letter that a code stands for."""
        return self._letters.get(ord(code), code)

    @override
    def addObjects(self, doc: PDFDocument) -> None:
        """Write the parts of the font that a file needs, and which letters their codes stand for."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            stream: Any = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = self._cmap(name, subset)

    def _cmap(self, name: str, subset: list[int]) -> str:
        entries = [f"<{at:02X}> <{_utf16(self.letter(chr(code)))}>" for at, code in enumerate(subset)]
        chunks = [entries[at : at + _MOST_PER_BLOCK] for at in range(0, len(entries), _MOST_PER_BLOCK)]
        blocks = [f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks]
        return _CMAP.format(name=name, blocks="\n".join(blocks))

    def _has_ink(self, glyph: int) -> bool:
        extents = self.shaper.get_glyph_extents(glyph)
        return bool(extents and extents.width)


def _utf16(letter: str) -> str:
    return letter.encode("utf-16-be").hex().upper()
