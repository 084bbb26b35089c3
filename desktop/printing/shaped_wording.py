"""A wording in which scripts and directions meet: lines are cut from its shaped letters."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from typing_extensions import override

from desktop.i18n import is_right_to_left
from desktop.printing import fonts
from desktop.printing.bidi import Direction
from desktop.printing.breaking import Line, Measured
from desktop.printing.font_stack import settable
from desktop.printing.isolation import isolated
from desktop.printing.shaped_words import words
from desktop.printing.styles import Style
from desktop.printing.typesetting import Part, ShapedRun, typeset
from desktop.printing.wording import Run, Span, Wording

_ROOM = 1.5  # the least distance of lines, as a multiple of the size, in which Arabic letters do not touch


class Placed(NamedTuple):
    """A run of a line as the words of any wording, and its glyphs; both begin at `look.left`."""

    look: Run
    shaped: ShapedRun


class ShapedWording(Wording):
    """The words of a paragraph that may be of any script, and begin at the side that `base` says.

    Links and what is in a language of the other direction are isolated: they do not mix with what stands around them.
    """

    def __init__(self, spans: Sequence[Span], style: Style, language: str | None, base: Direction) -> None:
        self.is_mirrored = base is Direction.RIGHT_TO_LEFT
        super().__init__(list(_isolated(spans, base)), style, language)
        looks = zip(self._spans, self._fonts, strict=True)
        self._typesetting = typeset(
            tuple(Part(span.text, font, span.language or language) for span, font in looks), base
        )
        self._measured = Measured(self.text, self._typesetting.edges, fonts.hyphen_advance(style.font))

    def placed(self, line: Line) -> Iterator[Placed]:
        """The runs of a line in the order of reading, each with its own place."""
        for run in self._typesetting.runs(*line, has_hyphen=self._measured.is_hyphenated(line)):
            span = self._spans[run.part]
            look = Run(
                words(run),
                run.font,
                span.colour or self._style.colour,
                span,
                self._elements[run.part],
                run.left * self._unit,
                run.width * self._unit,
            )
            yield Placed(look, run)

    @override
    def runs(self, line: Line) -> Iterator[Run]:
        return (placed.look for placed in self.placed(line))


def roomy(style: Style) -> Style:
    """A style with the distance of lines that Arabic letters need."""
    return replace(style, leading=max(style.leading, style.size * _ROOM))


def _isolated(spans: Sequence[Span], base: Direction) -> Iterator[Span]:
    """The spans as they are set; those that run the other way are kept apart from what stands around them.

    Neighbours that run the same way stay together: a title and its text are read on.
    """
    for (target, runs_left), group in groupby(spans, key=lambda span: (span.target, _runs_left(span, base))):
        own = [replace(span, text=settable(span.text)) for span in group]
        if target or runs_left is not (base is Direction.RIGHT_TO_LEFT):
            opening, closing = isolated("\n", is_right_to_left=runs_left and not target).split("\n")
            own[0] = replace(own[0], text=f"{opening}{own[0].text}")
            own[-1] = replace(own[-1], text=f"{own[-1].text}{closing}")
        yield from own


def _runs_left(span: Span, base: Direction) -> bool:
    return base is Direction.RIGHT_TO_LEFT if span.language is None else is_right_to_left(span.language)
