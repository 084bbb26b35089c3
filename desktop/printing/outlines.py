"""The outline of a glyph as a path, for marks that stand above or below their letter.

As text, a mark would leave the line, and readers would take it for a line of its own in the midst of the word.
"""

from functools import lru_cache

import uharfbuzz as hb

from desktop.printing.glyph_font import GlyphFont


class _Path:
    """Operators of a path, and where its pen is."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self.at = (0.0, 0.0)

    def add(self, operator: str, *points: tuple[float, float]) -> None:
        """Go to the last of some points in the way that the operator says."""
        numbers = [f"{number:g}" for point in points for number in point]
        self.operators.append(" ".join((*numbers, operator)))
        self.at = points[-1] if points else self.at


@lru_cache(maxsize=512)
def outline(font: GlyphFont, glyph: int) -> str:
    """The path of a glyph in thousandths of the size, with its origin on the line."""
    path = _Path()
    font.shaper.draw_glyph(glyph, _pen(), path)
    return " ".join(path.operators)


def _pen() -> hb.DrawFuncs:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, path: path.add("m", (x, y)))
    pen.set_line_to_func(lambda x, y, path: path.add("l", (x, y)))
    pen.set_quadratic_to_func(_curve)
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, path: path.add("c", (a, b), (c, d), (x, y)))
    pen.set_close_path_func(lambda path: path.add("h"))
    return pen


def _curve(bend_x: float, bend_y: float, x: float, y: float, path: _Path) -> None:
    """A curve with one bend, as the curve with two that PDF knows."""
    (from_x, from_y) = path.at
    first = (from_x + 2 * (bend_x - from_x) / 3, from_y + 2 * (bend_y - from_y) / 3)
    second = (x + 2 * (bend_x - x) / 3, y + 2 * (bend_y - y) / 3)
    path.add("c", first, second, (x, y))
