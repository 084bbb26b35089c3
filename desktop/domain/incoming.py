"""What a file from elsewhere tells about records, before a person has decided what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop.domain.editing import OWN_SOURCE
from desktop.domain.errors import Message
from desktop.domain.record import Record


class Entry(NamedTuple):
    """A record as a file tells it; `place` is its line, row or card there, counted from 1.

    `given` are the fields that the file speaks of; all others of a record that is here already stay as they are.
    `needs` are records that this one names and that the file tells too (the organisation of a contact point), under
    ids that hold within the file. `has_id` says that the file knows records by our ids. `lost` is what was left out.
    `is_valid` says that the record was held against all rules of its fields when it was made, and shows its name.
    """

    place: int
    record: Record
    given: frozenset[str]
    needs: tuple[Record, ...] = ()
    has_id: bool = False
    lost: tuple[Message, ...] = ()
    is_valid: bool = False


class Unreadable(NamedTuple):
    """A line, row or card that no record can be made from, and the beginning of its text."""

    place: int
    reason: Message
    text: str = ""


Entries = Iterator[Entry | Unreadable]
"""Read one after the other, so that a file of any length needs little memory; raises `ForeignFileError`."""


class Stamp(NamedTuple):
    """What records get that come from a file without a source of their own; no day where the clock is wrong."""

    as_of: date | None
    source: str = OWN_SOURCE.id
