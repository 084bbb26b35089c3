"""What a doubt is about: the place in the record that it names."""

import re

from desktop.domain.provenance import Flag
from desktop.domain.record import Record

_PLACE = re.compile(r"(?P<field>[a-z_]+)(\[(?P<at>[0-9]+)\])?(\.[a-z0-9_]+)?")


def place_of(path: str) -> tuple[str, int | None] | None:
    """The field that a path such as `phones[0].raw` begins with, and which of its parts is meant, if it says so."""
    found = _PLACE.fullmatch(path)
    return (found["field"], int(found["at"]) if found["at"] else None) if found else None


def doubted(record: Record, flag: Flag) -> tuple[str, object] | None:
    """The field that a doubt is about and what stands there now; of a field with parts the part that is meant.

    `None` where the doubt is about the record as a whole, or about something that is no longer there.
    """
    place = place_of(flag.field or "")
    if place is None or place[0] not in record.__struct_fields__:
        return None
    field, at = place
    value = getattr(record, field)
    if at is None:
        return field, value
    return (field, value[at]) if isinstance(value, tuple) and at < len(value) else None
