"""How paper looks: colours, type scale and grid; large print is one more `Scale`."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from desktop.printing import fonts

INK = HexColor(0x1B2A32)
QUIET = HexColor(0x51616A)  # 6.4 : 1 on white, above the 4.5 : 1 that WCAG asks for
ACCENT = HexColor(0x0C5A6B)  # 7.7 : 1 on white
RULE = HexColor(0xC7D3D7)
HAIRLINE = 0.5


class Role(StrEnum):
    """What a piece of text is within the sheet; its look follows from that."""

    TITLE = "title"
    LEAD = "lead"
    BADGES = "badges"
    SECTION = "section"
    SUBSECTION = "subsection"
    LABEL = "label"
    BODY = "body"
    ASIDE = "aside"
    ITEM = "item"
    NOTE = "note"
    COLUMN_HEAD = "column_head"
    CELL = "cell"
    ORIGIN_LABEL = "origin_label"
    ORIGIN = "origin"
    FURNITURE = "furniture"
    SHEET_NAME = "sheet_name"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Sizes in points, line heights as multiples of them, widths in millimetres: what a set of styles is made from."""

    body: float
    leading: float
    title: float
    lead: float
    note: float
    small: float
    label_mm: float
    inner_label_mm: float
    margin_mm: float
    paragraph_gap: float
    section_gap: float


NORMAL = Scale(
    body=10.5,
    leading=1.38,
    title=22,
    lead=12.5,
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
    leading=1.305,
    title=19,
    lead=11,
    note=9,
    small=8,
    label_mm=36,
    inner_label_mm=32,
    margin_mm=18,
    paragraph_gap=2.5,
    section_gap=7.5,
)


@dataclass(frozen=True)
class _Look:
    """A role's font, colour and size (the name of a size of the scale); `spread` and gaps as multiples."""

    font: str = fonts.REGULAR
    colour: Color = INK
    size: str = "body"
    spread: float | None = None
    before: float = 0
    after: float = 0
    indent: float = 0
    is_kept_with_next: bool = False


_LOOKS = {
    Role.TITLE: _Look(fonts.BOLD, size="title", spread=1.18, after=1),
    Role.LEAD: _Look(size="lead", spread=1.4),
    Role.BADGES: _Look(fonts.SEMIBOLD, ACCENT, "small", 1.4, before=1),
    Role.SECTION: _Look(fonts.SEMIBOLD, ACCENT),
    Role.SUBSECTION: _Look(fonts.SEMIBOLD, before=1, is_kept_with_next=True),
    Role.LABEL: _Look(colour=QUIET),
    Role.BODY: _Look(),
    Role.ASIDE: _Look(fonts.ITALIC, QUIET),
    Role.ITEM: _Look(before=0.5, indent=1.1),
    Role.NOTE: _Look(size="note", spread=1.32),
    Role.COLUMN_HEAD: _Look(fonts.SEMIBOLD, ACCENT),
    Role.CELL: _Look(),
    Role.ORIGIN_LABEL: _Look(colour=QUIET, size="small", spread=1.4),
    Role.ORIGIN: _Look(colour=QUIET, size="small", spread=1.4),
    Role.FURNITURE: _Look(colour=QUIET, size="small", spread=1.4),
    Role.SHEET_NAME: _Look(fonts.SEMIBOLD, ACCENT, "small", 1.4),
}


class StyleSet:
    """A paragraph style for each role, and the grid in points, at one scale."""

    def __init__(self, scale: Scale) -> None:
        fonts.register()
        self.margin = scale.margin_mm * mm
        self.text_width = A4[0] - 2 * self.margin
        self.label_width = scale.label_mm * mm
        self.inner_label_width = scale.inner_label_mm * mm
        self.gutter = 5 * mm
        self.paragraph_gap = scale.paragraph_gap
        self.section_gap = scale.section_gap
        self._styles = {role: _style(role, scale) for role in Role}

    def __getitem__(self, role: Role) -> ParagraphStyle:
        return self._styles[role]


@cache
def standard() -> tuple[StyleSet, ...]:
    """The styles of all sheets, the roomiest first; the others are for records that would take too many pages."""
    return StyleSet(NORMAL), StyleSet(SNUG), StyleSet(COMPACT)


def _style(role: Role, scale: Scale) -> ParagraphStyle:
    look = _LOOKS[role]
    size: float = getattr(scale, look.size)
    return ParagraphStyle(
        role,
        fontName=look.font,
        fontSize=size,
        leading=size * (look.spread or scale.leading),
        textColor=look.colour,
        spaceBefore=look.before * scale.paragraph_gap,
        spaceAfter=look.after * scale.paragraph_gap,
        leftIndent=look.indent * size,
        keepWithNext=look.is_kept_with_next,
        bulletFontName=fonts.REGULAR,
        bulletFontSize=size,
        bulletColor=ACCENT,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
