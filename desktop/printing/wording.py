"""Words of several looks joined to one text, measured in the fonts of a style."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from typing import NamedTuple

from reportlab.lib.colors import Color

from desktop.printing import fonts
from desktop.printing.breaking import Line, Measured
from desktop.printing.structure import Element, Tag
from desktop.printing.styles import Style


@dataclass(frozen=True, kw_only=True)
class Span:
    """Words of one look; `target` is what they open, `description` what that is, `language` None that of the sheet."""

    text: str
    is_strong: bool = False
    colour: Color | None = None
    target: str | None = None
    description: str = ""
    language: str | None = None
    is_struck: bool = False


class Run(NamedTuple):
    """The words of a line that are of one look, with the place of their left edge in the line."""

    text: str
    font: str
    colour: Color
    span: Span
    element: Element | None
    left: float
    width: float


class Wording:
    """A text in one style that lines are cut from; the parts of a paragraph share it."""

    def __init__(self, spans: Sequence[Span], style: Style, language: str | None = None) -> None:
        self._spans = list(_joined(spans))
        self._style = style
        self._elements = [_element(span, language) for span in self._spans]
        self._fonts = [style.strong_font if span.is_strong else style.font for span in self._spans]
        self._starts = list(accumulate((len(span.text) for span in self._spans), initial=0))
        advances = (
            map(fonts.advances(font).__getitem__, span.text)
            for font, span in zip(self._fonts, self._spans, strict=True)
        )
        self.text = "".join(span.text for span in self._spans)
        edges = list(accumulate(chain.from_iterable(advances), initial=0.0))
        self._measured = Measured(self.text, edges, fonts.hyphen_advance(style.font))
        self._unit = style.size / 1000

    def lines(self, width: float, start: int, end: int) -> list[Line]:
        """The lines of a part of the text."""
        return self._measured.lines(width / self._unit, start, end)

    def width(self, line: Line) -> float:
        """How wide the words of a line are."""
        return self._measured.width(line) * self._unit

    @property
    def has_struck(self) -> bool:
        """Whether some of the words are struck out."""
        return any(span.is_struck for span in self._spans)

    @property
    def least_width(self) -> float:
        """How wide the widest word is, which cannot be narrower without being divided."""
        return self._measured.least_room * self._unit

    def runs(self, line: Line) -> Iterator[Run]:
        """The words of a line; the blank at its end is kept, for it parts the last word from the next line's first."""
        edges = self._measured.edges
        first = bisect_right(self._starts, line.start) - 1
        for place in range(first, len(self._spans)):
            start, end = max(self._starts[place], line.start), min(self._starts[place + 1], line.end)
            if start >= line.end:
                return
            if start == end:
                continue
            span = self._spans[place]
            yield Run(
                _shown(self.text[start:end], has_hyphen=end == line.end and self._measured.is_hyphenated(line)),
                self._fonts[place],
                span.colour or self._style.colour,
                span,
                self._elements[place],
                (edges[start] - edges[line.start]) * self._unit,
                (edges[end] - edges[start]) * self._unit,
            )


def _shown(words: str, *, has_hyphen: bool) -> str:
    """Words as they are drawn: a line break as a blank, a soft hyphen only where a line ends with it."""
    if has_hyphen or "\u00ad" in words:
        words = words.replace("\u00ad", "") + ("\u00ad" if has_hyphen else "")
    return words.replace("\n", " ")


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with a blank between any two of them, which belongs to no link."""
    waiting: Span | None = None
    for span in spans:
        if waiting is None:
            waiting = span
        elif not span.target:
            yield waiting
            waiting = replace(span, text=f" {span.text}")
        elif not waiting.target:
            yield replace(waiting, text=f"{waiting.text} ")
            waiting = span
        else:
            yield from (waiting, Span(text=" "))
            waiting = span
    if waiting:
        yield waiting


def _element(span: Span, language: str | None) -> Element | None:
    """Links are elements of their own, and words in another language than the paragraph."""
    own_language = span.language if span.language != language else None
    if span.is_struck:
        return Element(Tag.SPAN, language=own_language, alternative=span.description)
    if span.target:
        return Element(Tag.LINK, language=own_language)
    return Element(Tag.SPAN, language=own_language) if own_language else None
