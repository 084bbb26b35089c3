"""What only Wegweiser knows of a record, carried in a property of its own; other programs pass it on unread."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.errors import N_, Message
from desktop.domain.municipality import Municipality
from desktop.domain.outgoing import Outgoing
from desktop.domain.plain import builtins, recalled, record_from
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Kind
from desktop.exchange.vcards.properties import Property

KINDS = (Location, Person, Municipality, Organization)
"""What has a card of its own."""
_FORMAT = 1
_MOST_BESIDE = 20
_NEEDS = ("organization_id", "hours_of", "belongs_to", "network_id")
_UID = re.compile(r"(?:urn:)?wegweiser-(?P<kind>[a-z]+)-(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)")
_INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What JSON lets stand and some programs take for the end of a line."""


class Own(NamedTuple):
    """A record as it was written, the digests of what was told beside it, and the records that it cannot be without."""

    record: Record
    written: Mapping[str, str]
    beside: tuple[Record, ...] = ()
    is_newer: bool = False


class _Envelope(Struct, frozen=True, kw_only=True):
    format: int
    record: dict[str, Any]
    written: dict[str, str] = {}
    beside: list[dict[str, Any]] = []


def uid_of(record: Record) -> str:
    """What a record is called in every address book."""
    return f"wegweiser-{record.KIND.value}-{record.id}"


def id_in(uid: str) -> tuple[Kind, RecordId] | None:
    """The record that a UID of ours means; programs that forget the rest of a card often keep it."""
    found = _UID.fullmatch(uid)
    if found is None or found["kind"] not in set(Kind) or len(found["id"]) > 80:
        return None
    return Kind(found["kind"]), found["id"]


class Needs:
    """Finds what records cannot be without, as far as that has no card of its own in the file."""

    def __init__(self, out: Outgoing) -> None:
        self._here = {one.id for one in out.records if isinstance(one, KINDS)}
        self._beside = out.beside

    def of(self, record: Record) -> tuple[Record, ...]:
        """The records that one needs, and those that these need, the latter first."""
        found: dict[RecordId, Record] = {}
        waiting = [record]
        while waiting and len(found) < _MOST_BESIDE:
            one = waiting.pop()
            for field in _NEEDS:
                other = self._beside.get(getattr(one, field, None) or "")
                if other is not None and other.id not in found and other.id not in self._here:
                    found[other.id] = other
                    waiting.append(other)
        return tuple(reversed(found.values()))


def carried(record: Record, written: Mapping[str, str], beside: Iterable[Record]) -> str:
    """The value of the property, not yet escaped; internal notes never leave the program."""
    envelope = _Envelope(
        format=_FORMAT,
        record=builtins(replace(record, internal_note=None)),
        written=dict(written),
        beside=[builtins(replace(one, internal_note=None)) for one in beside],
    )
    text = msgspec.json.encode(envelope).decode()
    return _INVISIBLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def own_in(one: Property) -> Own | Message:
    """What a property carries, or why it cannot be used."""
    for text in (one.value, one.text):  # some programs hand it on unescaped
        try:
            envelope = msgspec.json.decode(text, type=_Envelope)
        except (msgspec.DecodeError, RecursionError):
            continue
        try:
            return _opened(envelope)
        except (msgspec.ValidationError, ValueError, KeyError, RecursionError):
            break
    return Message(
        N_("What Wegweiser had added to this card can no longer be read; only what other programs know was taken.")
    )


def _opened(envelope: _Envelope) -> Own:
    record, is_newer = _record(envelope.record)
    if not isinstance(record, KINDS):
        raise ValueError(record.KIND)
    beside = tuple(_record(one)[0] for one in envelope.beside[:_MOST_BESIDE])
    return Own(record, envelope.written, beside, is_newer or envelope.format > _FORMAT)


def _record(values: dict[str, Any]) -> tuple[Record, bool]:
    """The record, and whether a later version wrote fields that are not known here."""
    try:
        found, is_newer = record_from(values), False
    except msgspec.ValidationError:
        found, is_newer = recalled(values), True
    return replace(found, internal_note=None), is_newer
