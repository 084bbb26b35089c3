"""A text of any script shaped once, for lines to be cut from: which glyphs stand where, and what they are read as."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, islice
from typing import NamedTuple

from desktop.printing import font_stack
from desktop.printing.bidi import Direction, levels, line_levels, visual_order
from desktop.printing.order_marks import Shown, closed, marked
from desktop.printing.shaping import Glyph, plain, shape, side_by_side

_SOFT_HYPHEN = "\u00ad"
_HANGING = " \n"
_KEPT = 256


class Part(NamedTuple):
    """Words of one look: `font` is a cut of Fira Sans, beside which Arabic letters take the cut that goes with it."""

    text: str
    font: str
    language: str | None = None


class ShapedRun(NamedTuple):
    """Glyphs of one font and one direction, from left to right, and the words that they show in the order of reading.

    `part` tells whose look they have; `left` counts from the left edge of the line's words, in thousandths of the size.
    """

    part: int
    text: str
    font: str
    is_right_to_left: bool
    left: float
    width: float
    glyphs: tuple[Glyph, ...]


class _Piece(NamedTuple):
    start: int
    end: int
    part: int
    font: str
    level: int
    glyphs: tuple[Glyph, ...]


class Typesetting:
    """A paragraph; `edges` are where each letter would begin and end in reading order on one endless line.

    What no font shows is refused: `font_stack.missing_characters` tells before.
    """

    def __init__(self, parts: Sequence[Part], base: Direction) -> None:
        parts = [part._replace(text=font_stack.settable(part.text)) for part in parts]
        self.text = "".join(part.text for part in parts)
        if missing := font_stack.missing_characters(self.text):
            raise ValueError(f"No font shows {', '.join(f'U+{ord(char):04X}' for char in missing)}")
        self._base = base
        self._levels = levels(self.text, base)
        shown = self.text.replace("\n", " ").replace("\u00a0", " ")  # all of them are blanks once lines are cut
        self._pieces = list(_pieces(shown, parts, self._levels))
        self._starts = [piece.start for piece in self._pieces]
        self.edges = [0.0, *accumulate(self._advances())]

    def runs(self, start: int, end: int, *, has_hyphen: bool = False) -> list[ShapedRun]:
        """What a line from one place to another shows, in the order of reading; a hyphen at its end if it has one."""
        has_hyphen = has_hyphen or self.text[end - 1 : end] == _SOFT_HYPHEN
        found = line_levels(self.text[start:end], self._levels[start:end], self._base)
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end)
        pieces = [part for piece in self._pieces[first:last] for part in _cut(piece, start, found) if part.glyphs]
        if pieces and has_hyphen and font_stack.covers(pieces[-1].font, _SOFT_HYPHEN):
            pieces[-1] = _hyphenated(pieces[-1], end - 1)
        order = visual_order([piece.level for piece in pieces])
        placed = dict(zip(order, self._placed([pieces[place] for place in order], start, end), strict=True))
        return [placed[place] for place in range(len(pieces))]

    def _advances(self) -> list[float]:
        found = [0.0] * len(self.text)
        for piece in self._pieces:
            for glyph in piece.glyphs:
                found[glyph.place] += glyph.advance
        return found

    def _placed(self, pieces: Sequence[_Piece], start: int, end: int) -> Iterator[ShapedRun]:
        """Pieces from left to right in their places; what hangs over at the end of a line stands outside its words."""
        words = start + len(self.text[start:end].rstrip(_HANGING))
        is_mirrored = self._base is Direction.RIGHT_TO_LEFT
        left = self.edges[words] - self.edges[end] if is_mirrored else 0.0
        shown = [Shown(glyph, piece.level % 2 == 1) for piece in pieces for glyph in piece.glyphs]
        glyphs = iter(marked(shown) if is_mirrored else closed(shown))
        for piece in pieces:
            own = tuple(islice(glyphs, len(piece.glyphs)))
            width = sum(glyph.advance for glyph in own)
            text = self.text[piece.start : piece.end]
            yield ShapedRun(piece.part, text, piece.font, piece.level % 2 == 1, left, width, own)
            left += width


@lru_cache(maxsize=_KEPT)
def typeset(parts: tuple[Part, ...], base: Direction) -> Typesetting:
    """A paragraph set; the sentences and labels that come again and again are shaped once."""
    return Typesetting(parts, base)


def _pieces(text: str, parts: Sequence[Part], found: Sequence[int]) -> Iterator[_Piece]:
    """What is shaped at once, whatever lines it comes to stand on: letters of one part, one font and one level."""
    owners = [place for place, part in enumerate(parts) for _ in part.text]
    names = list(_fonts(text, [parts[owner].font for owner in owners], found))
    start = 0
    for (owner, name, level), group in groupby(zip(owners, names, found, strict=True)):
        end = start + len(list(group))
        glyphs = _glyphs(text, start, end, name, level, parts[owner].language)
        yield _Piece(start, end, owner, name, level, tuple(glyphs))
        start = end


def _glyphs(text: str, start: int, end: int, name: str, level: int, language: str | None) -> list[Glyph]:
    font, is_right_to_left = font_stack.font(name), level % 2 == 1
    if font_stack.is_shaped(name):
        return shape(text, start, end, font, is_right_to_left=is_right_to_left, language=language)
    return side_by_side(text, start, end, font, is_right_to_left=is_right_to_left)


def _fonts(text: str, cuts: Sequence[str], found: Sequence[int]) -> Iterator[str]:
    """The font of each letter; marks and what is unseen go with the letter before them."""
    last = ""
    for char, cut, level in zip(text, cuts, found, strict=True):
        if not (last and _goes_with(char, last)):
            last = font_stack.font_for(char, cut, is_right_to_left=level % 2 == 1)
        yield last


def _goes_with(char: str, font: str) -> bool:
    """Whether a character is set in the font of the letter before it."""
    return font_stack.is_unseen(char) or (unicodedata.combining(char) > 0 and font_stack.covers(font, char))


def _cut(piece: _Piece, start: int, found: Sequence[int]) -> Iterator[_Piece]:
    """What a line from `start` on shows of a piece; blanks at its end run as the paragraph does."""
    places = range(max(piece.start, start), min(piece.end, start + len(found)))
    for level, group in groupby(places, key=lambda place: found[place - start]):
        part = list(group)
        first, last = part[0], part[-1]
        yield piece._replace(start=first, end=last + 1, level=level, glyphs=_glyphs_of(piece, first, last))


def _glyphs_of(piece: _Piece, first: int, last: int) -> tuple[Glyph, ...]:
    """The glyphs of some letters; they stand in the order of reading, or all of them the other way round."""
    sign = -1 if piece.level % 2 else 1
    ends = sorted((sign * first, sign * last))
    start = bisect_left(piece.glyphs, ends[0], key=lambda glyph: sign * glyph.place)
    return piece.glyphs[start : bisect_right(piece.glyphs, ends[1], lo=start, key=lambda glyph: sign * glyph.place)]


def _hyphenated(piece: _Piece, place: int) -> _Piece:
    """A piece at whose end the line ends with a soft hyphen, which now shows."""
    hyphen = plain(_SOFT_HYPHEN, place, font_stack.font(piece.font))
    is_right_to_left = piece.level % 2 == 1
    return piece._replace(glyphs=(hyphen, *piece.glyphs) if is_right_to_left else (*piece.glyphs, hyphen))
