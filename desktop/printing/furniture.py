"""What stands at the top and the foot of every page for the eye alone, and the room that it leaves."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reportlab.lib.units import mm

from desktop.domain.errors import N_, ExpectedError
from desktop.pages.blocks import DATA_LANGUAGE
from desktop.printing import page_direction
from desktop.printing.canvas import Artifact, SheetCanvas
from desktop.printing.paragraph import Paragraph
from desktop.printing.settable import is_arabic
from desktop.printing.stack import Stack
from desktop.printing.styles import HAIRLINE, RULE, Role
from desktop.printing.text import Writer

_TOP = 13 * mm
_FOOT = 11 * mm
_GAP = 7 * mm
_RULE_GAP = 2 * mm
_FOLIO_GAP = 5 * mm
_MOST_FOOT = 0.3  # of the height of a page


class FootTooTallError(ExpectedError):
    """The own line at the foot of every page would leave too little of the page."""

    def __init__(self) -> None:
        super().__init__(
            N_("The line at the foot of the pages is too long. Shorten it in the own office, then print again.")
        )


class Frame(NamedTuple):
    """A part of a page: its upper left corner, measured from the lower left of the page, its width and height."""

    left: float
    top: float
    width: float
    height: float


class Folio(NamedTuple):
    """Where a page stands: in the file, and whether it is the first one of its section."""

    page: int
    total: int
    is_first: bool


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """The words at top and foot of a section's pages: which sheet, which record, Stand and source.

    `footer` is a line of the office above them.
    """

    writer: Writer
    title: str
    kicker: str
    as_of: str
    source: str
    footer: str = ""

    @cached_property
    def frame(self) -> Frame:
        """The place between top and foot."""
        styles = self.writer.styles
        if self.footer.strip() and self._foot_height > styles.page_size[1] * _MOST_FOOT:
            raise FootTooTallError
        bottom = _FOOT + self._foot_height + _GAP
        top = styles.page_size[1] - _TOP - _GAP
        return Frame(styles.margin, top, styles.text_width, top - bottom)

    def draw(self, canvas: SheetCanvas, folio: Folio, sheet_title: str, printed_on: str) -> None:
        """Draw top and foot of the current page."""
        with canvas.artifact(Artifact.HEADER):
            words = self.kicker if folio.is_first else self.title
            self._draw_top(canvas, sheet_title, words if words != sheet_title else "")
        with canvas.artifact(Artifact.FOOTER):
            self._draw_foot(canvas, folio, printed_on)
            if self.writer.is_mirrored:
                page_direction.turn(canvas, self.writer.styles.margin, _FOOT)

    @cached_property
    def _origin(self) -> Stack:
        writer = self.writer
        at_foot = writer.about(writer.tr("Line at the foot"))
        lines = [at_foot.plain(self.footer)] if self.footer.strip() else []
        if told := " · ".join(words for words in (self.as_of, self.source) if words):
            lines.append(writer.plain(told))
        return Stack([writer.paragraph(Role.FURNITURE, [line]) for line in lines])

    @property
    def _origin_width(self) -> float:
        styles = self.writer.styles
        widest = self.writer.tr("Page {page} of {total}", page=999, total=999)
        return styles.text_width - self.writer.width(Role.FURNITURE, widest) - _FOLIO_GAP

    @cached_property
    def _foot_height(self) -> float:
        """What Stand, source and the day of printing need."""
        return self._origin.height(self._origin_width) + self.writer.styles[Role.FURNITURE].leading

    def _draw_top(self, canvas: SheetCanvas, sheet_title: str, words: str) -> None:
        """The sheet's name where a line begins; at its end what the record is, from the second page on which one."""
        writer = self.writer
        baseline = writer.styles.page_size[1] - _TOP
        name = writer.line(Role.SHEET_NAME, sheet_title)
        self._draw_line(canvas, Role.SHEET_NAME, name, baseline)
        language = None if is_arabic(words) else DATA_LANGUAGE
        free = writer.styles.text_width - name.natural_width - _GAP
        self._draw_line(
            canvas, Role.FURNITURE, writer.line(Role.FURNITURE, words, free, language), baseline, is_at_end=True
        )

    def _draw_foot(self, canvas: SheetCanvas, folio: Folio, printed_on: str) -> None:
        """Stand and source and the day of printing where a line begins, the page number at its end."""
        writer, styles = self.writer, self.writer.styles
        style = styles[Role.FURNITURE]
        above = _FOOT + self._foot_height
        line = above + _RULE_GAP
        canvas.rule((styles.margin, line), (styles.margin + styles.text_width, line), RULE, HAIRLINE)
        left = styles.margin + (styles.text_width - self._origin_width if writer.is_mirrored else 0)
        self._origin.draw(canvas, left, above, self._origin_width)
        day = writer.line(Role.FURNITURE, printed_on)
        self._draw_line(canvas, Role.FURNITURE, day, _FOOT + style.leading - style.size)
        number = writer.line(Role.FURNITURE, writer.tr("Page {page} of {total}", page=folio.page, total=folio.total))
        self._draw_line(canvas, Role.FURNITURE, number, above - style.size, is_at_end=True)

    def _draw_line(
        self, canvas: SheetCanvas, role: Role, line: Paragraph, baseline: float, *, is_at_end: bool = False
    ) -> None:
        """One line of words at one of the two margins."""
        styles, width = self.writer.styles, line.natural_width
        left = styles.margin if is_at_end == self.writer.is_mirrored else styles.margin + styles.text_width - width
        line.draw(canvas, left, baseline + styles[role].ascent, width)
