"""Writes organisations, contact points and persons as HSDS 3: a list of organisations with all that is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import msgspec

from desktop.domain.contact import Location, Person
from desktop.domain.record import Record, RecordId
from desktop.exchange.hsds.native import NATIVE
from desktop.exchange.hsds.objects import Telling

if TYPE_CHECKING:
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate

KINDS = frozenset(NATIVE)


class _Family(NamedTuple):
    """Where among the records an organisation, its locations and its persons stand."""

    places: list[int]


def write_hsds(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """Write the records that HSDS can hold, an organisation a line; all others are passed over."""
    telling = Telling(out, tr)
    file.write(b"[")
    for number, (owner_id, family) in enumerate(_families(out).items()):
        members = [out.records[place] for place in family.places]
        owner = next((one for one in members if one.id == owner_id), None)
        told = telling.organization(
            owner or out.beside[owner_id],
            [one for one in members if isinstance(one, Location)],
            [one for one in members if isinstance(one, Person)],
            is_chosen=owner is not None,
        )
        file.write(b",\n" if number else b"\n")
        file.write(msgspec.json.encode(told))
    file.write(b"\n]\n")


def _families(out: Outgoing) -> dict[RecordId, _Family]:
    """The records by the organisation that they belong to, in the order in which each is first met."""
    found: dict[RecordId, _Family] = {}
    for place, record in enumerate(out.records):
        if record.KIND in NATIVE:
            found.setdefault(_owner_id(record, out), _Family([])).places.append(place)
    return found


def _owner_id(record: Record, out: Outgoing) -> RecordId:
    """The organisation of a record; a person may belong to anything, which then stands in its place."""
    if isinstance(record, Person):
        other = out.beside[record.belongs_to]
        return other.id if isinstance(other, Person) else _owner_id(other, out)
    return record.organization_id if isinstance(record, Location) else record.id
