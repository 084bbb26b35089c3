"""Packages for tests: sound ones, and the same opened, altered and signed anew, as somebody with bad intent would."""

import hashlib
import io
import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import ForeignFileError
from desktop.domain.note import CounterNote
from desktop.domain.package import Cargo, Manifest
from desktop.exchange.package import Parcel, read_package, write_package
from desktop.exchange.package.keys import SigningKey

MADE_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OFFICE = "Stadt Moers"
Parts = dict[str, bytes]
SEALS = ("manifest.json", "signature", "public_key")
_PKCS8_OF_ED25519 = bytes.fromhex("302e020100300506032b657004220420")


def office_key() -> SigningKey:
    """A key that is the same in every run; no office has it."""
    body = b64encode(_PKCS8_OF_ED25519 + bytes(range(32)))
    return SigningKey.from_pem(b"-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n" % body)


def records_parcel(catalogue: Catalogue, number: int = 1, office: str = OFFICE) -> Parcel:
    """All of a catalogue as an office sends it."""
    return Parcel(
        cargo=Cargo.RECORDS,
        office=office,
        number=number,
        made_at=MADE_AT,
        change_note="Neue Nummer des BAMF.",
        sources=catalogue.sources,
        subjects=catalogue.subjects,
        target_groups=catalogue.target_groups,
        synonyms=catalogue.synonyms,
        records=catalogue.records,
    )


def notes_parcel(*notes: CounterNote, number: int = 1) -> Parcel:
    """Notes as a laptop sends them."""
    return Parcel(cargo=Cargo.NOTES, office=OFFICE, number=number, made_at=MADE_AT, notes=notes)


def put_package(path: Path, parcel: Parcel, key: SigningKey | None = None) -> Manifest:
    """Write a package to a file."""
    with path.open("w+b") as file:
        return write_package(parcel, key or office_key(), file)


def parts_of(path: Path) -> dict[str, bytes]:
    """What a package holds, by name and in its order."""
    with ZipFile(path) as found:
        return {name: found.read(name) for name in found.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A plain zip of these parts."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(_entry(name), content)
    return target.getvalue()


def resealed(parts: Mapping[str, bytes], key: SigningKey | None = None, **manifest: Any) -> dict[str, bytes]:
    """The parts with digests that are right again, what is to stand in the manifest, and a signature that holds."""
    key = key or office_key()
    others = {name: content for name, content in parts.items() if name not in SEALS}
    told = json.loads(parts["manifest.json"])
    told["digests"] = {name: hashlib.sha256(content).hexdigest() for name, content in others.items()}
    content = json.dumps({**told, **manifest}).encode()
    return {**others, "manifest.json": content, "signature": key.sign(content), "public_key": key.public}


def put_zip(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write a plain zip of these parts to a file."""
    path.write_bytes(zipped(parts))
    return path


def refused(path: Path) -> str:
    """What a person is told about a file that is no sound package; nothing lies beside it afterwards."""
    beside = sorted(path.parent.iterdir())
    with pytest.raises(ForeignFileError) as caught:
        read_package(path)
    assert sorted(path.parent.iterdir()) == beside
    assert "Nothing was changed" in str(caught.value)
    return str(caught.value)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry
