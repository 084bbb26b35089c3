"""Whether a PDF keeps what PDF/UA asks of tags: an independent look at the file, beside the one that veraPDF takes."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.support.tagged import Node, Tagged

_GROUPS = {"Document", "Part", "Sect", "Art", "Div", "TOC", "TOCI", "Index"}
_BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"}
_STANDARD = {*_GROUPS, *_BLOCKS, "Figure", "Caption", "Link", "Span", "Reference"}
_CHILDREN = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "Caption"}, "TR": {"TH", "TD"}}
_PARENTS = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}}


def faults(pdf: bytes) -> list[str]:
    """What is wrong, each in words; nothing for a file that is all right."""
    file = Tagged(pdf)
    if "/StructTreeRoot" not in file.catalog:
        return ["The file has no structure."]
    looks: tuple[Callable[[Tagged], Iterator[str]], ...] = (_catalog, _metadata, _pages, _numbers, _tree, _links)
    found = [fault for look in looks for fault in look(file)]
    return [*found, *_headings(file)]


def _catalog(file: Tagged) -> Iterator[str]:
    catalog = file.catalog
    if str(catalog.get("/MarkInfo", {}).get("/Marked")) != "True":
        yield "The file does not say that it is tagged."
    if not catalog.get("/Lang"):
        yield "The file has no language."
    if str(catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle")) != "True":
        yield "A viewer shows the file's name in place of its title."


def _metadata(file: Tagged) -> Iterator[str]:
    packet = file.catalog["/Metadata"].get_data().decode() if "/Metadata" in file.catalog else ""
    for claim in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        if claim not in packet:
            yield f"The metadata lack {claim}."
    title = file.reader.metadata.title if file.reader.metadata else None
    if not title or title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") not in packet:
        yield "The title is missing, or not the same in both places."


def _pages(file: Tagged) -> Iterator[str]:
    for number, (page, content) in enumerate(zip(file.reader.pages, file.contents, strict=True), start=1):
        if page.get("/Tabs") != "/S":
            yield f"Page {number}: links are not visited in reading order."
        if not content.is_balanced:
            yield f"Page {number}: marked content is not closed where it was opened."
        for operator in content.unmarked:
            yield f"Page {number}: painted outside of marked content: {operator}"
        for mark in content.marks:
            if mark.mcid is None and mark.tag not in ("Artifact", "Span", "ReversedChars"):
                yield f"Page {number}: {mark.tag} has no number."
            if not mark.painted:
                yield f"Page {number}: {mark.tag} holds nothing."
        if len(content.texts) != sum(mark.mcid is not None for mark in content.marks):
            yield f"Page {number}: a number stands twice."


def _numbers(file: Tagged) -> Iterator[str]:
    """Whether pages, their parent tree and the elements agree about every piece of content."""
    parents, owners = _parent_tree(file), _owners(file)
    for place, (page, content) in enumerate(zip(file.reader.pages, file.contents, strict=True)):
        listed = parents.get(page.get("/StructParents"), [])
        for mark in content.marks:
            if mark.mcid is None:
                continue
            owner = owners.pop((place, mark.mcid), None)
            if owner is None:
                yield f"Page {place + 1}: content {mark.mcid} is in no element."
            elif mark.mcid >= len(listed) or listed[mark.mcid].get_object() is not owner.source:
                yield f"Page {place + 1}: the parent tree is wrong about content {mark.mcid}."
            elif mark.tag != owner.tag:
                yield f"Page {place + 1}: content {mark.mcid} is a {mark.tag} here and a {owner.tag} in the tree."
    for place, mcid in owners:
        yield f"Page {place + 1}: content {mcid} of the tree is not there."


def _parent_tree(file: Tagged) -> dict[Any, Any]:
    numbers = file.catalog["/StructTreeRoot"].get("/ParentTree", {}).get("/Nums", [])
    return {key: value.get_object() for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def _owners(file: Tagged) -> dict[tuple[int, int], Node]:
    """The element that each piece of content belongs to."""
    found = {}
    for node in file.root.walk():
        for kid in _list(node.source.get("/K", [])):
            if isinstance(kid, int) or (isinstance(kid, dict) and kid.get("/Type") == "/MCR"):
                holder: Any = node.source if isinstance(kid, int) else kid
                mcid = kid if isinstance(kid, int) else kid["/MCID"]
                found[file.page_places[holder.raw_get("/Pg").idnum], int(mcid)] = node
    return found


def _list(kids: Any) -> list[Any]:
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def _tree(file: Tagged) -> Iterator[str]:
    roles = file.catalog["/StructTreeRoot"].get("/RoleMap", {})
    if file.root.tag != "Document":
        yield f"The tree begins with {file.root.tag}."
    for node in file.root.walk():
        if node.tag not in _STANDARD and roles.get(f"/{node.tag}", "/")[1:] not in _STANDARD:
            yield f"Nobody knows what a {node.tag} is."
        yield from _family(node)
        yield from _details(node)


def _family(node: Node) -> Iterator[str]:
    for child in node.nodes:
        if child.source["/P"].get_object() is not node.source:
            yield f"{child.tag} does not know that it is in {node.tag}."
        if child.tag not in _CHILDREN.get(node.tag, {child.tag}) or node.tag not in _PARENTS.get(child.tag, {node.tag}):
            yield f"{child.tag} must not be in {node.tag}."
    if node.tag in ("Document", "Sect", *_CHILDREN) and any(isinstance(kid, str) for kid in node.kids):
        yield f"{node.tag} has words of its own."


def _details(node: Node) -> Iterator[str]:
    attributes = {key: value for each in _list(node.source.get("/A", [])) for key, value in each.items()}
    if node.tag == "Figure" and not str(node.source.get("/Alt", "")).strip():
        yield "A figure has no alternative text."
    if node.tag == "Figure" and "/BBox" not in attributes:
        yield "Nobody knows where a figure is."
    if node.tag == "TH" and attributes.get("/Scope") not in ("/Row", "/Column", "/Both"):
        yield f"Nobody knows what “{node.text}” is the head of."
    rows = [row for row in node.nodes if row.tag == "TR"]
    if node.tag == "Table" and len({len(row.nodes) for row in rows}) != 1:
        yield "The rows of a table differ in length."


def _links(file: Tagged) -> Iterator[str]:
    parents = _parent_tree(file)
    for number, page in enumerate(file.reader.pages, start=1):
        for reference in page.get("/Annots", []):
            annotation = reference.get_object()
            if not str(annotation.get("/Contents", "")).strip():
                yield f"Page {number}: a link has no description."
            element = parents.get(annotation.get("/StructParent"))
            if element is None or element.get("/S") != "/Link":
                yield f"Page {number}: a link is in no element."
            elif not any(_is_about(kid, reference) for kid in _list(element.get("/K", []))):
                yield f"Page {number}: the element of a link does not know it."
    for node in file.find("Link"):
        if not node.text.strip():
            yield "A link has no words."


def _is_about(kid: Any, reference: Any) -> bool:
    is_object = not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
    return is_object and kid.raw_get("/Obj").idnum == reference.idnum


def _headings(file: Tagged) -> Iterator[str]:
    last = 0
    for node in file.root.walk():
        if len(node.tag) == 2 and node.tag[0] == "H" and node.tag[1].isdigit():
            level = int(node.tag[1])
            if level > last + 1:
                yield f"{node.tag} “{node.text}” comes after H{last}."
            last = level
