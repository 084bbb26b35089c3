"""The file itself: tagged, fit for an archive (PDF/A-2a), small, and the same bytes for the same content."""

import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFPage,
    PDFStream,
    PDFString,
)

from desktop.printing.metadata import PROGRAM, Metadata, colour_profile
from desktop.printing.structure import Tree
from desktop.printing.tree_objects import root_object, tree_objects

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream\n"
_OBJECTS_IN_A_STREAM = 200
_PLAIN, _PACKED = 1, 2  # how the cross-reference table calls objects of their own and objects within a stream


class ArchiveDocument(PDFDocument):
    """The objects of a file; ReportLab collects them, here they are completed and written."""

    Catalog: Any  # the stubs do not name it

    def __init__(self, metadata: Metadata, tree: Tree, *, is_right_to_left: bool = False) -> None:
        super().__init__(compression=True, invariant=True, lang=metadata.language_tag)
        self._tree = tree
        self._root = _Later()
        self._describe(metadata)
        catalog = self.Catalog
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        direction = {"Direction": PDFName("R2L")} if is_right_to_left else {}
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true", **direction})
        catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = PDFArray([_output_intent()])

    def _describe(self, metadata: Metadata) -> None:
        """Say the same in the old dictionary and in the packet for machines."""
        self.setTitle(metadata.title)
        self.setSubject(metadata.subject)
        for tell in (self.setAuthor, self.setCreator, self.setProducer):
            tell(PROGRAM)
        self.setDateFormatter(lambda *_: f"D:{metadata.day:%Y%m%d}")
        self.Catalog.Metadata = PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), metadata.packet())

    def addPage(self, page: PDFPage) -> None:  # noqa: N802 - ReportLab's name for the hook
        """Take a page that is drawn; its links are visited in reading order."""
        tagged: Any = page
        tagged.Contents = PDFStream(content=tagged.stream.encode("latin-1"), filters=[pdfdoc.PDFZCompress])
        tagged.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        tagged.StructParents = self._tree.turn_page()
        tagged.Tabs = PDFName("S")
        super().addPage(page)

    def format(self) -> bytes:
        """The bytes of the file."""
        catalog, info, root = map(self._number, (self.Catalog, self.info, self._root))
        bodies = self._bodies()
        for number, body in tree_objects(self._tree, root, len(bodies) + 1, self._number_of):
            bodies[number] = body
        bodies[root] = root_object(self._tree)
        return _Writing(bodies, catalog, info).whole()

    def _bodies(self) -> dict[int, bytes]:
        """What ReportLab has collected; an object may bring up others while it is written."""
        bodies: dict[int, bytes] = {}
        while name := self.numberToId.get(len(bodies) + 1):
            collected: Any = self.idToObject[name]
            bodies[len(bodies) + 1] = collected.format(self)
        return bodies

    def _number_of(self, name: str) -> int:
        return self.idToObjectNumberAndVersion[name][0]

    def _number(self, known: PDFObject) -> int:
        """The number of an object, which gets one where it has none yet."""
        reference = self.Reference(known)  # type: ignore[no-untyped-call]  # the stubs say nothing about it
        return self._number_of(reference.name)


class _Later(PDFObject):
    """An object that is known by number before it is known by content."""

    __RefOnly__ = 1

    def format(self, _document: PDFDocument) -> bytes:
        return b""


class _Writing:
    """Puts objects into a file: streams as they are, all others packed into streams (PDF 1.5 and later)."""

    def __init__(self, bodies: Mapping[int, bytes], catalog: int, info: int) -> None:
        self._bodies = bodies
        self._catalog = catalog
        self._info = info
        self._parts = [_HEAD]
        self._offset = len(_HEAD)
        self._last = len(bodies)
        self._places: dict[int, tuple[int, int, int]] = {}

    def whole(self) -> bytes:
        """All parts of the file, one after the other."""
        packed = []
        for number, body in self._bodies.items():
            if body.endswith(_STREAM_END):
                self._add(number, _with_line_end(body))
            else:
                packed.append(number)
        for first in range(0, len(packed), _OBJECTS_IN_A_STREAM):
            self._pack(packed[first : first + _OBJECTS_IN_A_STREAM])
        self._close()
        return b"".join(self._parts)

    def _next_number(self) -> int:
        self._last += 1
        return self._last

    def _add(self, number: int, body: bytes) -> None:
        self._places[number] = (_PLAIN, self._offset, 0)
        part = b"%d 0 obj\n%bendobj\n" % (number, body)
        self._parts.append(part)
        self._offset += len(part)

    def _pack(self, numbers: Sequence[int]) -> None:
        """Put objects into one stream, after a list of where each begins."""
        holder, offset, starts = self._next_number(), 0, []
        for place, number in enumerate(numbers):
            starts.append(b"%d %d" % (number, offset))
            offset += len(self._bodies[number]) + 1
            self._places[number] = (_PACKED, holder, place)
        index = b" ".join(starts) + b"\n"
        content = index + b"\n".join(self._bodies[number] for number in numbers)
        self._add(holder, _stream(b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(index)), content))

    def _close(self) -> None:
        """The table that says where each object is, itself the last of them."""
        number, start = self._next_number(), self._offset
        self._places[number] = (_PLAIN, start, 0)
        rows = b"\0" * 7 + b"".join(pack(">BIH", *self._places[each]) for each in range(1, number + 1))
        identity = sha256(b"".join(self._parts)).hexdigest()[:32].encode()
        head = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            number + 1,
            self._catalog,
            self._info,
            identity,
            identity,
        )
        self._add(number, _stream(head, rows))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(head: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\n%b" % (head, len(packed), packed, _STREAM_END)


def _with_line_end(stream: bytes) -> bytes:
    """PDF/A wants a line end before `endstream`, which ReportLab leaves out."""
    return stream.removesuffix(_STREAM_END) + b"\n" + _STREAM_END


def _output_intent() -> PDFDictionary:
    """What the colours of the sheets mean: sRGB."""
    profile = PDFStream(PDFDictionary({"N": 3}), colour_profile(), [pdfdoc.PDFZCompress])
    return PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )
