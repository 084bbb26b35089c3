"""What the pieces of a sheet are and how they belong together: the tree that a screen reader walks."""

from collections.abc import Iterator
from enum import StrEnum


class Tag(StrEnum):
    """The standard types of PDF 1.7 that sheets are made of; the value is the name in the file."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    CONTENTS = "TOC"
    CONTENTS_ENTRY = "TOCI"
    INDEX = "Index"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"
    REFERENCE = "Reference"


_GROUPING = frozenset(
    {Tag.DOCUMENT, Tag.SECTION, Tag.CONTENTS, Tag.INDEX, Tag.LIST, Tag.ITEM, Tag.TABLE, Tag.ROW, Tag.FIGURE}
)
"""Elements that hold other elements and never words of their own."""
_KEPT_EMPTY = frozenset({Tag.DOCUMENT, Tag.HEAD, Tag.CELL})
_HEADINGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4)


class Scope(StrEnum):
    """What the head cell of a table is the head of."""

    COLUMN = "Column"
    ROW = "Row"


class Element:
    """What a piece of a sheet is; the parts of a piece that breaks across pages share one element."""

    __slots__ = ("alternative", "attributes", "language", "tag")

    def __init__(
        self, tag: Tag, *, language: str | None = None, attributes: str = "", alternative: str | None = None
    ) -> None:
        if tag is Tag.FIGURE and not (alternative and alternative.strip()):
            raise ValueError("A figure needs an alternative text.")
        self.tag = tag
        self.language = language
        self.attributes = attributes
        self.alternative = alternative

    @property
    def holds_words(self) -> bool:
        """Whether text may belong to the element itself."""
        return self.tag not in _GROUPING


def heading(level: int) -> Element:
    """A heading; level 0 is the highest."""
    return Element(_HEADINGS[min(level, len(_HEADINGS) - 1)])


def bullets() -> Element:
    """A list whose items have a bullet."""
    return Element(Tag.LIST, attributes="/O/List/ListNumbering/Disc")


def head(scope: Scope) -> Element:
    """The head cell of a column or a row."""
    return Element(Tag.HEAD, attributes=f"/O/Table/Scope/{scope}")


class Node:
    """An element as it came out in one file, with its content in reading order."""

    __slots__ = ("box", "element", "kids", "number", "parent")

    def __init__(self, element: Element, parent: "Node | None") -> None:
        self.element = element
        self.parent = parent
        self.kids: list[Node | Content | Annotation] = []
        self.number = 0
        self.box: tuple[float, float, float, float] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing on paper belongs to the node, so that a reader need not hear of it."""
        if self.element.tag in _KEPT_EMPTY:
            return False
        return all(isinstance(kid, Node) and kid.is_empty for kid in self.kids)


class Content(tuple[int, int]):
    """A piece of marked content: its page, counted from 1, and its number on that page."""

    __slots__ = ()


class Annotation(tuple[int, str]):
    """What can be pressed: its page, counted from 1, and the name of its object in the file."""

    __slots__ = ()


class Tree:
    """The structure of one file, growing while its pages are drawn in reading order."""

    def __init__(self) -> None:
        self.root = Node(Element(Tag.DOCUMENT), None)
        self.parents: list[Node | list[Node]] = []
        """For each key that pages and annotations bear, the nodes that their content belongs to."""
        self._nodes: dict[Element, Node] = {}
        self._opened = [self.root]
        self._on_page: list[Node] = []
        self._page = 1

    @property
    def current(self) -> Node:
        """The innermost open node."""
        return self._opened[-1]

    def open(self, element: Element) -> Node:
        """Go into an element; at its first time it becomes the last child of the current one."""
        node = self.node(element)
        self._opened.append(node)
        return node

    def close(self) -> None:
        """Leave the current element."""
        self._opened.pop()

    def node(self, element: Element) -> Node:
        """The node of an element; a new one is put below the current node."""
        node = self._nodes.get(element)
        if node is None:
            node = self._nodes[element] = Node(element, self.current)
            self.current.kids.append(node)
        return node

    def mark(self, node: Node) -> int:
        """Note that content on the current page belongs to a node; the answer is the content's number."""
        number = len(self._on_page)
        self._on_page.append(node)
        node.kids.append(Content((self._page, number)))
        return number

    def annotate(self, node: Node, name: str) -> int:
        """Note that an annotation on the current page belongs to a node; the answer is the key that it has to bear."""
        node.kids.append(Annotation((self._page, name)))
        self.parents.append(node)
        return len(self.parents) - 1

    def turn_page(self) -> int:
        """Close the current page; the answer is the key that it has to bear."""
        self.parents.append(self._on_page)
        self._on_page = []
        self._page += 1
        return len(self.parents) - 1

    def walk(self) -> Iterator[Node]:
        """Every node that is not empty, each before its children."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node) and not kid.is_empty]
