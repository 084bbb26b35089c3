"""Sheets that somebody broke: each lacks one thing that a reader or an archive needs."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, DecodedStreamObject, NameObject, TextStringObject

Breaking = Callable[[PdfWriter], None]


class Spoilt(NamedTuple):
    """How a file is broken, what our own look says of it, and the rule that veraPDF names, if it sees it."""

    spoil: Breaking
    fault: str
    rule: str | None


def rewritten(pdf: bytes, spoil: Breaking = lambda _: None) -> bytes:
    """The same file, written anew after something was done to it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    spoil(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _catalog(writer: PdfWriter) -> Any:
    return writer.root_object


def _elements(writer: PdfWriter, tag: str) -> Iterator[Any]:
    waiting: list[Any] = [_catalog(writer)["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, dict):
            continue
        kids: Any = element.get("/K", [])
        waiting += kids if isinstance(kids, list) else [kids]
        if element.get("/S") == f"/{tag}":
            yield element


def _first(writer: PdfWriter, tag: str) -> Any:
    return min(_elements(writer, tag), key=lambda element: element.indirect_reference.idnum)


def _add(writer: PdfWriter, code: bytes) -> None:
    """Draw something more on the first page."""
    page: Any = writer.pages[0]
    before = page["/Contents"].get_object().get_data()
    content = DecodedStreamObject()
    content.set_data(before + b"\n" + code)
    page[NameObject("/Contents")] = writer._add_object(content)


def _without(key: str) -> Breaking:
    return lambda writer: _catalog(writer).__delitem__(key)


def _unnamed(writer: PdfWriter) -> None:
    del _catalog(writer)["/ViewerPreferences"]["/DisplayDocTitle"]


def _loose_words(writer: PdfWriter) -> None:
    page: Any = writer.pages[0]
    font = next(iter(page["/Resources"]["/Font"]))
    _add(writer, f"BT {font} 10 Tf 1 0 0 1 60 60 Tm (x) Tj ET".encode())


def _loose_line(writer: PdfWriter) -> None:
    _add(writer, b"60 60 m 90 60 l S")


def _skipped_heading(writer: PdfWriter) -> None:
    _first(writer, "H2")[NameObject("/S")] = NameObject("/H4")


def _mute_link(writer: PdfWriter) -> None:
    page: Any = writer.pages[0]
    del page["/Annots"][0].get_object()["/Contents"]


def _lost_link(writer: PdfWriter) -> None:
    page: Any = writer.pages[0]
    del page["/Annots"][0].get_object()["/StructParent"]


def _mute_figure(writer: PdfWriter) -> None:
    del _first(writer, "Figure")["/Alt"]


def _head_of_nothing(writer: PdfWriter) -> None:
    for head in _elements(writer, "TH"):
        head.pop("/A", None)


def _swapped(writer: PdfWriter) -> None:
    numbers = _catalog(writer)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    page = next(value for value in numbers if isinstance(value, list))
    page[0], page[1] = page[1], page[0]


def _lost_paragraph(writer: PdfWriter) -> None:
    del _first(writer, "P")["/K"]


def _stray_item(writer: PdfWriter) -> None:
    _first(writer, "L")[NameObject("/S")] = NameObject("/Div")


def _unclaimed(writer: PdfWriter) -> None:
    packet = _catalog(writer)["/Metadata"].get_object()
    packet.set_data(packet.get_data().replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def _unordered_links(writer: PdfWriter) -> None:
    page: Any = writer.pages[0]
    del page["/Tabs"]


def _unknown_type(writer: PdfWriter) -> None:
    _first(writer, "P")[NameObject("/S")] = NameObject("/Zettel")


def _words_in_an_artifact(writer: PdfWriter) -> None:
    """The first paragraph becomes an artifact on the page, and is still in the tree."""
    page: Any = writer.pages[0]
    stream = ContentStream(page["/Contents"], writer)
    for operands, operator in stream.operations:
        if operator == b"BDC" and operands[0] == "/P":
            operands[0] = NameObject("/Artifact")
            del operands[1]["/MCID"]
            break
    content = DecodedStreamObject()
    content.set_data(stream.get_data())
    page[NameObject("/Contents")] = writer._add_object(content)


def _other_title(writer: PdfWriter) -> None:
    info: Any = writer._info
    info[NameObject("/Title")] = TextStringObject("Ein anderer Titel")


SPOILT = {
    "no structure": Spoilt(_without("/StructTreeRoot"), "The file has no structure.", "7.1-11"),
    "not said to be tagged": Spoilt(_without("/MarkInfo"), "does not say that it is tagged", "6.2-1"),
    "no language": Spoilt(_without("/Lang"), "The file has no language.", "7.2-33"),
    "file name for a title": Spoilt(_unnamed, "A viewer shows the file's name", "7.1-10"),
    "words outside": Spoilt(_loose_words, "painted outside of marked content: Tj", "7.1-3"),
    "a line outside": Spoilt(_loose_line, "painted outside of marked content: S", "7.1-3"),
    "a heading left out": Spoilt(_skipped_heading, "comes after H1", "7.4.2-1"),
    "a link that says nothing": Spoilt(_mute_link, "a link has no description", "7.18.5-2"),
    "a link in no element": Spoilt(_lost_link, "a link is in no element", "7.18.5-1"),
    "a picture without words": Spoilt(_mute_figure, "A figure has no alternative text.", "7.3-1"),
    "heads of nothing": Spoilt(_head_of_nothing, "Nobody knows what “Name” is the head of.", "7.5-1"),
    "a wrong parent tree": Spoilt(_swapped, "the parent tree is wrong", None),
    "a lost paragraph": Spoilt(_lost_paragraph, "is in no element", None),
    "an item without a list": Spoilt(_stray_item, "LI must not be in Div", "7.2-17"),
    "no claim": Spoilt(_unclaimed, "The metadata lack <pdfuaid:part>1<", "5-1"),
    "links in any order": Spoilt(_unordered_links, "links are not visited in reading order", "7.18.3-1"),
    "a type that nobody knows": Spoilt(_unknown_type, "Nobody knows what a Zettel is.", "7.1-5"),
    "words for the eye alone": Spoilt(_words_in_an_artifact, "of the tree is not there", None),
    "another title": Spoilt(_other_title, "not the same in both places", None),
}
