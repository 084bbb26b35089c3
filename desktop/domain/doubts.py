"""What a doubt is about: the place in the record that it names."""

import re

from desktop.domain.provenance import Flag
from desktop.domain.record import Record

_PLACE = re.compile(r"(?P<field>[a-z_]+)(\[(?P<at>[0-9]+)\])?(\.[a-z0-9_]+)?")


def doubted(record: Record, flag: Flag) -> tuple[str, object] | None:
    """The field that a doubt is about and what stands there now; of a field with parts the part that is meant.

    `None` where the doubt is about the record as a whole, or about something that is no longer there.
    """
    place = _PLACE.fullmatch(flag.field or "")
    if place is None or place["field"] not in record.__struct_fields__:
        return None
    value = getattr(record, place["field"])
    if place["at"] is None:
        return place["field"], value
    at = int(place["at"])
    return (place["field"], value[at]) if isinstance(value, tuple) and at < len(value) else None
