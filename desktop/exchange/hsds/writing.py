"""Writes organisations, contact points and persons as HSDS 3: a list of organisations with all that is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from desktop.domain.contact import Location, Person
from desktop.domain.record import Record, RecordId
from desktop.exchange.hsds.native import NATIVE
from desktop.exchange.hsds.objects import Telling
from desktop.exchange.json_pieces import MOST_SIGNS

if TYPE_CHECKING:
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate

KINDS = frozenset(NATIVE)
_TOGETHER = 500
"""So many locations are told in one object at most."""


def write_hsds(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """Write the records that HSDS can hold, an organisation a line; all others are passed over."""
    telling = Telling(out, tr)
    told = (one for owner_id, members in _families(out) for one in _family(telling, out, owner_id, members))
    file.write(b"[")
    for number, organization in enumerate(told):
        file.write(b",\n" if number else b"\n")
        file.write(organization)
    file.write(b"\n]\n")


def _family(telling: Telling, out: Outgoing, owner_id: RecordId, members: list[Record]) -> Iterator[bytes]:
    """An organisation with all that is its own; where that is much, it goes on in further objects beside the first."""
    owner = next((one for one in members if one.id == owner_id), None)
    units = _units(members)
    for start in range(0, len(units) or 1, _TOGETHER):
        is_chosen = owner is not None and start == 0
        yield from _objects(telling, owner or out.beside[owner_id], units[start : start + _TOGETHER], is_chosen)


def _objects(telling: Telling, owner: Record, units: list[list[Record]], is_chosen: bool) -> Iterator[bytes]:
    """One object, or two for half of the members each where readers would find it too long."""
    members = [one for unit in units for one in unit]
    places = [one for one in members if isinstance(one, Location)]
    persons = [one for one in members if isinstance(one, Person)]
    told = msgspec.json.encode(telling.organization(owner, places, persons, is_chosen=is_chosen))
    if len(told) <= MOST_SIGNS or len(members) < 2:
        yield told
        return
    if len(units) == 1:
        units = [[one] for one in members]
    middle = len(units) // 2
    yield from _objects(telling, owner, units[:middle], is_chosen)
    yield from _objects(telling, owner, units[middle:], False)


def _units(members: Iterable[Record]) -> list[list[Record]]:
    """What stands together: each location with the persons to be asked for there."""
    units: dict[RecordId, list[Record]] = {one.id: [one] for one in members if isinstance(one, Location)}
    for one in members:
        if isinstance(one, Person):
            units.setdefault(one.belongs_to if one.belongs_to in units else one.id, []).append(one)
    return list(units.values())


def _families(out: Outgoing) -> Iterable[tuple[RecordId, list[Record]]]:
    """The records by the organisation that they belong to, in the order in which each is first met."""
    owned = ((_owner_id(record, out), record) for record in out.records if record.KIND in NATIVE)
    if out.by_owner:
        return ((owner_id, [one for _, one in family]) for owner_id, family in groupby(owned, itemgetter(0)))
    found: dict[RecordId, list[Record]] = {}
    for owner_id, record in owned:
        found.setdefault(owner_id, []).append(record)
    return found.items()


def _owner_id(record: Record, out: Outgoing) -> RecordId:
    """The organisation of a record; a person may belong to anything, which then stands in its place."""
    if isinstance(record, Person):
        other = out.beside[record.belongs_to]
        return other.id if isinstance(other, Person) else _owner_id(other, out)
    return record.organization_id if isinstance(record, Location) else record.id
