"""Writes a package piece by piece; the same cargo with the same key gives the same bytes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import BinaryIO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from desktop.domain.note import CounterNote
from desktop.domain.package import FORMAT, Cargo, Manifest
from desktop.domain.provenance import Source
from desktop.domain.record import Record, Term
from desktop.domain.synonym import Synonym
from desktop.exchange.package import layout
from desktop.exchange.package.keys import SigningKey
from desktop.exchange.package.lines import record_line, value_line

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


class Parcel(NamedTuple):
    """What goes into a package; each part is gone through once, when its turn comes."""

    cargo: Cargo
    office: str
    number: int
    made_at: datetime
    change_note: str | None = None
    sources: Iterable[Source] = ()
    subjects: Iterable[Term] = ()
    target_groups: Iterable[Term] = ()
    synonyms: Iterable[Synonym] = ()
    records: Iterable[Record] = ()
    notes: Iterable[CounterNote] = ()


class _Tally:
    """Counts what goes past."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.as_of: date | None = None

    def of_records(self, records: Iterable[Record]) -> Iterator[bytes]:
        """The records as they are written."""
        for record in records:
            self.counts[record.KIND.value] += 1
            if (told := record.provenance.as_of) is not None:
                self.as_of = max(told, self.as_of or told)
            yield record_line(record)

    def of_notes(self, notes: Iterable[CounterNote]) -> Iterator[bytes]:
        """The notes as they are written."""
        for note in notes:
            self.counts[layout.NOTES_COUNT] += 1
            yield value_line(note)


def write_package(parcel: Parcel, key: SigningKey, file: BinaryIO) -> Manifest:
    """Write a package to an empty file that can be gone about in; what it says of itself comes last."""
    tally = _Tally()
    lines: dict[str, Iterable[bytes]] = {
        layout.SOURCES: map(value_line, parcel.sources),
        layout.SUBJECTS: map(value_line, parcel.subjects),
        layout.TARGET_GROUPS: map(value_line, parcel.target_groups),
        layout.SYNONYMS: map(value_line, parcel.synonyms),
        layout.RECORDS: tally.of_records(parcel.records),
        layout.NOTES: tally.of_notes(parcel.notes),
    }
    with ZipFile(file, "w", ZIP_DEFLATED) as target:
        digests = {name: _put_lines(target, name, lines[name]) for name in layout.PARTS[parcel.cargo]}
        manifest = Manifest(
            format=FORMAT,
            cargo=parcel.cargo,
            office=parcel.office,
            number=parcel.number,
            made_at=parcel.made_at,
            as_of=tally.as_of,
            change_note=parcel.change_note,
            counts=dict(sorted(tally.counts.items())),
            digests=digests,
        )
        content = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
        for name, seal in ((layout.MANIFEST, content), (layout.SIGNATURE, key.sign(content))):
            _put(target, name, seal)
        _put(target, layout.PUBLIC_KEY, key.public)
    return manifest


def _put_lines(target: ZipFile, name: str, lines: Iterable[bytes]) -> str:
    """Write lines; the digest of them all."""
    digest = hashlib.sha256()
    with target.open(_entry(name), "w") as part:
        for line in lines:
            digest.update(line + b"\n")
            part.write(line + b"\n")
    return digest.hexdigest()


def _put(target: ZipFile, name: str, content: bytes) -> None:
    with target.open(_entry(name), "w") as part:
        part.write(content)


def _entry(name: str) -> ZipInfo:
    """A part that says nothing of the computer or the hour it was made at."""
    entry = ZipInfo(name, _LONG_AGO)
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE
    entry.compress_type = ZIP_DEFLATED
    return entry
