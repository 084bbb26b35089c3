"""Records of a file as they may be kept; most are so already, which is told in a fraction of the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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


def clean(record: Record) -> Record:
    """The record with its numbers completed and without control characters; raises `InvalidRecordError`."""
    if isinstance(record, Reachable) and any(phone.e164 is None for phone in record.phones):
        record = with_numbers(record)
    body = _body(record)
    if body is None or _SUSPICIOUS.search(body):
        record = with_clean_texts(record)
        body = packed(record)
    try:
        unpacked(number_of(record.KIND), body)
    except msgspec.ValidationError as error:
        raise InvalidRecordError(_UNFIT) from error
    refuse_unseen(record.name, *filter(None, (record.short_name,)), *record.alternate_names)
    return record


def _body(record: Record) -> bytes | None:
    try:
        return packed(record)
    except UnicodeEncodeError:  # halves of characters
        return None
