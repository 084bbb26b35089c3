"""Packages as an office makes them, without a file."""

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.note import CounterNote
from desktop.domain.package import FORMAT, Cargo, Manifest, Package, Signer
from desktop.domain.record import Record

KEY = bytes(range(32))
OFFICE = "Servicestelle Moers"
MADE_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def package_of(
    catalogue: Catalogue,
    number: int = 1,
    *,
    key: bytes = KEY,
    office: str = OFFICE,
    notes: Iterable[CounterNote] = (),
    cargo: Cargo = Cargo.RECORDS,
    change_note: str | None = None,
) -> Package:
    """A package of which everything holds; one of notes has no records."""
    if cargo is Cargo.NOTES:
        catalogue = replace(catalogue, records=(), subjects=(), target_groups=(), sources=(), synonyms=())
    manifest = Manifest(
        format=FORMAT,
        cargo=cargo,
        office=office,
        number=number,
        made_at=MADE_AT,
        change_note=change_note,
        counts={},
        digests={},
    )
    return Package(manifest, Signer(office, key), catalogue, tuple(notes))


def with_records(catalogue: Catalogue, *changed: Record, without: Iterable[str] = ()) -> Catalogue:
    """The catalogue with other states of some records, and without others."""
    new, gone = {record.id: record for record in changed}, set(without)
    kept = [new.pop(record.id, record) for record in catalogue.records if record.id not in gone]
    return replace(catalogue, records=(*kept, *new.values()))
