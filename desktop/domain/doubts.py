"""What a doubt is about: the place in a record that a flag names, and the doubt about a place that is shown."""

import re
from typing import Literal

from desktop.domain.provenance import Flag
from desktop.domain.record import Record
from desktop.domain.vocabulary import FlagKind

Part = Literal["addresses", "phones", "emails", "links"]
_DOUBTS = frozenset({FlagKind.OUTDATED, FlagKind.DOUBTFUL, FlagKind.ENDED})
_PLACE = re.compile(r"(?P<field>[a-z_]+)(\[(?P<at>[0-9]+)\])?(\.[a-z0-9_]+)?")


def doubt_about(record: Record, part: Part, place: int) -> Flag | None:
    """The first flag that calls one of the addresses, numbers, mails or links outdated, doubtful or ended.

    A flag may name the one (`phones[2].raw`) or all of them (`phones`).
    """
    one = f"{part}[{place}]"
    doubts = (flag for flag in record.flags if flag.kind in _DOUBTS and flag.field)
    return next((flag for flag in doubts if flag.field == part or f"{flag.field}.".startswith(f"{one}.")), None)


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
