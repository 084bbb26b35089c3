"""Shaped runs as ReportLab draws them."""

from collections.abc import Iterator
from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from desktop.printing import font_stack
from desktop.printing.glyph_font import GlyphFont
from desktop.printing.outlines import outline
from desktop.printing.typesetting import ShapedRun


class Mark(NamedTuple):
    """Ink above or below a letter, its place counted from the left end of the run, in thousandths of the size."""

    path: str
    right: float
    up: float


def words(run: ShapedRun) -> str:
    """What a text object has to show from the left edge of a run on; marks are only blanks there."""
    font = font_stack.font(run.font)
    return "".join(font.code(glyph, letter) for glyph, letter in _spelled(run, font))


def _spelled(run: ShapedRun, font: GlyphFont) -> Iterator[tuple[int, str]]:
    """Glyphs and what they are copied as, from left to right.

    What takes no room stands behind the next glyph that does: two letters that begin at the same place would be read in
    any order. So a glyph may bear the letter of its mark, and the blank behind it its own.
    """
    waiting: list[str] = []
    for glyph in run.glyphs:
        if glyph.glyph != font.blank and not glyph.is_mark:
            first, *others = (*waiting, glyph.letter)
            yield glyph.glyph, first
            yield from ((font.blank, letter) for letter in others)
            waiting = []
        elif run.is_right_to_left:
            waiting.append(glyph.letter)
        else:
            yield font.blank, glyph.letter
    yield from ((font.blank, letter) for letter in waiting)


def marks(run: ShapedRun) -> Iterator[Mark]:
    """The ink of the marks of a run."""
    font, pen = font_stack.font(run.font), 0.0
    for glyph in run.glyphs:
        if glyph.is_mark:
            yield Mark(outline(font, glyph.glyph), pen + glyph.right, glyph.up)
        pen += glyph.advance


def draw_marks(canvas: Canvas, run: ShapedRun, left: float, baseline: float, size: float, colour: Color) -> None:
    """Draw the ink of the marks of a run that begins at a place; readers have their letters from the words."""
    scale = size / 1000
    for mark in marks(run):
        canvas.saveState()
        canvas.translate(left + mark.right * scale, baseline + mark.up * scale)
        canvas.scale(scale, scale)
        canvas.setFillColor(colour)
        canvas.drawPath(PDFPathObject(code=["n", mark.path]), stroke=0, fill=1)
        canvas.restoreState()
