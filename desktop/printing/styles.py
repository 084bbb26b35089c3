"""How paper looks: colours, type scale and grid."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from desktop.printing import fonts
from desktop.printing.variant import PageFormat, TypeSize, Variant

INK = HexColor(0x1B2A32)
QUIET = HexColor(0x51616A)  # 6.4 : 1 on white, above the 4.5 : 1 that WCAG asks for
ACCENT = HexColor(0x0C5A6B)  # 7.7 : 1 on white
RULE = HexColor(0xC7D3D7)
HAIRLINE = 0.5
_A4_MM = (210, 297)


class Role(StrEnum):
    """What a piece of text is within the sheet; its look follows from that."""

    TITLE = "title"
    LEAD = "lead"
    BADGES = "badges"
    SECTION = "section"
    CONTINUED = "continued"
    SUBSECTION = "subsection"
    LABEL = "label"
    BODY = "body"
    ASIDE = "aside"
    ITEM = "item"
    BULLET = "bullet"
    NOTE = "note"
    COLUMN_HEAD = "column_head"
    CELL = "cell"
    ORIGIN_LABEL = "origin_label"
    ORIGIN = "origin"
    FURNITURE = "furniture"
    SHEET_NAME = "sheet_name"
    NAME = "name"
    PURPOSE = "purpose"
    STAND = "stand"
    CODE = "code"
    SENDER = "sender"
    BAND = "band"
    CHAPTER = "chapter"
    INDEX = "index"
    LETTER = "letter"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Sizes in points, line heights as multiples of them, widths in millimetres: what a set of styles is made from."""

    body: float
    leading: float
    title: float
    lead: float
    section: float
    note: float
    small: float
    label_mm: float
    inner_label_mm: float
    margin_mm: float
    paragraph_gap: float
    section_gap: float
    has_headings_beside: bool = True


NORMAL = Scale(
    body=10.5,
    leading=1.38,
    title=22,
    lead=12.5,
    section=10.5,
    note=9.5,
    small=8.5,
    label_mm=40,
    inner_label_mm=34,
    margin_mm=20,
    paragraph_gap=4,
    section_gap=11,
)
SNUG = Scale(
    body=10,
    leading=1.34,
    title=20.5,
    lead=11.5,
    section=10,
    note=9.25,
    small=8.25,
    label_mm=38,
    inner_label_mm=33,
    margin_mm=19,
    paragraph_gap=3.2,
    section_gap=9,
)
COMPACT = Scale(
    body=9.5,
    leading=1.3,
    title=18,
    lead=10.5,
    section=9.5,
    note=9,
    small=8,
    label_mm=36,
    inner_label_mm=32,
    margin_mm=18,
    paragraph_gap=2.3,
    section_gap=7,
)
LARGE = Scale(
    body=16,
    leading=1.36,
    title=26,
    lead=18,
    section=19,
    note=16,
    small=13,
    label_mm=52,
    inner_label_mm=52,
    margin_mm=18,
    paragraph_gap=6,
    section_gap=15,
    has_headings_beside=False,
)
LARGE_SNUG = replace(LARGE, leading=1.3, title=24, lead=17, section=18, margin_mm=16, paragraph_gap=4, section_gap=11)
CROWDED = replace(COMPACT, body=7.8, title=16, lead=9.5, section=8.5, note=7.8, small=7.5, margin_mm=14)
_SCALES = {TypeSize.NORMAL: (NORMAL, SNUG, COMPACT), TypeSize.LARGE: (LARGE, LARGE_SNUG)}


@dataclass(frozen=True)
class _Look:
    """A role's font, colour and size (the name of a size of the scale); `spread` and gaps as multiples."""

    font: str = fonts.REGULAR
    colour: Color = INK
    size: str = "body"
    spread: float | None = None
    before: float = 0
    after: float = 0
    is_kept_with_next: bool = False
    is_balanced: bool = False


_LOOKS = {
    Role.TITLE: _Look(fonts.BOLD, size="title", spread=1.18, after=1, is_balanced=True),
    Role.LEAD: _Look(size="lead", spread=1.4),
    Role.BADGES: _Look(fonts.SEMIBOLD, ACCENT, "small", 1.4, before=1),
    Role.SECTION: _Look(fonts.SEMIBOLD, ACCENT, "section", after=0.8),
    Role.CONTINUED: _Look(colour=ACCENT, after=0.8),
    Role.SUBSECTION: _Look(fonts.SEMIBOLD, before=2, is_kept_with_next=True),
    Role.LABEL: _Look(colour=QUIET),
    Role.BODY: _Look(),
    Role.ASIDE: _Look(fonts.ITALIC, QUIET),
    Role.ITEM: _Look(before=0.5),
    Role.BULLET: _Look(colour=ACCENT),
    Role.NOTE: _Look(size="note", spread=1.32),
    Role.COLUMN_HEAD: _Look(fonts.SEMIBOLD, ACCENT),
    Role.CELL: _Look(),
    Role.ORIGIN_LABEL: _Look(colour=QUIET, size="small", spread=1.4),
    Role.ORIGIN: _Look(colour=QUIET, size="small", spread=1.4),
    Role.FURNITURE: _Look(colour=QUIET, size="small", spread=1.4),
    Role.SHEET_NAME: _Look(fonts.SEMIBOLD, ACCENT, "small", 1.4),
    Role.NAME: _Look(fonts.SEMIBOLD, size="lead", spread=1.25, after=0.3, is_kept_with_next=True, is_balanced=True),
    Role.PURPOSE: _Look(after=0.6),
    Role.STAND: _Look(colour=QUIET, size="small", spread=1.4, before=1),
    Role.CODE: _Look(colour=QUIET, size="small", spread=1.2),
    Role.BAND: _Look(fonts.SEMIBOLD, ACCENT, "section", before=3, after=1, is_kept_with_next=True),
    Role.CHAPTER: _Look(fonts.SEMIBOLD, before=1.5),
    Role.INDEX: _Look(),
    Role.LETTER: _Look(fonts.SEMIBOLD, ACCENT, is_kept_with_next=True),
    Role.SENDER: _Look(fonts.SEMIBOLD, ACCENT, "lead", 1.3),
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Style:
    """How a paragraph looks; sizes and gaps in points."""

    font: str
    strong_font: str
    colour: Color
    size: float
    leading: float
    space_before: float
    space_after: float
    is_kept_with_next: bool
    is_balanced: bool

    @property
    def ascent(self) -> float:
        """How far below its top edge the first line stands."""
        return fonts.ascent(self.font) * self.size


class StyleSet:
    """A style for each role, and the grid in points, at one scale on paper of one format."""

    def __init__(self, scale: Scale, page_format: PageFormat) -> None:
        short, long = (side * mm for side in _A4_MM)
        self.page_size = (short, long) if page_format is PageFormat.PORTRAIT else (long, short)
        self.margin = scale.margin_mm * mm
        self.text_width = self.page_size[0] - 2 * self.margin
        self.label_width = scale.label_mm * mm
        self.inner_label_width = scale.inner_label_mm * mm
        self.gutter = 5 * mm
        self.bullet_width = scale.body * 1.1
        self.paragraph_gap = scale.paragraph_gap
        self.section_gap = scale.section_gap
        self.has_headings_beside = scale.has_headings_beside
        self._styles = {role: _style(_LOOKS[role], scale) for role in Role}

    def __getitem__(self, role: Role) -> Style:
        return self._styles[role]


@cache
def style_sets(variant: Variant) -> tuple[StyleSet, ...]:
    """The styles of a variant, the roomiest first; the others are for records that would take too many pages."""
    return tuple(StyleSet(scale, variant.page_format) for scale in _SCALES[variant.type_size])


@cache
def crowded(variant: Variant) -> StyleSet:
    """The styles of a table of many columns on a turned page; large print stays large and has fewer of them."""
    scale = LARGE_SNUG if variant.type_size is TypeSize.LARGE else CROWDED
    return StyleSet(scale, PageFormat.LANDSCAPE)


def _style(look: _Look, scale: Scale) -> Style:
    size: float = getattr(scale, look.size)
    return Style(
        font=look.font,
        strong_font=fonts.BOLD if look.font == fonts.BOLD else fonts.SEMIBOLD,
        colour=look.colour,
        size=size,
        leading=size * (look.spread or scale.leading),
        space_before=look.before * scale.paragraph_gap,
        space_after=look.after * scale.paragraph_gap,
        is_kept_with_next=look.is_kept_with_next,
        is_balanced=look.is_balanced,
    )
