"""Which part of a record a flag calls into question, so that its doubt can stand beside it wherever it is shown."""

from typing import Literal

from desktop.domain.provenance import Flag
from desktop.domain.record import Record
from desktop.domain.vocabulary import FlagKind

Part = Literal["addresses", "phones", "emails", "links"]
_DOUBTS = frozenset({FlagKind.OUTDATED, FlagKind.DOUBTFUL, FlagKind.ENDED})


def doubt_about(record: Record, part: Part, place: int) -> Flag | None:
    """The first flag that calls one of the addresses, numbers, mails or links outdated, doubtful or ended.

    A flag may name the one (`phones[2].raw`) or all of them (`phones`).
    """
    one = f"{part}[{place}]"
    doubts = (flag for flag in record.flags if flag.kind in _DOUBTS and flag.field)
    return next((flag for flag in doubts if flag.field == part or f"{flag.field}.".startswith(f"{one}.")), None)
