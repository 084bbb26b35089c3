"""What a person does to records, as changes that can be told and undone."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.catalogue import needs
from desktop.domain.contact import Location
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.phone import completed
from desktop.domain.plain import builtins, record_from
from desktop.domain.provenance import Flag, Source
from desktop.domain.reach import Reachable
from desktop.domain.record import Record, RecordId

OWN_SOURCE = Source(id="eigene-angaben", title="Eigene Angaben der Servicestelle", publisher="Servicestelle")
"""Where records come from that were made at the desk."""
_PLACE = re.compile(r"(?P<field>[a-z_]+)\[(?P<at>[0-9]+)\](\.(?P<part>[a-z0-9_]+))?")


class ConflictError(ExpectedError):
    """Somebody else changed the record meanwhile; `theirs` is what it is now, `None` where it is gone."""

    def __init__(self, name: str, theirs: Record | None) -> None:
        super().__init__(
            N_(
                "“{name}” was changed meanwhile by somebody else. Nothing was saved. Compare both versions and decide"
                " which one to keep."
            ),
            name=name,
        )
        self.theirs = theirs


class ReferredError(ExpectedError):
    """A record cannot be deleted because others could not be without it; `names` are theirs."""

    def __init__(self, name: str, names: Iterable[str]) -> None:
        listed = ", ".join(f"„{one}“" for one in names)
        super().__init__(
            N_("“{name}” cannot be deleted: {others} belong to it. Archive it, or delete those first."),
            name=name,
            others=listed,
        )


class Referring(Struct, frozen=True):
    """Who names a record: those that cannot be without it, and those that only point to it."""

    dependent: tuple[Record, ...]
    pointing: tuple[Record, ...]


def sorted_by_need(record_id: RecordId, records: Iterable[Record]) -> Referring:
    """The records that name `record_id`, told apart by whether they can be without it."""
    dependent: list[Record] = []
    pointing: list[Record] = []
    for record in records:
        (dependent if record_id in needs(record) else pointing).append(record)
    return Referring(tuple(dependent), tuple(pointing))


def pointing_no_more(record: Record, gone: RecordId) -> Record:
    """The record without its link to one that goes."""
    return replace(record, related_ids=tuple(other for other in record.related_ids if other != gone))


def pointing_elsewhere(record: Record, old: RecordId, new: RecordId) -> Record:
    """The record with every reference to `old` leading to `new`; none to itself and none twice is left."""
    related = dict.fromkeys(new if other == old else other for other in record.related_ids)
    related.pop(record.id, None)
    changed = replace(record, related_ids=tuple(related))
    for field in ("organization_id", "hours_of", "belongs_to", "network_id"):
        if getattr(changed, field, None) == old:
            changed = replace(changed, **{field: new})
    return changed


def with_hours_of(record: Record, gone: Record) -> Record:
    """The record with hours of its own where it took over those of one that goes."""
    if not isinstance(record, Location) or not isinstance(gone, Location) or record.hours_of != gone.id:
        return record
    further = gone.hours_of if gone.hours_of != record.id else None
    return replace(record, hours_of=further, opening_hours=gone.opening_hours, hours_note=gone.hours_note)


def with_numbers(record: Record) -> Record:
    """The record with each telephone number completed; raises `InvalidRecordError`."""
    if not isinstance(record, Reachable):
        return record
    return replace(record, phones=tuple(completed(phone) for phone in record.phones))


def without_flag(record: Record, flag: Flag) -> Record:
    """The record without one of its doubts; raises `ExpectedError` where it has been settled."""
    flags = list(record.flags)
    if flag not in flags:
        raise ExpectedError(N_("This doubt of “{name}” has already been settled."), name=record.name)
    flags.remove(flag)
    return replace(record, flags=tuple(flags))


def with_proposal(record: Record, flag: Flag) -> Record:
    """The record with what a doubt proposes in its place, and without the doubt.

    A number, an address or a link counts as one that works from then on. Raises `ExpectedError` where the doubt does
    not say which value is meant.
    """
    place = _PLACE.fullmatch(flag.field or "")
    if flag.proposal is None or (place is None and flag.field not in record.__struct_fields__):
        raise ExpectedError(N_("This doubt proposes nothing that could be taken over. Please edit the record."))
    values = builtins(without_flag(record, flag))
    if place is None:
        values[flag.field or ""] = flag.proposal
    else:
        _set(values, place["field"], int(place["at"]), place["part"], flag.proposal)
    return with_numbers(_converted(values))


def _set(values: dict[str, Any], field: str, at: int, part: str | None, proposal: str) -> None:
    found = values.get(field, [])
    if at >= len(found) or part is None:
        raise ExpectedError(N_("This doubt proposes nothing that could be taken over. Please edit the record."))
    found[at][part] = proposal
    if part in {"raw", "address"}:
        for name in ("status", "reason", "proposal", "e164", "display"):
            found[at].pop(name, None)


def _converted(values: dict[str, Any]) -> Record:
    try:
        return record_from(values)
    except msgspec.ValidationError as error:
        raise ExpectedError(N_("The proposal does not fit into the record. Please edit the record.")) from error
