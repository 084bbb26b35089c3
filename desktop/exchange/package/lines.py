"""The parts of a package: a value a line. A line that is none is refused with its number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

import msgspec

from desktop.domain.catalogue import RECORD_TYPES
from desktop.domain.errors import N_, ForeignFileError, InvalidRecordError, Message
from desktop.domain.record import Record
from desktop.domain.visible import refuse_unseen, with_clean_texts
from desktop.exchange.package.layout import Limits
from desktop.exchange.package.refusals import LINE, wrong

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder()
_HEAD = re.compile(rb'\{"record_kind":"([a-z]+)",')
_PERHAPS_STEERING = re.compile(rb"\\u00[0189a-f]|\\u007f|\\[bfr]|\x7f|\xc2[\x80-\x9f]", re.IGNORECASE)
_SUSPICIOUS = (b"\\", b"\x7f", b"\xc2")
"""A line without any of these has no sign that steers; most have none."""
_UNREADABLE = N_("What stands there is no valid value.")
_TOO_MANY = N_("There are more than any office has.")


def values_in(name: str, chunks: Iterable[bytes], made: Callable[[bytes], T], limits: Limits) -> Iterator[T]:
    """What `made` makes of each line; raises `ForeignFileError` at the first one of which it makes nothing."""
    for number, line in enumerate(_lines(name, chunks, limits), 1):
        if number > limits.lines:
            raise wrong(name, Message(_TOO_MANY))
        try:
            yield made(line)
        except (ValueError, RecursionError) as error:
            raise _wrong_line(name, number, error) from error


def _lines(name: str, chunks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        if len(rest) > limits.line_bytes:
            raise wrong(name, Message(N_("A line is longer than any record.")))
    if rest:
        raise wrong(name, Message(N_("The last line has no end.")))


def _wrong_line(name: str, number: int, error: Exception) -> ForeignFileError:
    """The words of our own rules, where one of them was broken; what the library says helps nobody at a desk."""
    rule = error if isinstance(error, InvalidRecordError) else error.__cause__
    place = Message(LINE, part=name, line=number)
    if isinstance(rule, InvalidRecordError):
        return wrong(place, rule.message)
    return wrong(place, Message(_UNREADABLE))


def record_line(record: Record) -> bytes:
    """A record with the word for its kind first: which one it is has to be known before it can be read."""
    return b'{"record_kind":"%s",%s' % (record.KIND.value.encode(), _ENCODER.encode(record)[1:])


def record_in(line: bytes) -> Record:
    """The record in a line made by `record_line`; raises `ValueError` for anything else."""
    record = known_record_in(line)
    demand_clean(record, line)
    return record


def known_record_in(line: bytes) -> Record:
    """The same for a line that was looked through before."""
    head = _HEAD.match(line)
    made = _decoders().get(head[1]) if head else None
    if head is None or made is None:
        raise ValueError("not a record")
    return made(b"{" + line[head.end() :])


def demand_clean(record: Record, line: bytes) -> None:
    """Raise `InvalidRecordError` for names that show nothing, and for signs that steer machines.

    A look at the line tells nearly always that there are none; to go through all texts takes ten times as long.
    """
    refuse_unseen(record.name, *filter(None, (record.short_name,)), *record.alternate_names)
    if not any(map(line.__contains__, _SUSPICIOUS)) or not _PERHAPS_STEERING.search(line):
        return
    if with_clean_texts(record) != record:
        raise InvalidRecordError(N_("A text has signs in it that cannot be seen."))


@cache
def _decoders() -> dict[bytes, Callable[[bytes], Record]]:
    return {kind.value.encode(): struct_in(made) for kind, made in RECORD_TYPES.items()}


def value_line(value: object) -> bytes:
    """Any other value in a line."""
    return _ENCODER.encode(value)


def struct_in(kind: type[T]) -> Callable[[bytes], T]:
    """What makes a value of this kind from a line."""
    return msgspec.json.Decoder(kind).decode
