"""Tells readers that a page runs from right to left, though most of its letters may be German.

Readers of PDF that know no tags take the direction of a page from most of its letters. On an Arabic sheet full of
German names that goes wrong, and whoever copies a line gets its parts in the wrong order. Unseen marks, as many as it
takes, turn the majority.
"""

import unicodedata

from reportlab.lib.colors import black

from desktop.printing import font_stack, fonts
from desktop.printing.canvas import SheetCanvas

_MARK = "\u200f"
_MOST_PER_GLYPH = 8  # some readers know no more letters of one code
_SIZE = 1
_STEP = 0.5  # what lies at the same place is taken for one


def surplus(text: str) -> int:
    """How many more letters of a text run from left to right than from right to left."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    return kinds.count("L") - kinds.count("R") - kinds.count("AL")


def turn(canvas: SheetCanvas, left: float, baseline: float) -> None:
    """Draw as many marks as the present page needs, without ink, at a place where no other words are."""
    wanted = canvas.surplus + 1
    canvas.surplus = 0
    if wanted <= 0:
        return
    name = font_stack.partner(fonts.REGULAR)
    font = font_stack.font(name)
    glyphs = -(-wanted // _MOST_PER_GLYPH)
    canvas.saveState()
    text = canvas.beginText()
    text.setCharSpace(_STEP)
    text.setTextOrigin(left, baseline)
    text.show(font.code(font.blank, _MARK * _MOST_PER_GLYPH) * glyphs, name, _SIZE, black)
    canvas.drawText(text)
    canvas.restoreState()
