"""What stands at the top and the foot of every page, and the room that it leaves."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from desktop.i18n import Translate
from desktop.printing.canvas import SheetCanvas
from desktop.printing.section import Section
from desktop.printing.styles import HAIRLINE, RULE, Role

_TOP = 13 * mm
_FOOT = 11 * mm
_GAP = 7 * mm
_RULE_GAP = 2 * mm
_FOLIO_WIDTH = 30 * mm


def room(section: Section) -> Frame:
    """The place for the story of a section, between its top and its foot."""
    width, height = A4
    margin = section.writer.styles.margin
    bottom = _FOOT + _foot(section)[1] + _GAP
    return Frame(margin, bottom, width - 2 * margin, height - _TOP - _GAP - bottom, 0, 0, 0, 0)


def _foot(section: Section) -> tuple[Paragraph, float]:
    """Stand and source, and the height that they need together with the line below them."""
    writer = section.writer
    origin = writer.paragraph(Role.FURNITURE, [writer.plain(f"{section.as_of} · {section.source}")])
    width = A4[0] - 2 * writer.styles.margin - _FOLIO_WIDTH
    return origin, origin.wrap(width, A4[1])[1] + writer.styles[Role.FURNITURE].leading


class SectionPage(PageTemplate):
    """The pages of one section, each with its words at top and foot."""

    def __init__(self, section: Section, sheet_title: str, printed_on: str, tr: Translate) -> None:
        self._section = section
        self._sheet_title = sheet_title
        self._printed_on = printed_on
        self._tr = tr
        self._left = section.writer.styles.margin
        self._right = A4[0] - self._left
        self._first_page: int | None = None
        super().__init__(frames=[room(section)], pagesize=A4)

    def afterDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: N802 - ReportLab's name for the hook
        """Draw top and foot."""
        if self._first_page is None:
            self._first_page = doc.page
        canv.saveState()
        self._draw_top(canv, is_first=doc.page == self._first_page)
        self._draw_foot(canv)
        canv.restoreState()

    def _draw_top(self, canv: Canvas, *, is_first: bool) -> None:
        """The sheet's name on the left; on the right what the record is, from the second page on which one."""
        writer = self._section.writer
        baseline = A4[1] - _TOP
        _set(canv, writer.styles[Role.SHEET_NAME])
        canv.drawString(self._left, baseline, writer.line(self._sheet_title))
        free = self._right - self._left - writer.width(Role.SHEET_NAME, self._sheet_title) - _GAP
        words = self._section.kicker if is_first else self._section.title
        _set(canv, writer.styles[Role.FURNITURE])
        canv.drawRightString(self._right, baseline, writer.fitted(Role.FURNITURE, words, free))

    def _draw_foot(self, canv: Canvas) -> None:
        """Stand and source and the day of printing on the left, the page number on the right."""
        writer, style = self._section.writer, self._section.writer.styles[Role.FURNITURE]
        origin, height = _foot(self._section)
        above = _FOOT + height
        canv.setStrokeColor(RULE)
        canv.setLineWidth(HAIRLINE)
        canv.line(self._left, above + _RULE_GAP, self._right, above + _RULE_GAP)
        origin.drawOn(canv, self._left, _FOOT + style.leading)
        _set(canv, style)
        canv.drawString(self._left, _FOOT + style.leading - style.fontSize, writer.line(self._printed_on))
        if isinstance(canv, SheetCanvas):
            canv.place_folio(self._right, above - style.fontSize, style, self._folio)

    def _folio(self, page: int, total: int) -> str:
        return self._section.writer.line(self._tr("Page {page} of {total}", page=page, total=total))


def _set(canv: Canvas, style: ParagraphStyle) -> None:
    canv.setFont(style.fontName, style.fontSize)
    canv.setFillColor(style.textColor)
