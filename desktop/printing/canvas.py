"""The surface that sheets are drawn on: it knows the outline of the file and how many pages there are in the end."""

from collections.abc import Callable
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas


class SheetCanvas(Canvas):
    """A canvas whose page numbers say "of how many", although it draws each page only once.

    Each page shows a form that stays empty until the last page is known.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heading_count = 0
        self._outline_level = -1
        self._folios: list[Callable[[int], None]] = []

    def mark_heading(self, words: str, level: int, height: float) -> None:
        """Put the heading that is drawn now into the outline; a skipped level is closed up, for readers refuse it."""
        self._heading_count += 1
        self._outline_level = min(level, self._outline_level + 1)
        key = f"heading-{self._heading_count}"
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(words, key, self._outline_level)

    def place_folio(
        self, right: float, baseline: float, style: ParagraphStyle, words: Callable[[int, int], str]
    ) -> None:
        """Reserve the place of the page number; `words` makes it from the page and the number of pages."""
        page = self.getPageNumber()
        name = f"folio-{page}"
        self.doForm(name)

        def fill(total: int) -> None:
            self.beginForm(name)
            self.setFont(style.fontName, style.fontSize)
            self.setFillColor(style.textColor)
            self.drawRightString(right, baseline, words(page, total))
            self.endForm()

        self._folios.append(fill)

    def save(self) -> None:
        """Fill in the page numbers, then write the file."""
        for fill in self._folios:
            fill(len(self._folios))
        super().save()
