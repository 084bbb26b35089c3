"""Letters to glyphs: the forms that Arabic letters take beside each other, their marks and ligatures."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple, TypeAlias

import uharfbuzz as hb

from desktop.printing.font_stack import is_joiner, is_unseen
from desktop.printing.glyph_font import GlyphFont

_CONTEXT = 5  # characters beyond a run that may change the form of its letters
_FEATURES = {"kern": False, "liga": False, "clig": False, "dlig": False}
"""What is optional would only make copied text worse; the forms and ligatures that Arabic needs are not optional."""
_NO_LETTER = "\u200c"  # for a second glyph of one letter: copying must give something, and this joins nothing

_Shown: TypeAlias = Sequence[tuple[hb.GlyphInfo, hb.GlyphPosition]]


class Glyph(NamedTuple):
    """What shows the letter at `place` of a text; measures in thousandths of the size.

    A mark stands not where the pen is but `right` and `up` of it.
    """

    glyph: int
    letter: str
    place: int
    advance: float = 0
    right: float = 0
    up: float = 0
    is_mark: bool = False


def shape(
    text: str, start: int, end: int, font: GlyphFont, *, is_right_to_left: bool, language: str | None
) -> list[Glyph]:
    """The glyphs of a run from left to right: every letter has one, and what only steers has none."""
    buffer = _shaped(text, start, end, font, is_right_to_left=is_right_to_left, language=language)
    shown = list(zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True))
    if is_right_to_left:
        shown.reverse()
    clusters = [list(group) for _, group in groupby(shown, key=lambda glyph: glyph[0].cluster)] or [[]]
    offset = max(0, start - _CONTEXT)
    starts = [start, *(offset + cluster[0][0].cluster for cluster in clusters[1:]), end]
    glyphs = [
        glyph
        for cluster, span in zip(clusters, pairwise(starts), strict=True)
        for glyph in _spelled(text, span, cluster, font)
    ]
    return glyphs[::-1] if is_right_to_left else glyphs


def side_by_side(text: str, start: int, end: int, font: GlyphFont, *, is_right_to_left: bool) -> list[Glyph]:
    """The same for letters that take no notice of each other, as Latin and Cyrillic ones everywhere on paper."""
    glyphs = [plain(text[place], place, font) for place in range(start, end) if not is_unseen(text[place])]
    return glyphs[::-1] if is_right_to_left else glyphs


def plain(char: str, place: int, font: GlyphFont) -> Glyph:
    """A letter by itself."""
    glyph = font.face.charToGlyph[ord(char)]
    return Glyph(glyph, char, place, font.width(glyph))


def _shaped(
    text: str, start: int, end: int, font: GlyphFont, *, is_right_to_left: bool, language: str | None
) -> hb.Buffer:
    buffer = hb.Buffer()
    first = max(0, start - _CONTEXT)
    buffer.add_str(text[first : end + _CONTEXT], start - first, end - start)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_right_to_left else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    if language:
        buffer.language = language
    hb.shape(font.shaper, buffer, _FEATURES)
    return buffer


def _spelled(text: str, span: tuple[int, int], shown: _Shown, font: GlyphFont) -> Iterator[Glyph]:
    """The glyphs of letters that are shown together, in the order of reading: the first ones have the ink of all."""
    letters = [place for place in range(*span) if is_joiner(text[place]) or not is_unseen(text[place])]
    for place, glyph in zip_longest(letters, shown):
        if glyph is None:
            yield Glyph(font.blank, text[place], place)
        elif place is None:
            yield _glyph(_NO_LETTER, span[1] - 1, glyph, font)
        else:
            yield _glyph(text[place], place, glyph, font)


def _glyph(letter: str, place: int, shown: tuple[hb.GlyphInfo, hb.GlyphPosition], font: GlyphFont) -> Glyph:
    info, position = shown
    advance, right, up = position.x_advance, position.x_offset, position.y_offset
    is_mark = not advance or bool(right or up) or advance != font.width(info.codepoint)
    return Glyph(info.codepoint, letter, place, advance, right, up, is_mark)
