"""Whether a file is a package, told by how it begins: mail programs and people name files as they like."""

from __future__ import annotations

import struct

from desktop.domain.errors import N_, ForeignFileError
from desktop.domain.package import SUFFIX
from desktop.exchange.package import layout

_HEAD = struct.Struct("<4s22xH2x")
_MARK = b"PK\x03\x04"
_PARTS = frozenset({*layout.SEALS, *(name for parts in layout.PARTS.values() for name in parts)})
_WRAPPED = N_(
    "{name} is an archive with a package in it. Nothing was changed. Unpack it first, then choose the file whose name"
    " ends in .wegweiser."
)


def is_package(beginning: bytes) -> bool:
    """Whether a file that begins like this was made as a package; whether it is sound is another question."""
    return _first_part(beginning) in _PARTS


def refuse_wrapped(beginning: bytes, name: str) -> None:
    """Raise for an archive that a package was put into, which is no reason to distrust anybody."""
    if _first_part(beginning).casefold().endswith(SUFFIX):
        raise ForeignFileError(_WRAPPED, name=name)


def _first_part(beginning: bytes) -> str:
    """The name of the first part of an archive; nothing where it is none."""
    if len(beginning) < _HEAD.size or not beginning.startswith(_MARK):
        return ""
    _, length = _HEAD.unpack_from(beginning)
    return beginning[_HEAD.size : _HEAD.size + length].decode("utf-8", "replace")
