"""Reads HSDS 3 as any program writes it: lists of organisations, or of services with their organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from desktop.domain.errors import N_, ForeignFileError, Message
from desktop.domain.incoming import Unreadable
from desktop.exchange.hsds.hearing import Hearing
from desktop.exchange.hsds.nodes import Node
from desktop.exchange.json_pieces import pieces

if TYPE_CHECKING:
    from desktop.domain.incoming import Entries, Entry, Stamp

_LISTS = frozenset({"", "contents", "organizations", "services"})
_SHOWN = 80
_PATIENCE = 1_000
"""After so many that are none there are no records to be expected."""
_STRANGE = N_("This file holds no organisations and no services of HSDS. Please choose another file.")
_NO_OBJECT = N_("This is no organisation and no service.")
_NO_OWNER = N_("This service names no organisation that offers it.")


def read_hsds(file: BinaryIO, stamp: Stamp) -> Entries:
    """The records of a file; raises `ForeignFileError`."""
    hearing, has_any, has_records = Hearing(stamp), False, False
    for piece in pieces(file):
        if piece.key in _LISTS:
            has_any = has_any or isinstance(piece.value, dict)
            for found in _entries(hearing, piece.place, piece.value):
                has_records = has_records or not isinstance(found, Unreadable)
                yield found
            if not has_records and piece.place == _PATIENCE:
                raise ForeignFileError(_STRANGE)
    if not has_any:
        raise ForeignFileError(_STRANGE)


def _entries(hearing: Hearing, place: int, found: object) -> Iterator[Entry | Unreadable]:
    if not isinstance(found, dict) or not isinstance(found.get("id"), str):
        yield Unreadable(place, Message(_NO_OBJECT), str(found)[:_SHOWN])
    elif (owner := _owner(found)) is None:
        yield Unreadable(place, Message(_NO_OWNER), str(found.get("name"))[:_SHOWN])
    else:
        yield from hearing.organization(place, owner)


def _owner(found: Node) -> Node | None:
    """The organisation that is told; of a service the one that offers it, with this service alone."""
    if "status" not in found and "organization" not in found:
        return found
    owner = found.get("organization")
    if not isinstance(owner, dict) or not isinstance(owner.get("id"), str):
        return None
    return {**owner, "services": [{name: value for name, value in found.items() if name != "organization"}]}
