"""Where two states of a record differ, field by field."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import fields, replace

from desktop.domain.record import Record

Part = object


class Difference(Struct, frozen=True):
    """A field and its two values; parts of `provenance` are told as `provenance.as_of`."""

    field: str
    before: Part
    after: Part


def differences(before: Record, after: Record) -> Iterator[Difference]:
    """The fields that differ, in the order of the record's fields; the two must be of one kind."""
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name == "provenance":
            yield from _inside(field.name, old, new)
        elif old != new:
            yield Difference(field.name, old, new)


def with_fields(record: Record, values: Mapping[str, Part]) -> Record:
    """The record with several fields changed at once, for some are only right together; raises `InvalidRecordError`."""
    whole: dict[str, Part] = {}
    parts: dict[str, dict[str, Part]] = {}
    for field, value in values.items():
        outer, _, inner = field.partition(".")
        if inner:
            parts.setdefault(outer, {})[inner] = value
        else:
            whole[outer] = value
    changed = {outer: replace(getattr(record, outer), **inner) for outer, inner in parts.items()}
    return replace(record, **whole, **changed)


def rebased(before: Record, after: Record, here: Record) -> Record | None:
    """The record `here` with what differs between the two others; `None` where it says something else there already.

    Raises `InvalidRecordError` where that does not go together with what else has changed.
    """
    if not type(before) is type(after) is type(here):
        return None
    values: dict[str, Part] = {}
    for one in differences(before, after):
        found = _value(here, one.field)
        if found not in (one.before, one.after):
            return None
        values[one.field] = one.after
    return with_fields(here, values)


def _value(record: Record, field: str) -> Part:
    outer, _, inner = field.partition(".")
    found = getattr(record, outer)
    return getattr(found, inner) if inner else found


def _inside(outer: str, before: Struct, after: Struct) -> Iterator[Difference]:
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            yield Difference(f"{outer}.{field.name}", old, new)
