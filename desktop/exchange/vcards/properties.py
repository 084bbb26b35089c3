"""One property of a vCard: its name, its parameters and its value as text."""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop.exchange.vcards.lines import Line

_HEAD = re.compile(rb'((?:[^":]|"[^"]*")*+):', re.DOTALL)
_PIECE = re.compile(r'(?:[^";]|"[^"]*"|")++')
_NAME = re.compile(r"(?:(?P<group>[A-Za-z0-9_-]+)\.)?(?P<name>[A-Za-z0-9_-]+)")
_OCTET = re.compile(rb"=([0-9A-Fa-f]{2})")
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_OLD_ESCAPE = re.compile(r"\\([;,:\\])")
_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT"}
_MOST_COMPONENTS = 20
_MOST_LISTED = 1_000
"""Of the parts of a value; no address, name or organisation has as many."""
_VALUES = {"INLINE", "URL", "CID", "CONTENT-ID"}
_CHARSETS = {"utf-8", "iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15", "cp1250", "cp1251", "cp1252", "cp1254"}
"""Those that address books write; Python knows some that take hours over hostile bytes."""


class Property(NamedTuple):
    """A property; `value` is decoded and still escaped, `types` are in small letters and in the order of the file."""

    name: str
    value: str
    group: str = ""
    types: tuple[str, ...] = ()
    params: tuple[tuple[str, str], ...] = ()
    is_old: bool = False
    is_cut: bool = False

    @property
    def text(self) -> str:
        """The value as one text."""
        return _unescaped(self.value, is_old=self.is_old)

    def components(self) -> list[str]:
        """The parts between semicolons; a list within one is joined by commas."""
        parts = _split(self.value, ";", _MOST_COMPONENTS)[:_MOST_COMPONENTS]
        return [", ".join(filter(None, (one.strip() for one in self._parts(part, ",")))) for part in parts]

    def listed(self) -> list[str]:
        """The entries between commas, and between semicolons, which some programs write."""
        return [
            text
            for part in _split(self.value, ",", _MOST_LISTED)[:_MOST_LISTED]
            for one in self._parts(part, ";")
            if (text := one.strip())
        ]

    def param(self, name: str) -> str:
        """The value of a parameter, or nothing."""
        return next((value for key, value in self.params if key == name), "")

    def _parts(self, text: str, sign: str) -> Iterator[str]:
        if self.is_old and sign == ",":
            yield _unescaped(text, is_old=True)
            return
        for part in _split(text, sign):
            yield _unescaped(part, is_old=self.is_old)


def property_in(line: Line, *, is_old: bool) -> Property | None:
    """The property that a line holds, if it holds one; `is_old` for version 2.1."""
    found = _HEAD.match(line.text)
    head, value = (found[1], line.text[found.end() :]) if found else _at_first_colon(line.text)
    name, *pieces = _PIECE.findall(_decoded(head, "")) or [""]
    named = _NAME.fullmatch(name.strip())
    if named is None or not (found or b":" in line.text):
        return None
    params = tuple(pair for piece in pieces for pair in _params(piece))
    given = dict(params)
    if given.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _OCTET.sub(lambda octet: bytes.fromhex(octet[1].decode()), value.rstrip(b"="))
    return Property(
        name=named["name"].upper(),
        value=_decoded(value, given.get("CHARSET", "")),
        group=(named["group"] or "").lower(),
        types=tuple(kind.lower() for key, kind in params if key == "TYPE"),
        params=params,
        is_old=is_old,
        is_cut=line.is_cut,
    )


def _at_first_colon(text: bytes) -> tuple[bytes, bytes]:
    """Head and value where a quotation mark is never closed."""
    head, _, value = text.partition(b":")
    return head, value


def _params(piece: str) -> Iterator[tuple[str, str]]:
    """The parameters that stand between two semicolons; in version 2.1 a value may stand without its name."""
    key, sign, value = piece.strip().partition("=")
    if not sign:
        bare = key.strip().upper()
        yield ("ENCODING" if bare in _ENCODINGS else "VALUE" if bare in _VALUES else "TYPE"), key.strip()
        return
    key = key.strip().upper()
    value = value.strip()
    several = value.replace('"', "").split(",") if key == "TYPE" else [value.strip('"')]
    for one in several:
        yield key, _CARET.sub(lambda sign: _CARETS[sign[1]], one.strip())


def _decoded(text: bytes, charset: str) -> str:
    """The text in the character set that is named; where none is, UTF-8, and else what Windows writes."""
    codec = _codec(charset)
    for candidate in (codec, "utf-8"):
        try:
            return text.decode(candidate)
        except UnicodeDecodeError:
            continue
    return text.decode("cp1252", "replace")


@lru_cache(maxsize=64)
def _codec(charset: str) -> str:
    """The codec of a character set; ISO 8859-1 is read as its Windows variant, which is what is meant."""
    try:
        name = codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError, UnicodeError):
        return "utf-8"
    if name not in _CHARSETS:
        return "utf-8"
    return "cp1252" if name == "iso8859-1" else name


def _split(text: str, sign: str, most: int = -1) -> list[str]:
    """The parts between a sign that is not escaped; behind so many of them the rest is one."""
    if "\\" not in text:
        return text.split(sign, most)
    parts: list[str] = []
    start = at = 0
    while at < len(text) and len(parts) != most:
        if text[at] == "\\":
            at += 1
        elif text[at] == sign:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def _unescaped(text: str, *, is_old: bool) -> str:
    if "\\" not in text:
        return text
    if is_old:
        return _OLD_ESCAPE.sub(r"\1", text)
    if "\0" in text:
        return _ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], text)
    apart = text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\N", "\n")  # quicker than sign by sign
    return apart.replace("\\", "").replace("\0", "\\")
