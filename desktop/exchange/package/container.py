"""The zip around a package: only the plain form that Wegweiser writes is read, so that nothing hides in it.

The parts lie one behind the other from the first byte on, without gap, overlap, comment or extra field; what the
directory at the end says of each must stand before it as well.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from desktop.domain.errors import N_, ForeignFileError, Message
from desktop.domain.halves import printable
from desktop.exchange.package.layout import Limits
from desktop.exchange.package.refusals import DAMAGED_PART, INCOMPLETE, NO_PACKAGE, STRANGE_PART, TOO_LARGE, refuse

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_MARK, _CENTRAL_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_DEFLATED, _ENCRYPTED = 8, 0x0001
_FILE_TYPE, _REGULAR, _LINK = 0o170000, 0o100000, 0o120000
_MOST_PARTS, _MOST_DIRECTORY_BYTES = 16, 4096
_PLAIN_NAME = re.compile(r"[a-z][a-z_]{0,40}(\.[a-z]{1,10})?")
_CHUNK = 64 * 1024


class Part(NamedTuple):
    """A part as the directory tells it: where its head is, its size packed and unpacked, its checksum.

    `raw_name` is the name in bytes, `oddity` why such a part belongs into no package, if it does not.
    """

    name: str
    raw_name: bytes
    offset: int
    flags: int
    method: int
    packed: int
    unpacked: int
    checksum: int
    oddity: str


class Container:
    """An open package file; raises `ForeignFileError` for anything that Wegweiser would not have written."""

    def __init__(self, file: BinaryIO, limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self.parts = {part.name: part for part in self._directory()}
        if sum(part.unpacked for part in self.parts.values()) > limits.unpacked_bytes:
            raise refuse(TOO_LARGE)

    def _directory(self) -> Iterator[Part]:
        size = self._file.seek(0, 2)
        if size > self._limits.file_bytes:
            raise refuse(TOO_LARGE)
        start, count, content = self._directory_bytes(size)
        seen: set[str] = set()
        end = at = 0
        for _ in range(count):
            part, at = _told(content, at)
            if part.oddity:
                raise self._strange(part, part.oddity)
            if part.name in seen:
                raise self._strange(part, N_("It is there twice."))
            seen.add(part.name)
            if part.offset != end:
                raise self._strange(part, N_("Its parts overlap, or something is hidden between them."))
            end = self._end_of(part)
            yield part
        if at != len(content) or end != start:
            raise refuse(INCOMPLETE)

    def _directory_bytes(self, size: int) -> tuple[int, int, bytes]:
        """Where the directory is, how many parts it has, and its bytes."""
        if self._bytes(0, 4) not in (_LOCAL_MARK, _END_MARK):
            raise refuse(NO_PACKAGE)
        if size < _END.size:
            raise refuse(INCOMPLETE)
        mark, *disks, here, count, length, start, comment = _END.unpack(self._bytes(size - _END.size, _END.size))
        if mark != _END_MARK or start + length + _END.size != size:
            raise refuse(INCOMPLETE)
        if any(disks) or comment or here != count or count > _MOST_PARTS or length > _MOST_DIRECTORY_BYTES:
            raise refuse(NO_PACKAGE)
        return start, count, self._bytes(start, length)

    def _end_of(self, part: Part) -> int:
        """Where a part ends whose head says the same as the directory."""
        if not self._is_told_twice(part):
            raise self._strange(part, N_("It is called or packed otherwise than the list of contents says."))
        return part.offset + _LOCAL.size + len(part.name) + part.packed

    def _is_told_twice(self, part: Part) -> bool:
        """Whether the head before a part says the same as the directory."""
        head = self._bytes(part.offset, _LOCAL.size + len(part.raw_name))
        if len(head) < _LOCAL.size + len(part.raw_name):
            return False
        mark, _, *told, extra = _LOCAL.unpack_from(head)
        flags, method, _, _, checksum, packed, unpacked, length = told
        found = (mark, flags, method, checksum, packed, unpacked, length, extra, head[_LOCAL.size :])
        sizes = (part.checksum, part.packed, part.unpacked, len(part.raw_name), 0, part.raw_name)
        return found == (_LOCAL_MARK, part.flags, part.method, *sizes)

    def _strange(self, part: Part, reason: str) -> ForeignFileError:
        """The error for a part; where directory and head do not agree, a bad stick is likelier than bad intent."""
        msgid = STRANGE_PART if self._is_told_twice(part) else DAMAGED_PART
        return refuse(msgid, part=printable(part.name, 80) or "–", reason=Message(reason))

    def chunks(self, part: Part) -> Iterator[bytes]:
        """What a part holds, piece by piece; raises at the end of one that is damaged, and at once for a bomb.

        A changed byte may make a part a little longer than was said; nothing of that is given out.
        """
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        at, end = part.offset + _LOCAL.size + len(part.name), self._end_of(part)
        done = checksum = 0
        while not unpacker.eof:
            block = unpacker.unconsumed_tail or self._bytes(at, min(_CHUNK, end - at))
            at += 0 if unpacker.unconsumed_tail else len(block)
            found = _unpacked(unpacker, block)
            done += len(found)
            checksum = zlib.crc32(found, checksum)
            used = at - part.offset - len(unpacker.unconsumed_tail)
            if done > min(part.unpacked, used * self._limits.ratio) + self._limits.free_bytes:
                raise refuse(TOO_LARGE)
            if done <= part.unpacked:
                yield found
        if at != end or unpacker.unused_data or (done, checksum) != (part.unpacked, part.checksum):
            raise refuse(INCOMPLETE)

    def content(self, name: str, most_bytes: int) -> bytes | None:
        """All that a small part holds; nothing where it is not there."""
        part = self.parts.get(name)
        if part is None:
            return None
        if part.unpacked > most_bytes:
            raise self._strange(part, N_("It is too large."))
        return b"".join(self.chunks(part))

    def _bytes(self, at: int, count: int) -> bytes:
        self._file.seek(at)
        return self._file.read(count)


def _unpacked(unpacker: zlib._Decompress, block: bytes) -> bytes:
    """A little more of what is packed."""
    try:
        found = unpacker.decompress(block, _CHUNK)
    except zlib.error as error:
        raise refuse(INCOMPLETE) from error
    if not block and not found:
        raise refuse(INCOMPLETE)
    return found


def _told(content: bytes, at: int) -> tuple[Part, int]:
    """The part that the directory tells at a place, and where it tells the next one."""
    if len(content) < at + _CENTRAL.size:
        raise refuse(INCOMPLETE)
    mark, _, _, flags, method, _, _, *sizes, length, extra, comment, disk, _, attributes, offset = _CENTRAL.unpack_from(
        content, at
    )
    if mark != _CENTRAL_MARK:
        raise refuse(INCOMPLETE)
    begin = at + _CENTRAL.size
    raw_name = content[begin : begin + length]
    name = raw_name.decode("ascii", "backslashreplace")
    oddity = _oddity(name, flags, method, attributes >> 16 & _FILE_TYPE)
    if extra or comment or disk or len(name) != length:
        oddity = oddity or N_("It carries something with it that Wegweiser does not write.")
    checksum, packed, unpacked = sizes
    return Part(name, raw_name, offset, flags, method, packed, unpacked, checksum, oddity), begin + length


def _oddity(name: str, flags: int, method: int, file_type: int) -> str:
    """Why a part is anything but a packed file with a plain name; nothing where it is one."""
    if not _PLAIN_NAME.fullmatch(name):
        return N_("Its name may lead out of the package.")
    if file_type == _LINK:
        return N_("It is a link to something else.")
    if file_type not in (0, _REGULAR):
        return N_("It is no file.")
    if flags & _ENCRYPTED:
        return N_("It is encrypted.")
    if flags or method != _DEFLATED:
        return N_("It is packed in a way that Wegweiser does not use.")
    return ""
