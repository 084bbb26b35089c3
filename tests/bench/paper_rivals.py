"""The same content on paper by other engines, untagged, in the same font; each as its own documentation shows."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_fira_sans

from tests.bench.paper_content import Entry, Line

Engine = Callable[[Sequence[Entry]], bytes]
_FONTS = Path(fontpkg_fira_sans.ROOT) / "files"
_REGULAR, _BOLD = _FONTS / "FiraSans-Regular.ttf", _FONTS / "FiraSans-SemiBold.ttf"
_CODE_MM = 34


def platypus(entries: Sequence[Entry]) -> bytes:
    """ReportLab's own layout, without tags; codes are drawn as the sheets draw them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

    from desktop.printing.codes import MOST_SIDE_MM
    from desktop.printing.qr import qr_code

    class Code(Flowable):
        """A code as a flowable."""

        def __init__(self, content: str) -> None:
            super().__init__()
            code: Any = qr_code([content], most_side_mm=MOST_SIDE_MM)  # cards always fit
            self._code = code
            self.width = self.height = code.side

        def draw(self) -> None:
            self._code.draw(self.canv, 0, 0)

    for name, path in (("Text", _REGULAR), ("Strong", _BOLD)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, path))
    body = ParagraphStyle("body", fontName="Text", fontSize=9.5, leading=12.4)
    strong = ParagraphStyle("strong", parent=body, fontName="Strong", fontSize=11, leading=14)
    small = ParagraphStyle("small", parent=body, fontSize=8, leading=11)

    def text(words: str, style: Any = body) -> Any:
        return Paragraph(escape(words), style)

    def linked(line: Line) -> Any:
        words = escape(line.words)
        return Paragraph(f'<a href="{escape(line.target)}">{words}</a>' if line.target else words, body)

    story: list[Any] = []
    for entry in entries:
        rows = [[text(label), [linked(line) for line in lines]] for label, lines in entry.rows if lines]
        above: list[Any] = [text(entry.title, strong), text(entry.lead)]
        if entry.code:
            above = [Table([[above, Code(entry.code)]], colWidths=[380, None])]
        tabled = [Table(rows, colWidths=[100, 390], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])] if rows else []
        pieces = [*above, *tabled, text(entry.end, small), Spacer(1, 10)]
        story += pieces if len(entries) == 1 else [KeepTogether(pieces)]
    target = BytesIO()

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Text", 8)
        canvas.drawRightString(545, 30, f"Seite {document.page}")

    SimpleDocTemplate(target, pagesize=A4, initialFontName="Text").build(story, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def weasyprint(entries: Sequence[Entry]) -> bytes:
    """HTML and CSS."""
    from weasyprint import HTML

    style = (
        f"@font-face{{font-family:T;src:url({_REGULAR.as_uri()})}}"
        f"@font-face{{font-family:T;font-weight:600;src:url({_BOLD.as_uri()})}}"
        "@page{size:A4;margin:18mm;@bottom-right{content:'Seite ' counter(page) ' von ' counter(pages);font:8pt T}}"
        "body{font:9.5pt/1.3 T}h2{font-size:11pt;margin:0}section{break-inside:avoid;margin-bottom:10pt}"
        "dl{display:grid;grid-template-columns:36mm 1fr;margin:0}dd,p{margin:0}small{font-size:8pt}"
        f"img{{float:right;width:{_CODE_MM}mm}}"
    )
    parts = [
        f"<section>{_picture(entry.code)}<h2>{escape(entry.title)}</h2><p>{escape(entry.lead)}</p><dl>"
        + "".join(_row(label, lines) for label, lines in entry.rows if lines)
        + f"</dl><small>{escape(entry.end)}</small></section>"
        for entry in entries
    ]
    whole = f"<html lang=de><title>Blatt</title><style>{style}</style><body>{''.join(parts)}</body></html>"
    return bytes(HTML(string=whole).write_pdf() or b"")


def _row(label: str, lines: Sequence[Line]) -> str:
    return f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(_words, lines))}</dd>"


def _words(line: Line) -> str:
    words = escape(line.words)
    return f'<a href="{escape(line.target)}">{words}</a>' if line.target else words


def fpdf2(entries: Sequence[Entry]) -> bytes:
    """Cells, one below the other."""
    from fpdf import FPDF

    class Sheet(FPDF):
        """With a page number."""

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("T", size=8)
            self.cell(0, 8, f"Seite {self.page_no()} von {{nb}}", align="R")

    sheet = Sheet(format="A4")
    sheet.add_font("T", fname=str(_REGULAR))
    sheet.add_font("T", "B", fname=str(_BOLD))
    sheet.add_page()
    for entry in entries:
        if entry.code:
            if sheet.will_page_break(_CODE_MM + 20):
                sheet.add_page()
            sheet.image(BytesIO(_png(entry.code)), x=160, y=sheet.get_y(), w=_CODE_MM)
        sheet.set_font("T", "B", 11)
        sheet.multi_cell(140, 5, entry.title, new_x="LMARGIN", new_y="NEXT")
        sheet.set_font("T", size=9.5)
        sheet.multi_cell(140, 4.6, entry.lead, new_x="LMARGIN", new_y="NEXT")
        for label, lines in entry.rows:
            for line in lines:
                sheet.cell(36, 4.6, label)
                sheet.multi_cell(105, 4.6, line.words, link=line.target, new_x="LMARGIN", new_y="NEXT")
        sheet.set_font("T", size=8)
        sheet.multi_cell(0, 4, entry.end, new_x="LMARGIN", new_y="NEXT")
        sheet.ln(4)
    return bytes(sheet.output())


@lru_cache(maxsize=256)
def _png(content: str) -> bytes:
    import segno

    target = BytesIO()
    segno.make_qr(content, error="m", encoding="utf-8").save(target, kind="png", scale=4)
    return target.getvalue()


@lru_cache(maxsize=256)
def _picture(content: str) -> str:
    if not content:
        return ""
    import segno

    return f'<img src="{escape(segno.make_qr(content, error="m", encoding="utf-8").svg_data_uri())}" alt="QR">'


RIVALS: dict[str, Engine] = {"reportlab": platypus, "weasyprint": weasyprint, "fpdf2": fpdf2}
