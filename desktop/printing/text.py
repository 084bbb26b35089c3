"""The one door through which text reaches ReportLab: escaped, checked against the font, links of four schemes only."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import takewhile
from typing import Any, NewType
from urllib.parse import quote
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from desktop.domain.errors import N_, ExpectedError
from desktop.printing import fonts
from desktop.printing.canvas import SheetCanvas
from desktop.printing.styles import ACCENT, QUIET, Role, StyleSet

# A colour is never worked out by evaluating text.
rl_config.toColorCanUse = None  # type: ignore[assignment]  # ReportLab documents None, its stubs do not

Markup = NewType("Markup", str)
"""Text that is safe for ReportLab's markup parser; made by a `Writer` only."""

_SCHEMES = re.compile(r"(?:mailto|tel|https?):", re.IGNORECASE)
_URL_PUNCTUATION = "/:?#[]@!$&'()*+,;=%~"
# The font lacks these; what stands in their place looks the same.
_STAND_INS = str.maketrans({"\u202f": "\u00a0", "\u2011": "-", "\u2212": "–", "\t": " ", "\r": " "})
_UNSEEN = {"Cc", "Cf"}
_KEPT = "\n\u00ad"
_BULLET = "•"
_BALANCE_STEP = 8


class UnprintableError(ExpectedError):
    """A record holds characters that the font cannot show; printing it would drop them without a word."""

    def __init__(self, record: str, characters: str) -> None:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters)
        super().__init__(
            N_("“{record}” holds characters that cannot be printed: {characters}. Replace them, then print again."),
            record=record,
            characters=named,
        )


class Heading(Paragraph):
    """A heading that also stands in the outline of the file; level 0 is the title of a record."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, *, words: str = "", level: int = 0, **rest: Any
    ) -> None:
        super().__init__(text, style, **rest)  # type: ignore[arg-type]  # half of a split paragraph has no text
        self._words = words
        self._level = level

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Balance the lines of a title: no last word stands alone."""
        _, height = size = super().wrap(available_width, available_height)
        if self._level == 0 and height > self.style.leading:
            widths = range(int(available_width), int(available_width / 2), -_BALANCE_STEP)
            fitting = takewhile(lambda width: super(Heading, self).wrap(width, available_height)[1] == height, widths)
            super().wrap(min(fitting, default=available_width), available_height)
        return size

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The first part keeps the place in the outline."""
        parts = super().split(available_width, available_height)
        if parts and isinstance(parts[0], Heading):
            parts[0]._words, parts[0]._level = self._words, self._level
        return parts

    def draw(self) -> None:
        """Set the heading and put it into the outline."""
        if self._words and isinstance(self.canv, SheetCanvas):
            self.canv.mark_heading(self._words, self._level, self.height)
        super().draw()


class Writer:
    """Turns the words of one record into paragraphs of one set of styles."""

    def __init__(self, styles: StyleSet, record: str) -> None:
        self.styles = styles
        self._record = record

    def plain(self, text: str) -> Markup:
        """Text as it is; a line break in it stays one."""
        return Markup(escape(self._checked(text)).replace("\n", "<br/>"))

    def strong(self, text: str) -> Markup:
        """Text that leads the eye."""
        return Markup(f"<b>{self.plain(text)}</b>")

    def bold(self, markup: Markup) -> Markup:
        """The same, heavier."""
        return Markup(f"<b>{markup}</b>")

    def quiet(self, text: str) -> Markup:
        """Text that stands back."""
        return Markup(f'<font color="{_hex(QUIET)}">{self.plain(text)}</font>')

    def link(self, text: str, target: str | None) -> Markup:
        """Text that opens a telephone, a mail or a web address; with any other target it is only text."""
        if target is None or not _SCHEMES.match(target):
            return self.plain(text)
        href = escape(quote(target, safe=_URL_PUNCTUATION), {'"': "&quot;"})
        shown = f"<nobr>{self.plain(text)}</nobr>" if target.lower().startswith("tel:") else self.plain(text)
        return Markup(f'<a href="{href}" color="{_hex(ACCENT)}">{shown}</a>')

    def paragraph(self, role: Role, parts: Iterable[Markup]) -> Paragraph:
        """Running text, its parts joined by spaces."""
        return Paragraph(" ".join(parts), self.styles[role])

    def line(self, text: str) -> str:
        """Text for the canvas itself, which knows neither markup nor a second line."""
        return self._checked(text).replace("\n", " ")

    def width(self, role: Role, text: str) -> float:
        """How wide a text is when it is not broken."""
        style = self.styles[role]
        return stringWidth(self.line(text), style.fontName, style.fontSize)

    def fitted(self, role: Role, text: str, room: float) -> str:
        """A line for the canvas, cut with an ellipsis; only for what stands in full elsewhere on the sheet."""
        words = self.line(text)
        while words and self.width(role, words) > room:
            words = f"{words.rstrip('…')[:-1].rstrip()}…"
        return words

    def item(self, parts: Iterable[Markup]) -> Paragraph:
        """A line of a list with its bullet."""
        return Paragraph(" ".join(parts), self.styles[Role.ITEM], bulletText=_BULLET)

    def heading(self, role: Role, text: str, level: int) -> Heading:
        """A heading of the sheet and of the outline."""
        return Heading(self.plain(text), self.styles[role], words=self.line(text), level=level)

    def _checked(self, text: str) -> str:
        settable = _settable(text)
        if missing := fonts.missing_characters(settable.replace("\n", "")):
            raise UnprintableError(self._record, missing)
        return settable


def _settable(text: str) -> str:
    """Composed letters, nothing unseen but line breaks and soft hyphens, stand-ins where the font lacks a glyph."""
    composed = unicodedata.normalize("NFC", text.strip()).translate(_STAND_INS)
    return "".join(char for char in composed if char in _KEPT or unicodedata.category(char) not in _UNSEEN)


def _hex(colour: Color) -> str:
    return f"#{colour.hexval()[2:]}"
