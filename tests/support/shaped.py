"""Pages of words in any script, printed as sheets print them, and copied again."""

import re
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

from desktop.printing import font_stack, pagination
from desktop.printing.bidi import Direction
from desktop.printing.canvas import SheetCanvas
from desktop.printing.flowable import Flowable
from desktop.printing.metadata import Metadata
from desktop.printing.shaped_paragraph import ShapedParagraph
from desktop.printing.shaped_wording import ShapedWording, roomy
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import Role, style_sets
from desktop.printing.variant import NORMAL
from desktop.printing.wording import Span

RIGHT_TO_LEFT = Direction.RIGHT_TO_LEFT
LEFT_TO_RIGHT = Direction.LEFT_TO_RIGHT
WIDTH = 480.0
_HYPHEN = re.compile(r"(?<=\w)- (?=\w)")  # a line may end with it
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


def paragraph(
    *spans: str | Span, language: str = "ar", base: Direction = RIGHT_TO_LEFT, role: Role = Role.BODY
) -> ShapedParagraph:
    """A paragraph of a sheet in a language."""
    style = roomy(style_sets(NORMAL)[0][role])
    looks = [Span(text=span) if isinstance(span, str) else span for span in spans]
    return ShapedParagraph(ShapedWording(looks, style, language, base), style, Element(Tag.PARAGRAPH))


def printed(*story: Flowable, language: str = "ar") -> bytes:
    """A file with these pieces of paper, on as many pages as they take."""
    target = BytesIO()
    metadata = Metadata(title="Probe", subject="Probe", language=language, day=date(2025, 11, 22))
    canvas = SheetCanvas(target, metadata, is_right_to_left=True)
    section = Element(Tag.SECTION)
    for page in pagination.pages(story, WIDTH, 700):
        with canvas.within(section):
            page.draw(canvas, 57, 780, WIDTH)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def copied(pdf: bytes, folder: Path) -> str:
    """The text of a file on one line as poppler gives it, without the marks that nobody sees."""
    path = folder / "copied.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return _HYPHEN.sub("-", on_one_line(done.stdout))


def on_one_line(text: str) -> str:
    """A text without what nobody sees but the joiners that Persian spelling needs."""
    return " ".join(font_stack.settable(text).translate(_UNSEEN).split())
