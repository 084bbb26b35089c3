"""Text on a page, each word of it within the element that it belongs to."""

from collections.abc import Callable
from functools import cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from desktop.printing.structure import Node

Marking = Callable[[Node], int]
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\n": r"\n", "\r": r"\r"})


class UntaggedTextError(RuntimeError):
    """Text was about to be drawn that no screen reader would find: it belongs to no element and is no artifact."""


class TaggedText(PDFTextObject):
    """A text object that opens and closes marked content directly round the words it shows.

    Without a `marking` it stands within content that is marked already, and shows its words as they are.
    """

    node: Node | None = None
    """What the words that follow belong to."""
    # What the library keeps, and its stubs do not name.
    _code: list[str]
    _doc: Any
    _fontname: str
    _fontsize: float
    _curSubset: int  # noqa: N815

    def __init__(self, canvas: Canvas, x: float, y: float, marking: Marking | None) -> None:
        super().__init__(canvas, x, y)
        self._marking = marking
        self._marked: Node | None = None
        self._colour: Color | None = None

    def show(self, words: str, font: str, size: float, colour: Color) -> None:
        """Put words behind those before."""
        if self._fontname != font or self._fontsize != size:
            self._fontname, self._fontsize, self._curSubset = font, size, -1
        if self._colour is not colour:
            self._colour = colour
            self._code.append(filling(colour))
        self._code.append(self._formatText(words))

    @override
    def setTextOrigin(self, x: float, y: float) -> None:
        self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        self._x0 = self._x = x
        self._y0 = self._y = y

    def _formatText(self, text: str) -> str:  # noqa: N802 - the library's own door to all ways of showing words
        """The operators that show words, the opening of what they belong to before them."""
        if self._marking and self.node is not self._marked:
            self._end_marking()
            self._code.append(self._begin_marking(self._marking))
        font: Any = pdfmetrics.getFont(self._fontname)
        shown = []
        for subset, codes in font.splitString(text, self._doc):
            if subset != self._curSubset:
                self._curSubset = subset
                shown.append(f"{font.getSubsetInternalName(subset, self._doc)} {self._fontsize:g} Tf")
            shown.append(f"({codes.decode('latin-1').translate(_ESCAPES)}) Tj")
        return " ".join(shown)

    def _begin_marking(self, marking: Marking) -> str:
        if self.node is None or not self.node.element.holds_words:
            raise UntaggedTextError
        self._marked = self.node
        return f"/{self.node.element.tag}<</MCID {marking(self.node)}>>BDC"

    def _end_marking(self) -> None:
        if self._marked:
            self._code.append("EMC")
            self._marked = None

    @override
    def getCode(self) -> str:
        """All operators of the text."""
        self._end_marking()
        return str(super().getCode())


@cache
def filling(colour: Color) -> str:
    """The operator that fills, and sets text, in a colour."""
    return f"{colour.red:.3g} {colour.green:.3g} {colour.blue:.3g} rg"


@cache
def stroking(colour: Color) -> str:
    """The operator that draws lines in a colour."""
    return filling(colour).upper()
