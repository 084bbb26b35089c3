"""The one door through which text reaches paper: checked against the font, links of four schemes only."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from urllib.parse import quote

from reportlab import rl_config

from desktop.domain.errors import N_, ExpectedError
from desktop.i18n import Translate
from desktop.printing import fonts
from desktop.printing.languages import is_right_to_left, language_tag
from desktop.printing.paragraph import Outline, Paragraph
from desktop.printing.structure import Element, Tag, heading
from desktop.printing.styles import ACCENT, QUIET, Role, StyleSet
from desktop.printing.wording import Span, Wording

# A colour is never worked out by evaluating text.
rl_config.toColorCanUse = None  # type: ignore[assignment]  # ReportLab documents None, its stubs do not

_SCHEMES = re.compile(r"(mailto|tel|https?):", re.IGNORECASE)
_URL_PUNCTUATION = "/:?#[]@!$&'()*+,;=%~"
# The font lacks these; what stands in their place looks the same.
_STAND_INS = str.maketrans({"\u202f": "\u00a0", "\u2011": "-", "\u2212": "–", "\t": " ", "\r": " "})
_UNSEEN = {"Cc", "Cf"}
_KEPT = "\n\u00ad"
_BLANKS = re.compile(" *\n *| {2,}")
_DESCRIPTIONS = {
    "tel": N_("Call {address}"),
    "mailto": N_("Write to {address}"),
    "http": N_("Open {address}"),
    "https": N_("Open {address}"),
}


class UnprintableError(ExpectedError):
    """A record holds characters that the font cannot show; printing it would drop them without a word."""

    def __init__(self, record: str, characters: str) -> None:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters)
        super().__init__(
            N_("“{record}” holds characters that cannot be printed: {characters}. Replace them, then print again."),
            record=record,
            characters=named,
        )


class Writer:
    """Turns the words of one record into paragraphs of one set of styles.

    `above` is the level of the heading that the record stands below; without one its name is the highest heading.
    """

    def __init__(self, styles: StyleSet, record: str, tr: Translate, *, above: int = -1) -> None:
        self.styles = styles
        self.tr = tr
        self.is_mirrored = is_right_to_left(tr.language)
        self._record = record
        self._level = above

    def plain(self, text: str, language: str | None = None) -> Span:
        """Text as it is; a line break in it stays one. `language` is a code where it is not that of the sheet."""
        tag = language_tag(language) if language and language != self.tr.language else None
        return Span(text=self._checked(text), language=tag)

    def strong(self, text: str, language: str | None = None) -> Span:
        """Text that leads the eye."""
        return replace(self.plain(text, language), is_strong=True)

    def quiet(self, text: str, language: str | None = None) -> Span:
        """Text that stands back."""
        return replace(self.plain(text, language), colour=QUIET)

    def link(self, text: str, target: str | None, language: str | None = None) -> Span:
        """Text that opens a telephone, a mail or a web address; with any other target it is only text."""
        words = self.plain(text, language)
        scheme = _SCHEMES.match(target or "")
        if target is None or scheme is None:
            return words
        kind = scheme[1].lower()
        shown = words.text.replace(" ", "\u00a0") if kind == "tel" else words.text
        description = self.tr(_DESCRIPTIONS[kind], address=words.text)
        return replace(words, text=shown, colour=ACCENT, target=_quoted(target), description=description)

    def paragraph(self, role: Role, spans: Sequence[Span], element: Element | None = None) -> Paragraph:
        """Running text, its spans joined by blanks; unless told else, a paragraph for screen readers too."""
        element = element or Element(Tag.PARAGRAPH)
        element.language = element.language or _common_language(spans)
        style = self.styles[role]
        return Paragraph(Wording(spans, style, element.language), style, element, is_mirrored=self.is_mirrored)

    def heading(self, role: Role, text: str, level: int, language: str | None = None) -> Paragraph:
        """A heading of the sheet and of the outline; no level is left out."""
        self._level = level = min(level, self._level + 1)
        span, element, style = self.plain(text, language), heading(level), self.styles[role]
        element.language = span.language
        outline = Outline(span.text.replace("\n", " "), level)
        wording = Wording([span], style, span.language)
        return Paragraph(wording, style, element, outline=outline, is_mirrored=self.is_mirrored)

    def line(self, text: str) -> str:
        """Text for the canvas itself, which knows no second line."""
        return self._checked(text).replace("\n", " ")

    def width(self, role: Role, text: str) -> float:
        """How wide a text is when it is not broken."""
        style = self.styles[role]
        advances = fonts.advances(style.font)
        return sum(map(advances.__getitem__, self.line(text))) * style.size / 1000

    def fitted(self, role: Role, text: str, room: float) -> str:
        """A line for the canvas, cut with an ellipsis; only for what stands in full elsewhere on the sheet."""
        words, style = self.line(text), self.styles[role]
        advances = fonts.advances(style.font)
        edges = list(accumulate(map(advances.__getitem__, words)))
        fitting = room * 1000 / style.size
        if not edges or edges[-1] <= fitting:
            return words
        return f"{words[: bisect_right(edges, fitting - advances['…'])].rstrip()}…"

    def _checked(self, text: str) -> str:
        settable = _settable(text)
        if missing := fonts.missing_characters(settable.replace("\n", "")):
            raise UnprintableError(self._record, missing)
        return settable


def _settable(text: str) -> str:
    """Composed letters, nothing unseen but line breaks and soft hyphens, stand-ins where the font lacks a glyph."""
    composed = unicodedata.normalize("NFC", text.strip()).translate(_STAND_INS)
    if not composed.isprintable():
        composed = "".join(char for char in composed if char in _KEPT or unicodedata.category(char) not in _UNSEEN)
    return _BLANKS.sub(lambda blanks: "\n" if "\n" in blanks[0] else " ", composed)


def _quoted(target: str) -> str:
    return quote(target, safe=_URL_PUNCTUATION)


def _common_language(spans: Sequence[Span]) -> str | None:
    """The language of all spans, if they have but one."""
    languages = {span.language for span in spans}
    return languages.pop() if len(languages) == 1 else None
