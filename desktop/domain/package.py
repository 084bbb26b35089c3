"""A package: records or notes of one office on their way to another laptop, and who vouches for them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from desktop.domain.catalogue import Catalogue
from desktop.domain.note import CounterNote
from desktop.domain.record import Name, Prose

FORMAT = 1
"""The version of the format that is written; a newer one is refused."""
SUFFIX = ".wegweiser"
"""How the names of packages end."""
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 in hexadecimal digits."""


class Cargo(StrEnum):
    """What travels: the records from the office to the laptops, or the notes of the counter back to it."""

    RECORDS = "records"
    NOTES = "notes"


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first thing that is read of a package; `number` counts up with each one that an office makes.

    `as_of` is the newest Stand of its records, `counts` says how many there are of each kind, `digests` holds one for
    each further file by its name. Times are UTC.
    """

    format: int
    cargo: Cargo
    office: Name
    number: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    made_at: datetime
    as_of: date | None = None
    change_note: Prose | None = None
    counts: dict[str, int]
    digests: dict[str, Digest]


class Signer(NamedTuple):
    """Who vouches for a package: the name it gives itself, and the 32 bytes of its Ed25519 key."""

    office: str
    public_key: bytes


class Package(NamedTuple):
    """A package whose signature and digests hold; one of notes has a catalogue without records."""

    manifest: Manifest
    signer: Signer
    catalogue: Catalogue
    notes: tuple[CounterNote, ...] = ()
