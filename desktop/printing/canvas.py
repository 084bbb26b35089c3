"""The surface that sheets are drawn on: all that is drawn belongs to the structure of the sheet or is an artifact."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import IO, Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from desktop.printing import fonts
from desktop.printing.archive import ArchiveDocument
from desktop.printing.metadata import Metadata
from desktop.printing.structure import Element, Node, Tree
from desktop.printing.tagged_text import TaggedText, UntaggedTextError, stroking

_PAINTS = re.compile(r"(?:^|\s)(?:S|s|f\*?|F|B\*?|b\*?|Do|sh|EI)(?=\s|$)")
_SHOWS = re.compile(r"(?:^|\s)(?:BT|Tj|TJ|'|\")(?=\s|$)")
_PRINTED = 4  # the flag of an annotation that is not only on the screen
PLACE = "#"
"""What the target of a link begins with that leads to a place in the same file."""
_REST = "/Artifact<</Type/Layout>>BDC"


class Artifact(StrEnum):
    """What is on the paper for the eye alone; the value is what the file says about it."""

    HEADER = "/Type/Pagination/Subtype/Header"
    FOOTER = "/Type/Pagination/Subtype/Footer"
    REPEATED = "/Type/Pagination"


class Finished(str):
    """Operators that stand within marked content already, as far as they need it."""

    __slots__ = ()


class SheetCanvas(Canvas):
    """A canvas that builds the structure of the file while its pages are drawn in reading order.

    Text that belongs to no element and is no artifact is refused; lines and areas outside of figures are artifacts.
    """

    surplus = 0
    """How many more letters of the present page run from left to right than from right to left."""
    # What the library keeps, and its stubs do not name.
    _code: list[str]
    _annotationrefs: list[Any]

    def __init__(self, target: IO[bytes], metadata: Metadata, *, is_right_to_left: bool = False) -> None:
        fonts.register()
        font: Any = fonts.REGULAR  # a name, whatever the stubs say
        super().__init__(target, pageCompression=1, invariant=1, initialFontName=font)
        self._tree = Tree()
        self._doc: Any = ArchiveDocument(metadata, self._tree, is_right_to_left=is_right_to_left)
        self._is_marked = False
        self._link_count = 0
        self._heading_count = 0
        self._outline_level = -1

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """What is drawn belongs to an element, which lies within the current one; None leaves the current one."""
        if element is None or self._is_marked:
            yield
            return
        self._tree.open(element)
        yield
        self._tree.close()

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """What is drawn is for the eye alone; screen readers pass it over."""
        if self._is_marked:
            yield
            return
        with self._marked(f"/Artifact<<{kind}>>BDC"):
            yield

    @contextmanager
    def figure(self, element: Element, box: tuple[float, float, float, float]) -> Iterator[None]:
        """All that is drawn is one picture with an alternative text; `box` is left, bottom, right and top."""
        if self._is_marked:
            yield
            return
        node = self._tree.node(element)
        node.box = box
        with self._marked(f"/{element.tag}<</MCID {self._tree.mark(node)}>>BDC"):
            yield

    @contextmanager
    def _marked(self, beginning: str) -> Iterator[None]:
        self._code.append(beginning)
        self._is_marked = True
        yield
        self._is_marked = False
        self._code.append("EMC")

    @override
    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> TaggedText:
        """A text whose words belong to the current element unless they are given to another."""
        text = TaggedText(self, x, y, None if self._is_marked else self._tree.mark)
        text.node = self._tree.current
        return text

    @override
    def drawText(self, aTextObject: PDFTextObject) -> None:
        code = aTextObject.getCode()
        self._code.append(Finished(code) if isinstance(aTextObject, TaggedText) else code)

    def node(self, element: Element) -> Node:
        """The place in the structure of an element within the current one."""
        return Node(element, None) if self._is_marked else self._tree.node(element)

    def link(self, node: Node, target: str, description: str, box: tuple[float, float, float, float]) -> None:
        """Let a part of the page open `target`, or go to the place `#…`; `description` tells what that is."""
        if self._is_marked:
            return
        self._link_count += 1
        name = f"link-{self._link_count}"
        annotation = PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": f"[{' '.join(f'{edge:.2f}' for edge in box)}]",
                "Border": "[0 0 0]",
                "F": _PRINTED,
                "Contents": PDFString(description),
                "StructParent": self._tree.annotate(node, name),
                **self._aim(target),
            }
        )
        self._doc.addAnnotation(name, annotation)
        self._annotationrefs.append(self._doc.refAnnotation(name))

    def _aim(self, target: str) -> dict[str, object]:
        """What an annotation says about where it leads."""
        if target.startswith(PLACE):
            library: Any = self
            return {"Dest": library._bookmarkReference(target)}
        return {"A": PDFDictionary({"S": "/URI", "URI": PDFString(target)})}

    def mark_place(self, key: str, top: float) -> None:
        """Let links to `#…` lead to this height of the page."""
        if not self._is_marked:
            self.bookmarkHorizontalAbsolute(f"{PLACE}{key}", top)

    def mark_heading(self, words: str, level: int, top: float) -> None:
        """Put the heading that is drawn now into the outline; a skipped level is closed up, for readers refuse it."""
        if self._is_marked:
            return
        self._heading_count += 1
        self._outline_level = min(level, self._outline_level + 1)
        key = f"heading-{self._heading_count}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(words, key, self._outline_level)

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: Color, width: float) -> None:
        """Draw a straight line from one place to another."""
        (x, y), (x_end, y_end) = start, end
        paint = f"{stroking(colour)} {width:g} w {x:.2f} {y:.2f} m {x_end:.2f} {y_end:.2f} l S"
        self._code.append(Finished(paint if self._is_marked else f"{_REST} {paint} EMC"))

    @override
    def showPage(self) -> None:
        """Finish the page: what is neither text nor figure and not marked yet is an artifact."""
        depth = 0
        for place, code in enumerate(self._code):
            if code.endswith(("BDC", "BMC")):
                depth += 1
            elif code == "EMC":
                depth -= 1
            elif not depth and not isinstance(code, Finished):
                self._code[place] = _as_artifact(code)
        super().showPage()


def _as_artifact(code: str) -> str:
    if _SHOWS.search(code):
        raise UntaggedTextError
    return f"{_REST} {code} EMC" if _PAINTS.search(code) else code
