"""The structure of a PDF as a screen reader walks it, read from the file itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = SHOWING | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI", "INLINE IMAGE"}
_CODES = re.compile(rb"<([0-9A-Fa-f]{2})> <((?:[0-9A-Fa-f]{4})+)>")


@dataclass
class Mark:
    """Marked content on a page: its tag, its number if it has one, the words in it and how often it paints."""

    tag: str
    mcid: int | None
    text: str = ""
    painted: int = 0


@dataclass
class PageContent:
    """What a page draws: each piece of marked content, and the operators outside of any."""

    marks: list[Mark] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    is_balanced: bool = True

    @property
    def texts(self) -> dict[int, str]:
        """The words of each number."""
        return {mark.mcid: mark.text for mark in self.marks if mark.mcid is not None}


@dataclass
class Node:
    """An element with its words and its children in reading order."""

    tag: str
    source: DictionaryObject
    kids: list["Node | str"]

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def nodes(self) -> list["Node"]:
        """The elements directly below."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator["Node"]:
        """The element and all below it."""
        yield self
        for node in self.nodes:
            yield from node.walk()


class Tagged:
    """An opened PDF with its structure."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf), strict=True)
        self.catalog: Any = self.reader.trailer["/Root"].get_object()

    @cached_property
    def contents(self) -> list[PageContent]:
        """What each page draws."""
        return [_content(page, self.reader) for page in self.reader.pages]

    @cached_property
    def root(self) -> Node:
        """The document."""
        (top,) = _kids(self.catalog["/StructTreeRoot"])
        return self._node(top)

    def find(self, *tags: str) -> list[Node]:
        """The elements of these types in reading order."""
        return [node for node in self.root.walk() if node.tag in tags]

    def read_aloud(self) -> list[str]:
        """What is read, one element with words of its own a line, its type before it."""
        return list(_lines(self.root, 0))

    @property
    def text(self) -> str:
        """All that is read, on one line."""
        return " ".join(" ".join(line.partition(" ")[2] for line in self.read_aloud()).split())

    @property
    def artifacts(self) -> str:
        """All words that are there for the eye alone, on one line."""
        marks = [mark for content in self.contents for mark in content.marks]
        return " ".join(" ".join(mark.text for mark in marks if mark.tag == "Artifact").split())

    @cached_property
    def page_places(self) -> dict[int, int]:
        """The place of each page by the number of its object."""
        pages: list[Any] = list(self.reader.pages)
        return {page.indirect_reference.idnum: place for place, page in enumerate(pages)}

    def _node(self, source: DictionaryObject) -> Node:
        kids: list[Node | str] = []
        for kid in _kids(source):
            if isinstance(kid, int):
                kids.append(self._words(source, kid))
            elif kid.get("/Type") == "/MCR":
                kids.append(self._words(kid, kid["/MCID"]))
            elif kid.get("/Type") != "/OBJR":
                kids.append(self._node(kid))
        return Node(str(source["/S"])[1:], source, kids)

    def _words(self, holder: DictionaryObject, mcid: int) -> str:
        place = self.page_places[holder.raw_get("/Pg").idnum]
        return self.contents[place].texts.get(mcid, "")


def _kids(source: Any) -> list[Any]:
    found = source.get("/K", [])
    return [kid.get_object() for kid in (found if isinstance(found, list) else [found])]


def _lines(node: Node, depth: int) -> Iterator[str]:
    """Links and other words within a line are read with the line."""
    if any(isinstance(kid, str) or kid.tag in ("Link", "Span") for kid in node.kids):
        yield f"{node.tag} {' '.join(node.text.split())}"
        return
    for child in node.nodes:
        yield from _lines(child, depth + 1)


def _content(page: Any, reader: PdfReader) -> PageContent:
    found = PageContent()
    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    opened: list[Mark] = []
    letters: dict[int, str] = {}
    depth_at_text = 0
    run_start: int | None = None
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        name = operator.decode()
        if name in ("BDC", "BMC"):
            details = operands[1] if len(operands) > 1 else {}
            opened.append(Mark(str(operands[0])[1:], details.get("/MCID")))
            found.marks.append(opened[-1])
        elif name == "EMC":
            found.is_balanced &= bool(opened)
            opened = opened[:-1]
        elif name == "BT":
            depth_at_text = len(opened)
        elif name == "ET":
            found.is_balanced &= len(opened) == depth_at_text
        elif name == "Tf":
            letters = fonts[operands[0]]
        elif name == "Tm":
            run_start = None
        elif name in PAINTING:
            words = _shown(operands, letters) if name in SHOWING else []
            is_reversed = any(mark.tag == "ReversedChars" for mark in opened)
            run_start = _note(found, opened, name, words, run_start if is_reversed else None, is_reversed=is_reversed)
    found.is_balanced &= not opened
    return found


def _note(
    found: PageContent, opened: list[Mark], name: str, words: list[str], run_start: int | None, *, is_reversed: bool
) -> int | None:
    """Put words to what they belong to; within reversed content each run grows towards its beginning."""
    if not opened:
        found.unmarked.append(f"{name} {''.join(words)}".strip())
        return None
    owner = next((mark for mark in reversed(opened) if mark.mcid is not None), opened[-1])
    place = len(owner.text) if run_start is None else run_start
    said = "".join(reversed(words) if is_reversed else words)
    owner.text = f"{owner.text[:place]}{said}{owner.text[place:]}" if is_reversed else f"{owner.text}{said}"
    for mark in opened:
        mark.painted += 1
    return place


def _shown(operands: Any, letters: dict[int, str]) -> list[str]:
    parts = operands[0] if isinstance(operands[0], list) else operands
    codes = b"".join(_bytes(part) for part in parts if not isinstance(part, int | float))
    return [letters.get(code, "\ufffd") for code in codes]


def _bytes(part: Any) -> bytes:
    return bytes(part if isinstance(part, bytes) else part.original_bytes)


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for."""
    table = font["/ToUnicode"].get_data() if "/ToUnicode" in font else b""
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _CODES.findall(table)}
