"""What a file from elsewhere tells about records, before a person has decided what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop.domain.contact import Organization
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.errors import N_, Message
from desktop.domain.record import Record, RecordId
from desktop.domain.vocabulary import Level, label

_LEVEL = N_("The level “{level}” was taken from the name “{name}”. Please check it.")


class Guess(NamedTuple):
    """What a file does not tell and was concluded about a record; a person is told where the record is added."""

    record_id: RecordId
    message: Message


class Entry(NamedTuple):
    """A record as a file tells it; `place` is its line, row or card there, counted from 1.

    `given` are the fields that the file speaks of; all others of a record that is here already stay as they are.
    `needs` are records that this one names and that the file tells too (the organisation of a contact point), under
    ids that hold within the file. `has_id` says that the file knows records by our ids. `lost` is what was left out.
    `is_valid` says that the record was held against all rules of its fields when it was made, and shows its name.
    `guessed` was concluded about the record itself or those that it needs.
    """

    place: int
    record: Record
    given: frozenset[str]
    needs: tuple[Record, ...] = ()
    has_id: bool = False
    lost: tuple[Message, ...] = ()
    is_valid: bool = False
    guessed: tuple[Guess, ...] = ()


class Unreadable(NamedTuple):
    """A line, row or card that no record can be made from, and the beginning of its text."""

    place: int
    reason: Message
    text: str = ""


Entries = Iterator[Entry | Unreadable]
"""Read one after the other, so that a file of any length needs little memory; raises `ForeignFileError`."""


def guessed_level(body: Record) -> tuple[Guess, ...]:
    """That the level of an organisation is concluded from its name; what a name says nothing about needs no words."""
    if not isinstance(body, Organization) or body.level is Level.INDEPENDENT:
        return ()
    return (Guess(body.id, Message(_LEVEL, level=Message(label(body.level)), name=body.name)),)


class Stamp(NamedTuple):
    """What records get that come from a file without a source of their own; no day where the clock is wrong."""

    as_of: date | None
    source: str = OWN_SOURCE.id
