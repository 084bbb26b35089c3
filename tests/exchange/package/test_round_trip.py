"""What an office packs is what the laptop reads, byte for byte the same each time."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.note import CounterNote
from desktop.domain.package import Cargo, Signer
from desktop.exchange.package import peek, read_package
from tests.support.packages import (
    MADE_AT,
    OFFICE,
    notes_parcel,
    office_key,
    parts_of,
    put_package,
    records_parcel,
)

NOTE = CounterNote(
    id="0" * 32, record_id="bamf-koeln", record_name="BAMF Köln", text="Fax stimmt nicht", made_at=MADE_AT, made_by="MK"
)


def test_a_package_of_records_reads_as_it_was_packed(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "Moers 1.wegweiser"
    manifest = put_package(path, records_parcel(catalogue))
    package = read_package(path)
    assert package.manifest == manifest
    assert package.signer == Signer(OFFICE, office_key().public)
    assert package.catalogue == replace(catalogue, version=1)
    assert package.notes == ()


def test_a_package_of_notes_reads_as_it_was_packed_and_has_no_records(tmp_path: Path) -> None:
    path = tmp_path / "Notizen.wegweiser"
    settled = replace(NOTE, id="1" * 32, settled_at=MADE_AT, settled_by="AB")
    put_package(path, notes_parcel(NOTE, settled))
    package = read_package(path)
    assert (package.manifest.cargo, package.manifest.counts) == (Cargo.NOTES, {"notes": 2})
    assert package.notes == (NOTE, settled)
    assert package.catalogue.records == ()


def test_a_package_tells_its_counts_and_the_newest_stand(catalogue: Catalogue, tmp_path: Path) -> None:
    first = catalogue.records[0]
    newer = replace(first, provenance=replace(first.provenance, as_of=date(2026, 11, 2)))
    changed = replace(catalogue, records=(newer, *catalogue.records[1:]))
    manifest = put_package(tmp_path / "a.wegweiser", records_parcel(changed))
    assert manifest.as_of == date(2026, 11, 2)
    assert sum(manifest.counts.values()) == len(catalogue.records)
    assert manifest.counts["municipality"] == 12


def test_the_same_cargo_with_the_same_key_gives_the_same_bytes(catalogue: Catalogue, tmp_path: Path) -> None:
    one, other = tmp_path / "a.wegweiser", tmp_path / "b.wegweiser"
    put_package(one, records_parcel(catalogue))
    put_package(other, records_parcel(catalogue))
    assert one.read_bytes() == other.read_bytes()


def test_a_look_at_a_package_tells_who_signed_it_without_reading_its_records(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "a.wegweiser"
    manifest = put_package(path, records_parcel(catalogue, number=7))
    assert peek(path) == (manifest, Signer(OFFICE, office_key().public))
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\0\0" + content[102:])
    assert peek(path).manifest.number == 7


def test_whoever_waits_is_told_how_far_the_reading_is(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "a.wegweiser"
    put_package(path, records_parcel(catalogue))
    told: list[tuple[int, int]] = []
    read_package(path, tell=lambda done, total: told.append((done, total)))
    assert told[0] == (0, len(catalogue.records))


def test_an_empty_office_makes_a_package_too(tmp_path: Path) -> None:
    path = tmp_path / "a.wegweiser"
    nothing = Catalogue(version=1, sources=(), subjects=(), target_groups=(), records=())
    put_package(path, records_parcel(nothing))
    assert read_package(path).catalogue == nothing
    assert "records.jsonl" in parts_of(path)
