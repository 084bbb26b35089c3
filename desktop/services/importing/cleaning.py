"""Records of a file as they may be kept; most are so already, which is told in a fraction of the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from desktop.domain.editing import with_numbers
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.reach import Reachable
from desktop.domain.visible import refuse_unseen, with_clean_texts
from desktop.services.importing.rows import number_of, packed, unpacked

if TYPE_CHECKING:
    from desktop.domain.record import Record

_SUSPICIOUS = re.compile(rb"\\[bfru]|\x7f|\xc2[\x80-\x9f]")
"""How JSON spells signs that steer machines; a backslash in a text only leads to a closer look."""


_UNFIT = N_("This record cannot be kept: something in it is empty, too long, or not spelled as it has to be.")


class Clean(NamedTuple):
    """A record as it may be kept, and its bytes."""

    record: Record
    body: bytes


def clean(record: Record, *, is_valid: bool = False) -> Clean:
    """The record with its numbers completed and without control characters; raises `InvalidRecordError`.

    One that is valid already is not held against the rules of its fields once more.
    """
    if isinstance(record, Reachable) and [phone for phone in record.phones if phone.e164 is None]:
        record, is_valid = with_numbers(record), False
    body = _body(record)
    if body is None or _is_suspicious(body):
        record, is_valid = with_clean_texts(record), False
        body = packed(record)
    if not is_valid:
        _refuse_invalid(record, body)
    if not is_valid or record.short_name or record.alternate_names:
        refuse_unseen(record.name, *filter(None, (record.short_name,)), *record.alternate_names)
    return Clean(record, body)


def _is_suspicious(body: bytes) -> bool:
    """Most bodies hold none of these bytes, which is told in a tenth of the time."""
    return (b"\\" in body or b"\x7f" in body or b"\xc2" in body) and _SUSPICIOUS.search(body) is not None


def _refuse_invalid(record: Record, body: bytes) -> None:
    try:
        unpacked(number_of(record.KIND), body)
    except msgspec.ValidationError as error:
        raise InvalidRecordError(_UNFIT) from error


def _body(record: Record) -> bytes | None:
    try:
        return packed(record)
    except UnicodeEncodeError:  # halves of characters
        return None
