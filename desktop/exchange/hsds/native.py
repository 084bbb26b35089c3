"""Which fields of our records HSDS has words for; all others are kept beside."""

from __future__ import annotations

from typing import Any

from desktop.domain.plain import builtins
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, Status

_ALL = frozenset({"id", "record_kind", "name", "summary", "subject_ids", "target_group_ids"})
_PLACE = frozenset({"addresses", "phones", "opening_hours", "closures", "hours_note"})
NATIVE = {
    Kind.ORGANIZATION: _ALL | {"links"},
    Kind.PARTNER: _ALL | {"links"},
    Kind.MUNICIPALITY: _ALL | {"links", "desk_name", "latitude", "longitude"} | _PLACE,
    Kind.LOCATION: _ALL | {"links", "languages", "cost", "accessibility", "required_documents", "status"} | _PLACE,
    Kind.PERSON: _ALL - {"summary"} | {"role", "department", "phones"},
}
"""The kinds that HSDS can hold, and their fields that it has words for."""
STATUSES = {Status.ACTIVE: "active", Status.ENDED: "defunct", Status.ARCHIVED: "inactive"}
OFFERS = ("tasks", "offers")
"""The sections of an organisation that are services of their own."""


def beside(record: Record) -> dict[str, Any]:
    """What a record says and HSDS has no word for, with its id and its kind."""
    without = NATIVE[record.KIND] - {"record_kind", "id"}
    told = {name: value for name, value in builtins(record).items() if name not in without}
    if record.summary == record.name:
        told["summary"] = record.summary  # a description that repeats the name is taken for none
    if record.KIND is Kind.ORGANIZATION:
        return {name: value for name, value in told.items() if name not in OFFERS}
    return told


def only_email(addresses: list[dict[str, Any]], told: str | None) -> list[dict[str, Any]]:
    """The mail addresses that were kept, and before them the one that another program has put in."""
    if told is None or any(one.get("address") == told for one in addresses):
        return addresses
    return [{"address": told}, *addresses]
