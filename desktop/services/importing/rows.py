"""The rows of a plan: what a file tells, put away in few bytes and read again when it is looked at."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.duplicates import Likeness, Trait
from desktop.domain.errors import Message
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind

_KINDS = tuple(Kind)
_DECODERS = {kind: msgspec.json.Decoder(RECORD_TYPES[kind]) for kind in _KINDS}
Words = tuple[str, dict[str, Any]]
"""A message as it is put away: its words and what fills them, where a tuple is a message itself."""


class Alike(Struct, frozen=True, array_like=True):
    """A record here, or an earlier row of the file (its number and its place there), that may be the same, and why."""

    name: str
    traits: tuple[tuple[Likeness, str, bool], ...]
    record_id: RecordId | None = None
    row: int | None = None
    place: int = 0
    is_weak: bool = False

    def reasons(self) -> tuple[Message, ...]:
        """What a person is told about it."""
        return tuple(Trait(*trait).words for trait in self.traits)


class Row(Struct, frozen=True, array_like=True, kw_only=True):
    """A line, row or card of the file; `kind` is the number of the kind of its record, `digest` tells its target as it
    was read.

    What cannot be read has a `reason` and the beginning of its text in the place of a record.
    """

    place: int
    kind: int = 0
    body: bytes = b""
    given: tuple[str, ...] = ()
    needs: tuple[RecordId, ...] = ()
    has_id: bool = False
    target: RecordId | None = None
    digest: bytes = b""
    alike: tuple[Alike, ...] = ()
    lost: tuple[Words, ...] = ()
    reason: Words | None = None
    text: str = ""

    @property
    def record(self) -> Record | None:
        """The record as the file tells it."""
        return unpacked(self.kind, self.body) if self.body else None

    @property
    def lost_words(self) -> tuple[Message, ...]:
        """What was left out of the record."""
        return tuple(message_of(one) for one in self.lost)

    @property
    def reason_words(self) -> Message | None:
        """Why there is no record."""
        return message_of(self.reason) if self.reason else None


_ROW = msgspec.msgpack.Decoder(Row)
_encode = msgspec.msgpack.Encoder().encode


def packed(record: Record) -> bytes:
    """A record in few bytes."""
    return msgspec.json.encode(record)


def unpacked(kind: int, body: bytes) -> Record:
    """The record in bytes made by `packed`; `kind` is the number of its kind."""
    found: Record = _DECODERS[_KINDS[kind]].decode(body)
    return found


def number_of(kind: Kind) -> int:
    """The number of a kind."""
    return _KINDS.index(kind)


def row_bytes(row: Row) -> bytes:
    """A row in few bytes."""
    return _encode(row)


def row_from(piece: bytes) -> Row:
    """The row in bytes made by `row_bytes`."""
    return _ROW.decode(piece)


def words_of(message: Message) -> Words:
    """A message as it is put away."""
    return message.msgid, {name: _plain(value) for name, value in message.params.items()}


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return words_of(value)
    return value if isinstance(value, int | float) else str(value)


def message_of(words: Words) -> Message:
    """The message in words made by `words_of`."""
    msgid, params = words
    values = {name: message_of((one[0], one[1])) if isinstance(one, list) else one for name, one in params.items()}
    return Message(msgid, **values)
