"""The structure tree as objects of a file."""

from collections.abc import Callable, Iterator

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFString

from desktop.printing.structure import Annotation, Content, Node, Tree

Numbering = Callable[[str], int]
"""The number of the object that ReportLab knows by a name."""

_PLAIN = DummyDoc()


def root_object(tree: Tree) -> bytes:
    """The root of the structure tree, once `tree_objects` has numbered the nodes."""
    keys = b" ".join(b"%d %b" % (key, _references(nodes)) for key, nodes in enumerate(tree.parents))
    return b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d>>" % (
        tree.root.number,
        keys,
        len(tree.parents),
    )


def tree_objects(tree: Tree, root_number: int, first_number: int, number_of: Numbering) -> Iterator[tuple[int, bytes]]:
    """The number and the object of each node that is not empty."""
    nodes = list(tree.walk())
    for number, node in enumerate(nodes, start=first_number):
        node.number = number
    pages: dict[int, int] = {}
    for node in nodes:
        parent = node.parent.number if node.parent else root_number
        yield node.number, _object(node, parent, pages, number_of)


def _object(node: Node, parent: int, pages: dict[int, int], number_of: Numbering) -> bytes:
    page = next((kid[0] for kid in node.kids if not isinstance(kid, Node)), None)
    if page is not None and page not in pages:
        pages[page] = number_of(f"Page{page}")
    on_page = b"/Pg %d 0 R" % pages[page] if page is not None else b""
    kids = b" ".join(_kid(kid, page, number_of) for kid in node.kids if not (isinstance(kid, Node) and kid.is_empty))
    return b"<</Type/StructElem/S/%b/P %d 0 R%b%b/K[%b]>>" % (
        node.element.tag.encode(),
        parent,
        on_page,
        _details(node),
        kids,
    )


def _kid(kid: Node | Content | Annotation, page: int | None, number_of: Numbering) -> bytes:
    if isinstance(kid, Node):
        return b"%d 0 R" % kid.number
    where = b"/Pg %d 0 R" % number_of(f"Page{kid[0]}")
    if isinstance(kid, Annotation):
        return b"<</Type/OBJR%b/Obj %d 0 R>>" % (where, number_of(f"Annot.{kid[1]}"))
    return b"%d" % kid[1] if kid[0] == page else b"<</Type/MCR%b/MCID %d>>" % (where, kid[1])


def _details(node: Node) -> bytes:
    """Language, alternative text and attributes, where there are any."""
    element, found = node.element, b""
    if element.language:
        found += b"/Lang" + _string(element.language)
    if element.alternative:
        found += b"/Alt" + _string(element.alternative)
    attributes = [element.attributes] if element.attributes else []
    if node.box:
        corners = " ".join(f"{corner:.2f}" for corner in node.box)
        attributes.append(f"/O/Layout/Placement/Block/BBox[{corners}]")
    if attributes:
        found += b"/A[%b]" % "".join(f"<<{each}>>" for each in attributes).encode()
    return found


def _references(nodes: Node | list[Node]) -> bytes:
    if isinstance(nodes, Node):
        return b"%d 0 R" % nodes.number
    return b"[%b]" % b" ".join(b"%d 0 R" % node.number for node in nodes)


def _string(text: str) -> bytes:
    """Text as a string of the file."""
    return bytes(PDFString(text).format(_PLAIN))
