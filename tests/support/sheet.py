"""A printed sheet as a person or their software finds it: text, links, outline, fonts, and what lies where."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import combinations
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream
from reportlab.pdfbase.pdfmetrics import stringWidth

_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f"))  # they only say which way their neighbours run
_CAPITALS = 0.69  # how tall capital letters are in Fira Sans, as a share of the size
_EDGE = 25.0  # points at the edge of the paper that printers do not reach


@dataclass(frozen=True)
class Run:
    """A piece of a line as it was drawn, with the box of its letters in points from the lower left corner."""

    text: str
    size: float
    left: float
    bottom: float
    right: float
    top: float

    def covers(self, other: "Run") -> bool:
        """Whether letters of the two lie upon each other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        upright = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > 1 and upright > 1


class Printed:
    """An opened PDF."""

    def __init__(self, pdf: bytes) -> None:
        self._reader = PdfReader(BytesIO(pdf), strict=True)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page on one line."""
        return [" ".join(page.extract_text().split()) for page in self._reader.pages]

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in points."""
        return [(float(page.mediabox.width), float(page.mediabox.height)) for page in self._reader.pages]

    @property
    def text(self) -> str:
        """The text of all pages on one line."""
        return " ".join(self.pages)

    @property
    def squeezed(self) -> str:
        """The text without blanks and shown hyphens, for words that were broken at the end of a line."""
        return "".join(self.text.split()).replace("\u00ad", "")

    @property
    def links(self) -> list[str]:
        """What the links open, each once, in order."""
        annotations = [item.get_object() for page in self._reader.pages for item in page.get("/Annots", [])]
        return list(dict.fromkeys(str(item["/A"]["/URI"]) for item in annotations))

    @property
    def fonts(self) -> dict[str, bool]:
        """Every font that a page can use, and whether it is embedded."""
        found: dict[str, bool] = {}
        for page in self._reader.pages:
            resources: Any = page["/Resources"]
            for reference in resources["/Font"].values():
                font = reference.get_object()
                found[str(font["/BaseFont"])] = "/FontFile2" in font.get("/FontDescriptor", {})
        return found

    @property
    def outline(self) -> list[tuple[int, str]]:
        """Level and title of each entry of the outline."""
        return list(_entries(self._reader.outline, 0))

    @property
    def title(self) -> str:
        """The title that a viewer shows."""
        return str(self._reader.metadata.title) if self._reader.metadata else ""

    @property
    def author(self) -> str:
        """Who made it."""
        return str(self._reader.metadata.author) if self._reader.metadata else ""

    @property
    def language(self) -> str:
        """The language of the text, as a tag."""
        root: Any = self._reader.trailer["/Root"]
        return str(root["/Lang"])

    @property
    def overlapping(self) -> list[tuple[str, str]]:
        """Pieces of text that lie upon each other."""
        return [(one.text, two.text) for runs in self._runs() for one, two in combinations(runs, 2) if one.covers(two)]

    @property
    def outside(self) -> list[str]:
        """Pieces of text that leave the part of the paper that can be printed on."""
        right, top = (float(size) - _EDGE for size in self._reader.pages[0].mediabox.upper_right)
        return [
            run.text
            for runs in self._runs()
            for run in runs
            if run.left < _EDGE or run.right > right or run.bottom < _EDGE or run.top > top
        ]

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of the first page in points."""
        width, height = self._reader.pages[0].mediabox.upper_right
        return float(width), float(height)

    @property
    def lines(self) -> list[str]:
        """What was drawn, piece by piece."""
        return [run.text for runs in self._runs() for run in runs]

    @property
    def rules(self) -> int:
        """How many lines are drawn on the first page."""
        page = self._reader.pages[0]
        return sum(operator == b"l" for _, operator in ContentStream(page["/Contents"], self._reader).operations)

    def size_of(self, words: str) -> float:
        """How large the first piece of text with these words is set, in points."""
        return self._piece(words).size

    def place_of(self, words: str) -> float:
        """How far from the left edge of the page the first piece of text with these words begins."""
        return self._piece(words).left

    def _piece(self, words: str) -> Run:
        return next(run for runs in self._runs() for run in runs if words in run.text)

    def _runs(self) -> Iterator[list[Run]]:
        """The pieces of text of each page."""
        for page in self._reader.pages:
            collector = _Collector()
            page.extract_text(visitor_text=collector.visit)
            yield collector.runs


class _Collector:
    """Places the pieces of text that pypdf reads; of a second piece on a line it tells only where the line began."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._begun: tuple[float, float] | None = None

    def visit(self, text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        """Called by pypdf with the matrices of page and text."""
        words = text.translate(_UNSEEN).strip()
        if not words or not font:
            return
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        baseline = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        is_same_line = self._begun == (left, baseline)
        self._begun = (left, baseline)
        if is_same_line:
            left = self.runs[-1].right
        width = stringWidth(words, str(font["/BaseFont"]).partition("+")[2], size)
        self.runs.append(Run(words, size, left, baseline, left + width, baseline + size * _CAPITALS))


def _entries(outline: Any, level: int) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _entries(entry, level + 1)
        else:
            yield level, str(entry.title)
