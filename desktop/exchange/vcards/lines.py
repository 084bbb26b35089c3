"""The lines of a vCard file put together again, whatever cut them and however long they are."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

_CHUNK = 1 << 16
LONGEST_LINE = 1 << 20
"""Bytes of one line that are kept; pictures are far longer and nobody needs them."""
_KEPT_OF_BLOB = 200
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_QUOTED = re.compile(rb"[;:=]quoted-printable\b", re.IGNORECASE)
_BLOB = re.compile(rb"[;:=](?:base64|b)(?=[;:]|$)|^(?:[a-z0-9-]+\.)?(?:photo|logo|sound|key)[;:]", re.IGNORECASE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]+")
_OLD = re.compile(rb"version:2\.1\s*", re.IGNORECASE)
_END = re.compile(rb"\s*(?:begin|end):vcard\s*", re.IGNORECASE)


class Line(NamedTuple):
    """A line without its folds; one that is cut had more than is kept."""

    text: bytes
    is_cut: bool = False


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file in pieces, without a byte order mark; UTF-16 is made into UTF-8."""
    first = file.read(_CHUNK)
    if (codec := _UTF16.get(first[:2])) is not None:
        decode = codecs.getincrementaldecoder(codec)("replace").decode
        yield decode(first[2:]).encode("utf-8", "replace")
        while piece := file.read(_CHUNK):
            yield decode(piece).encode("utf-8", "replace")
        return
    yield first.removeprefix(codecs.BOM_UTF8)
    while piece := file.read(_CHUNK):
        yield piece


def unfolded(pieces: Iterable[bytes]) -> Iterator[Line]:
    """The lines one after the other, those of version 2.1 unfolded by its own rule; blank ones are left out."""
    is_old = False
    current: _Open | None = None
    for text in _physical(pieces):
        if current is not None and current.goes_on_with(text):
            current.add(text)
            continue
        if current is not None:
            yield (line := current.line())
            is_old = _is_old_after(line.text, is_old=is_old)
        current = _Open(text, is_old=is_old) if text.strip() else None
    if current is not None:
        yield current.line()


def _is_old_after(line: bytes, *, is_old: bool) -> bool:
    """Whether lines are folded as version 2.1 does from here on."""
    if _OLD.fullmatch(line):
        return True
    return is_old and line[:8].lower() != b"version:"


def _physical(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The lines as they stand in the file, each no longer than a byte more than is kept of it."""
    rest = b""
    for piece in pieces:
        parts = (rest + piece).splitlines(keepends=True)
        rest = parts.pop() if parts and not parts[-1].endswith(b"\n") else b""
        yield from (part.rstrip(b"\r\n")[: LONGEST_LINE + 1] for part in parts)
        if len(rest) > LONGEST_LINE + 1:
            rest = rest[: LONGEST_LINE + 1]
    if rest:
        yield rest.rstrip(b"\r\n")


class _Open:
    """A line that may go on."""

    def __init__(self, text: bytes, *, is_old: bool) -> None:
        head = text[: text.find(b":") + 1]
        self._is_old = is_old
        self._is_soft = _QUOTED.search(head) is not None
        self._is_blob = _BLOB.search(head) is not None
        self._longest = _KEPT_OF_BLOB if self._is_blob else LONGEST_LINE
        self._parts = [text]
        self._size = len(text)
        self._last = text[-1:]

    def goes_on_with(self, text: bytes) -> bool:
        """Whether a line belongs to this one: it is indented, follows a soft break, or is a piece of a picture."""
        if self._is_soft and self._last == b"=":
            return bool(text) and not _END.fullmatch(text)
        if text[:1] in (b" ", b"\t"):
            return not (self._is_old and not text.strip())
        return self._is_blob and b":" not in text and _BASE64.fullmatch(text[:_KEPT_OF_BLOB]) is not None

    def add(self, text: bytes) -> None:
        """Take a line in; what would make it too long is only counted."""
        self._last = text[-1:]
        if self._is_soft and self._parts[-1].endswith(b"="):
            self._parts[-1] = self._parts[-1][:-1]
            more = text
        else:
            more = b" " + text.lstrip() if self._is_old else text[1:]
        if self._size <= self._longest:
            self._parts.append(more)
        self._size += len(more)

    def line(self) -> Line:
        """The whole of it."""
        text = b"".join(self._parts)
        return Line(text[: self._longest], self._size > self._longest and not self._is_blob)
