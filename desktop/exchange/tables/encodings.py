"""Which signs the bytes of a file of text stand for."""

import codecs
from pathlib import Path

from desktop.domain.errors import N_, ForeignFileError

ENCODING_NAMES = {
    "utf-8-sig": "UTF-8",
    "cp1252": "Windows (1252)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp850": "DOS (850)",
    "mac-roman": "Mac Roman",
    "iso-8859-15": "ISO 8859-15",
}
"""Those that a person may choose, with their names; the first five are found without help."""
_CHUNK = 1024 * 1024
_HEAD = 4096
_FEW = 0.1
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", N_("This is a workbook of an old Excel. Open it there and save it as “.xlsx”.")),
    (b"%PDF", N_("This is a PDF, not a table. Ask for the table that it was made from.")),
    (b"{\\rtf", N_("This is a text of a word processor, not a table. Save the table as “.xlsx” or “.csv”.")),
)


def encoding_of(path: Path) -> str:
    """The encoding of a file: as its first bytes say, else UTF-8 where all of it is, else that of Windows."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for beginning, refusal in _OTHERS:
        if head.startswith(beginning):
            raise ForeignFileError(refusal)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if (wide := _wide(head)) is not None:
        return wide
    return "utf-8-sig" if _is_utf8(path) or _is_mostly_utf8(path) else "cp1252"


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark, told by a zero beside every Latin letter; other zeros are those of no text."""
    zeros = head.count(0)
    if zeros <= len(head) * _FEW:
        return None
    odd = head[1::2].count(0)
    if odd > 0.9 * zeros and zeros > len(head) / 4:
        return "utf-16-le"
    if odd < 0.1 * zeros and zeros > len(head) / 4:
        return "utf-16-be"
    raise ForeignFileError(N_("This file holds no text and no workbook. Save the table as “.xlsx” or “.csv”."))


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(path: Path) -> bool:
    """Lists that somebody put together from several: what fits the fewer lines shows there that it cannot be read."""
    fits = 0
    with path.open("rb") as file:
        while line := file.readline(_CHUNK):
            if not line.isascii():
                fits += 1 if _is_text(line) else -1
    return fits > 0


def _is_text(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
