"""Writes organisations, contact points and persons as HSDS 3: a list of organisations with all that is theirs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from desktop.domain.contact import Location, Person
from desktop.domain.record import Record, RecordId
from desktop.exchange.hsds.native import NATIVE
from desktop.exchange.hsds.objects import Telling

if TYPE_CHECKING:
    from desktop.domain.outgoing import Outgoing
    from desktop.i18n import Translate

KINDS = frozenset(NATIVE)


def write_hsds(out: Outgoing, file: BinaryIO, tr: Translate) -> None:
    """Write the records that HSDS can hold, an organisation a line; all others are passed over."""
    telling = Telling(out, tr)
    file.write(b"[")
    for number, (owner_id, members) in enumerate(_families(out)):
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
