"""The one door through which text reaches paper: checked against the font, links of four schemes only."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from urllib.parse import quote

from reportlab import rl_config

from desktop.domain.errors import N_, ExpectedError
from desktop.i18n import Translate, is_right_to_left
from desktop.printing import font_stack, fonts
from desktop.printing.bidi import Direction
from desktop.printing.isolation import is_isolated, isolated, with_addresses_isolated, without_isolates
from desktop.printing.languages import language_tag
from desktop.printing.page_direction import surplus
from desktop.printing.paragraph import Outline, Paragraph
from desktop.printing.settable import is_arabic, settable, settable_in_any_script
from desktop.printing.shaped_paragraph import ShapedParagraph
from desktop.printing.shaped_wording import ShapedWording, roomy
from desktop.printing.structure import Element, Tag, heading
from desktop.printing.styles import ACCENT, QUIET, Role, StyleSet
from desktop.printing.wording import Span, Wording

# A colour is never worked out by evaluating text.
rl_config.toColorCanUse = None  # type: ignore[assignment]  # ReportLab documents None, its stubs do not

_SCHEMES = re.compile(r"(mailto|tel|https?):", re.IGNORECASE)
_URL_PUNCTUATION = "/:?#[]@!$&'()*+,;=%~"
_TURNED_FROM = {
    **dict.fromkeys((Role.ITEM, Role.BULLET), 1),
    **dict.fromkeys((Role.BODY, Role.NOTE, Role.LEAD, Role.PURPOSE, Role.ORIGIN, Role.FURNITURE), 2),
}
_DESCRIPTIONS = {
    "tel": N_("Call {address}"),
    "mailto": N_("Write to {address}"),
    "http": N_("Open {address}"),
    "https": N_("Open {address}"),
}


class UnprintableError(ExpectedError):
    """A place of a record holds characters that no font shows; printing it would drop them without a word."""

    def __init__(self, record: str, place: str, characters: str) -> None:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters)
        super().__init__(
            N_(
                "“{record}”, {place}: these characters cannot be printed: {characters}. Replace them, then print again."
            ),
            record=record,
            place=place,
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
        self._place = ""

    def about(self, place: str) -> "Writer":
        """The same for one place of the record: a field or a section, which is named where its words are refused."""
        other = copy(self)
        other._place = place
        return other

    def plain(self, text: str, language: str | None = None) -> Span:
        """Text as it is; a line break in it stays one. `language` is a code where it is not that of the sheet."""
        tag = language_tag(language) if language and language != self.tr.language else None
        words = self._checked(text)
        if is_arabic(words) or (self.is_mirrored and not tag):
            turn = _among_arabic if self.is_mirrored and not tag else _among_latin
            words = "\n".join(map(turn, words.split("\n")))
        return Span(text=words, language=tag)

    def strong(self, text: str, language: str | None = None) -> Span:
        """Text that leads the eye."""
        return replace(self.plain(text, language), is_strong=True)

    def quiet(self, text: str, language: str | None = None) -> Span:
        """Text that stands back."""
        return replace(self.plain(text, language), colour=QUIET)

    def void(self, text: str, language: str | None = None) -> Span:
        """A number or address that reaches nobody: struck out for the eye, and said to be so to those who only hear."""
        words = self.quiet(text, language)
        said = f"{without_isolates(words.text)} ({self.tr('no longer reachable')})"
        return replace(words, is_struck=True, description=said)

    def link(self, text: str, target: str | None, language: str | None = None) -> Span:
        """Text that opens a telephone, a mail or a web address; with any other target it is only text."""
        words = self.plain(text, language)
        scheme = _SCHEMES.match(target or "")
        if target is None or scheme is None:
            return words
        kind, bare = scheme[1].lower(), without_isolates(words.text)
        shown = bare.replace(" ", "\u00a0") if kind == "tel" else bare
        description = self.tr(_DESCRIPTIONS[kind], address=bare.replace("\u00a0", " "))
        return replace(words, text=shown, colour=ACCENT, target=_quoted(target), description=description)

    def paragraph(self, role: Role, spans: Sequence[Span], element: Element | None = None) -> Paragraph:
        """Running text, its spans joined by blanks; unless told else, a paragraph for screen readers too."""
        element = element or Element(Tag.PARAGRAPH)
        element.language = element.language or _common_language(spans)
        return self._set(role, spans, element)

    def heading(self, role: Role, text: str, level: int, language: str | None = None) -> Paragraph:
        """A heading of the sheet and of the outline; no level is left out."""
        self._level = level = min(level, self._level + 1)
        self._place = "" if level == 0 else text
        span, element = self.plain(text, language), heading(level)
        element.language = span.language
        outline = Outline(without_isolates(span.text).replace("\n", " "), level)
        return self._set(role, [span], element, outline)

    def line(self, role: Role, text: str, room: float | None = None, language: str | None = None) -> Paragraph:
        """One line for the eye alone, cut with an ellipsis where it is wider than the room for it."""
        words = without_isolates(self.plain(text, language).text).replace("\n", " ")
        if room is not None and self._width(role, words, language) > room:
            ends = range(len(words))
            too_far = bisect_left(ends, True, key=lambda end: self._width(role, f"{words[:end]}…", language) > room)
            words = f"{words[: max(too_far - 1, 0)].rstrip()}…"
        return self._set(role, [self.plain(words, language)], None)

    def width(self, role: Role, text: str) -> float:
        """How wide a text is when it is not broken."""
        return self._width(role, without_isolates(self.plain(text).text).replace("\n", " "), None)

    def _width(self, role: Role, words: str, language: str | None) -> float:
        if self.is_mirrored or is_arabic(words):
            return self._set(role, [self.plain(words, language)], None).natural_width
        style = self.styles[role]
        return sum(map(fonts.advances(style.font).__getitem__, words)) * style.size / 1000

    def _set(
        self, role: Role, spans: Sequence[Span], element: Element | None, outline: Outline | None = None
    ) -> Paragraph:
        """The paragraph; words of scripts that join their letters or run from right to left are shaped."""
        style, language = self.styles[role], element.language if element else None
        is_foreign = any(is_arabic(span.text) for span in spans)
        if not (is_foreign or self.is_mirrored):
            return Paragraph(Wording(spans, style, language), style, element, outline=outline)
        base = Direction.RIGHT_TO_LEFT if self.is_mirrored else Direction.LEFT_TO_RIGHT
        style = roomy(style) if is_foreign else style
        own_language = language or language_tag(self.tr.language)
        wording = ShapedWording(spans, style, own_language, base)
        return ShapedParagraph(wording, style, element, outline=outline, turned_from=self._turned_from(role, spans))

    def _turned_from(self, role: Role, spans: Sequence[Span]) -> int | None:
        """From how many lines on running text of the other direction begins where its own language does."""
        is_other = self.is_mirrored and all(map(_runs_to_right, spans))
        return _TURNED_FROM.get(role) if is_other else None

    def _checked(self, text: str) -> str:
        is_shaped = self.is_mirrored or is_arabic(text)
        words = settable_in_any_script(text) if is_shaped else settable(text)
        seen = words.replace("\n", "")
        missing = "".join(font_stack.missing_characters(seen)) if is_shaped else fonts.missing_characters(seen)
        if missing:
            raise UnprintableError(self._record, self._place or self.tr("Name"), missing)
        return words


def _among_arabic(line: str) -> str:
    """A line in text that runs from right to left: what was typed in other letters stays as it was typed."""
    is_other = not is_arabic(line) and any(map(str.isalpha, line))
    return isolated(line) if is_other else with_addresses_isolated(line)


def _among_latin(line: str) -> str:
    """A line in text that runs from left to right; one that is mostly Arabic is read as a whole from right to left."""
    if not is_arabic(line):
        return line
    words = with_addresses_isolated(line)
    return isolated(words, is_right_to_left=True) if surplus(line) < 0 else words


def _runs_to_right(span: Span) -> bool:
    """Whether words are told or were typed in a language that runs from left to right."""
    return not is_right_to_left(span.language) if span.language else is_isolated(span.text) and not is_arabic(span.text)


def _quoted(target: str) -> str:
    return quote(target, safe=_URL_PUNCTUATION)


def _common_language(spans: Sequence[Span]) -> str | None:
    """The language of all spans, if they have but one."""
    languages = {span.language for span in spans}
    return languages.pop() if len(languages) == 1 else None
