"""Makes ICU's library of data small: of 32 MB the program needs the rules of Unicode and the order of its languages.

Needs `as` and `ld` (binutils), as PyInstaller needs `strip`; without them the library stays as it is.
"""

import re
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

_KEPT = re.compile(
    r"(?:coll/)?(?:root|de|de_DE|en|en_US|res_index|pool|ucadata)\.(?:res|icu)|(?:supplementalData|keyTypeData|likelySubtags"
    r"|timezoneTypes|metaZones|zoneinfo64|windowsZones|icustd|icuver|numberingSystems|plurals|pluralRanges|metadata"
    r"|currencyNumericCodes|dayPeriods|genderList|grammaticalFeatures|langInfo|units|tzdbNames)\.res|\w+\.(?:nrm|icu|spp)"
    r"|(?:ibm-(?:437|850|858|912|913|914|915|916|920|923|5346|5347|5348|5349|5350|5351|5352|5353|5354)\w*(?:-[\w.-]+)?"
    r"|iso-8859_\w+-\w+|windows-\w+)\.cnv|cnvalias\.icu"
)
"""Collation, properties and single-byte converters; not the names of currencies, zones and languages of the world."""
_HEADER = struct.Struct("<HBB")
_COUNT = struct.Struct("<I")
_ENTRY = struct.Struct("<II")
_ALIGNED = 16
_SYMBOL = re.compile(r"libicudata\.so\.(?P<version>\d+)$")


class Item(NamedTuple):
    """One piece of the data, by its full name."""

    name: str
    content: bytes


def begins_at(library: bytes) -> int:
    """Where the data begin in the library: a header that names itself a common table of data."""
    found = library.find(b"\xda\x27\x14\x00\x00\x00\x00\x00\x02\x00CmnD")
    return found - 2 if found >= 2 else -1


def items_of(data: bytes) -> list[Item]:
    """Every piece of a table of data."""
    start = _HEADER.unpack_from(data)[0]
    (count,) = _COUNT.unpack_from(data, start)
    pairs = [_ENTRY.unpack_from(data, start + 4 + 8 * number) for number in range(count)]
    names = [data[start + at : data.index(b"\0", start + at)].decode() for at, _ in pairs]
    ends = [offset for _, offset in pairs[1:]] + [len(data) - start]
    return [Item(name, data[start + at : start + end]) for name, (_, at), end in zip(names, pairs, ends, strict=True)]


def is_kept(name: str) -> bool:
    """Whether a piece, named behind the name of the table, is needed."""
    return _KEPT.fullmatch(name.partition("/")[2]) is not None


def table_of(header: bytes, items: list[Item]) -> bytes:
    """A table of data with these pieces, in the order of their names."""
    names_at = 4 + 8 * len(items)
    names, places = bytearray(), []
    for item in items:
        places.append(names_at + len(names))
        names += item.name.encode() + b"\0"
    body = bytearray(_padded(bytes(4 + 8 * len(items)) + names))
    _COUNT.pack_into(body, 0, len(items))
    for number, item in enumerate(items):
        _ENTRY.pack_into(body, 4 + 8 * number, places[number], len(body))
        body += _padded(item.content)
    return header + bytes(body)


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % _ALIGNED)


def shrink(library: Path) -> int:
    """Make the library small in its place; the number of bytes that were saved."""
    found = _SYMBOL.search(library.name)
    content = library.read_bytes()
    at = begins_at(content)
    if found is None or at < 0 or not (shutil.which("as") and shutil.which("ld")):
        return 0
    data = content[at:]
    header = data[: _HEADER.unpack_from(data)[0]]
    table = table_of(header, [item for item in items_of(data) if is_kept(item.name)])
    with tempfile.TemporaryDirectory() as folder:
        _link(Path(folder), table, library, f"icudt{found['version']}_dat")
    return len(content) - library.stat().st_size


def _link(folder: Path, table: bytes, library: Path, symbol: str) -> None:
    (folder / "data.bin").write_bytes(table)
    source = f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, %object\n{symbol}:\n.incbin "data.bin"\n'
    source += f".size {symbol}, . - {symbol}\n.section .note.GNU-stack\n"
    (folder / "data.s").write_text(source, encoding="ascii")
    subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)
    options = ["-shared", "-soname", library.name, "-z", "noexecstack", "--build-id=sha1", "-s"]
    subprocess.run(["ld", *options, "-o", str(library.absolute()), "data.o"], cwd=folder, check=True)
