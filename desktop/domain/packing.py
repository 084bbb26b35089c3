"""What goes into a package, and what of it is new to those who have the last one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from desktop.domain.package import Manifest
from desktop.domain.record import RecordId

ARCHIVED = "-"
"""Behind the print of a record that is not in use any more."""
Prints = Mapping[RecordId, str]
"""What tells one state of a record from all others, by its id."""


class PackageOrder(NamedTuple):
    """How a package is wanted: where, what those who get it read first, and whether internal notes go with it."""

    path: Path
    change_note: str = ""
    has_internal_notes: bool = False


class News(NamedTuple):
    """How many records are otherwise than in the last package."""

    new: int = 0
    changed: int = 0
    archived: int = 0
    gone: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything has changed at all."""
        return any(self)


class Proposal(NamedTuple):
    """What the next package would be; `since` is the number of the last one, or 0 before the first.

    `notes` counts those of the counter, which would be package `notes_number`. Without a fingerprint the key is made
    with the first package.
    """

    office: str
    number: int
    since: int
    total: int
    news: News
    change_note: str
    notes: int
    notes_number: int
    fingerprint: str


class Packed(NamedTuple):
    """A package that lies where it was wanted."""

    path: Path
    manifest: Manifest
    size: int
    fingerprint: str


def news_between(before: Prints, now: Prints) -> News:
    """What is new, changed, archived and gone; a record that was archived counts as that alone."""
    return News(
        new=sum(1 for record_id in now if record_id not in before),
        changed=sum(1 for is_archived in _changed(before, now) if not is_archived),
        archived=sum(1 for is_archived in _changed(before, now) if is_archived),
        gone=sum(1 for record_id in before if record_id not in now),
    )


def _changed(before: Prints, now: Prints) -> Iterator[bool]:
    """For each record that is otherwise than before, whether it was archived since."""
    for record_id, is_now in now.items():
        was = before.get(record_id, is_now)
        if was != is_now:
            yield is_now.endswith(ARCHIVED) and not was.endswith(ARCHIVED)
