"""What may become of a record that a file tells: added, taken over in part, found to be the same, or left out."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from desktop.domain.difference import with_fields
from desktop.domain.errors import N_
from desktop.domain.record import Record


class Found(StrEnum):
    """How what a file tells stands to what is here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    UNREADABLE = "unreadable"


class Decision(StrEnum):
    """What becomes of it; what is still open is left out."""

    OPEN = "open"
    NEW = "new"
    UPDATE = "update"
    FILL = "fill"
    SAME = "same"
    SKIP = "skip"


FOUND_LABELS: dict[Found, str] = {
    Found.NEW: N_("not here yet"),
    Found.CHANGED: N_("here, with other details"),
    Found.SAME: N_("here just so"),
    Found.DOUBTFUL: N_("perhaps here already"),
    Found.UNREADABLE: N_("cannot be read"),
}
DECISION_LABELS: dict[Decision, str] = {
    Decision.OPEN: N_("to decide"),
    Decision.NEW: N_("Add"),
    Decision.UPDATE: N_("Update"),
    Decision.FILL: N_("Only fill gaps"),
    Decision.SAME: N_("The same"),
    Decision.SKIP: N_("Leave out"),
}
NOTHING_READABLE = N_("Nothing in this file can be read as a contact. Is it the file that was meant?")
_MAY = {
    (Found.NEW, False): (Decision.NEW, Decision.SKIP),
    (Found.CHANGED, True): (Decision.UPDATE, Decision.FILL, Decision.SKIP),
    (Found.SAME, True): (Decision.SAME,),
    (Found.DOUBTFUL, True): (Decision.NEW, Decision.UPDATE, Decision.FILL, Decision.SAME, Decision.SKIP),
    (Found.DOUBTFUL, False): (Decision.NEW, Decision.SAME, Decision.SKIP),
    (Found.UNREADABLE, False): (Decision.SKIP,),
}
CHANGING = frozenset({Decision.NEW, Decision.UPDATE, Decision.FILL})
"""The decisions by which something is written."""


class Replacement(NamedTuple):
    """A field with what it says here and what it would say."""

    field: str
    here: object
    told: object


def possible(found: Found, *, has_target: bool) -> tuple[Decision, ...]:
    """What a person may decide; with a target there is a record here that may be meant."""
    return _MAY[found, has_target]


def replacements(here: Record, told: Record, given: Iterable[str]) -> tuple[Replacement, ...]:
    """Where a file says something else, in the order of the record's fields; what it does not speak of stays."""
    known = set(given) - {"id"}
    pairs = (Replacement(field, value_of(here, field), value_of(told, field)) for field in _in_order(here, known))
    return tuple(one for one in pairs if one.here != one.told)


def filling(differing: Iterable[Replacement]) -> frozenset[str]:
    """The fields that say nothing here yet."""
    return frozenset(one.field for one in differing if one.here is None or one.here == ())


def updated(here: Record, told: Record, fields: Iterable[str]) -> Record:
    """The record with these fields as the file has them; raises `InvalidRecordError` where they do not fit together."""
    return with_fields(here, {field: value_of(told, field) for field in fields})


def value_of(record: Record, field: str) -> object:
    """What a record says in a field; parts of the provenance are named `provenance.as_of`."""
    outer, _, inner = field.partition(".")
    found: object = getattr(record, outer)
    return getattr(found, inner) if inner else found


def _in_order(record: Record, fields: set[str]) -> list[str]:
    order = {name: at for at, name in enumerate(record.__struct_fields__)}
    return sorted(fields, key=lambda field: (order[field.partition(".")[0]], field))
