"""A package that is not as Wegweiser made it is refused in plain words, before anything of it is believed."""

import json
import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop.domain.errors import ForeignFileError
from desktop.exchange.package import peek, read_package
from desktop.exchange.package.keys import SigningKey
from tests.support.packages import office_key, parts_of, put_zip, refused, resealed


def test_a_file_of_another_program_is_no_package(tmp_path: Path) -> None:
    path = tmp_path / "Liste.wegweiser"
    path.write_bytes(b"Name;Telefon\r\nBAMF;0231 9058-0\r\n" * 10)
    assert "Liste.wegweiser is no package of Wegweiser" in refused(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_a_file_with_nothing_in_it_is_no_package(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leer.wegweiser"
    path.write_bytes(content)
    assert "leer.wegweiser is" in refused(path)


@pytest.mark.parametrize("folder", ["", "Anhang/"])
def test_a_package_that_was_put_into_an_archive_is_not_called_suspicious(
    sound: Path, tmp_path: Path, folder: str
) -> None:
    path = tmp_path / "Moers.zip"
    with ZipFile(path, "w") as archive:
        archive.write(sound, f"{folder}{sound.name}")
    assert "Unpack it first" in refused(path)


def test_a_folder_is_no_package(tmp_path: Path) -> None:
    folder = tmp_path / "Ordner.wegweiser"
    folder.mkdir()
    assert "is a folder" in refused(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "Rohr.wegweiser"
    os.mkfifo(pipe)
    assert "is no package" in refused(pipe)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="Is it there"):
        read_package(tmp_path / "weg.wegweiser")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_package_that_was_cut_off_is_incomplete(sound: Path, share: float) -> None:
    content = sound.read_bytes()
    sound.write_bytes(content[: int(len(content) * share)])
    assert "incomplete or damaged" in refused(sound)


@pytest.mark.parametrize("share", [at / 50 for at in range(1, 50)])
def test_a_byte_that_a_bad_stick_changed_is_damage_and_nothing_to_distrust_anybody_for(
    sound: Path, share: float
) -> None:
    """Some of these places unpack to a little more than was said, which is no bomb."""
    content = bytearray(sound.read_bytes())
    content[int(content.index(b"PK\x01\x02") * share)] ^= 0x10
    sound.write_bytes(content)
    told = refused(sound)
    assert "incomplete or damaged" in told
    assert "Copy the package again" in told


@pytest.mark.parametrize("place", [8, 10, 16, 20, 24, 27, 28, 42, 43, 46, 50])
@pytest.mark.parametrize("mark", [b"PK\x01\x02", b"PK\x03\x04"])
def test_a_changed_byte_in_the_list_of_contents_or_in_a_head_is_damage_first_of_all(
    sound: Path, mark: bytes, place: int
) -> None:
    content = bytearray(sound.read_bytes())
    of_head = {8: 6, 10: 8, 16: 14, 20: 18, 24: 22, 27: 25, 28: 26, 42: 28, 43: 29, 46: 30, 50: 34}
    at = content.index(mark, 1)  # the directory, or the head of the second part
    content[at + (place if mark == b"PK\x01\x02" else of_head[place])] ^= 0x01
    sound.write_bytes(content)
    told = refused(sound)
    assert "incomplete or damaged" in told
    assert "Copy the package again" in told


def test_a_package_with_something_behind_it_isrefused(sound: Path) -> None:
    sound.write_bytes(sound.read_bytes() + b"\0" * 100)
    assert "incomplete or damaged" in refused(sound)


def test_a_package_with_something_before_it_isrefused(sound: Path) -> None:
    sound.write_bytes(b"#!/bin/sh\n" + sound.read_bytes())
    assert "is no package" in refused(sound)


@pytest.mark.parametrize("name", ["signature", "public_key"])
def test_a_package_without_signature_isrefused(sound: Path, name: str) -> None:
    parts = parts_of(sound)
    del parts[name]
    assert "is not signed" in refused(put_zip(sound, parts))


def test_a_package_that_somebody_else_signed_under_the_old_key_isrefused(sound: Path) -> None:
    parts = parts_of(sound)
    parts["signature"] = SigningKey.made().sign(parts["manifest.json"])
    assert "The signature of Moers.wegweiser does not fit" in refused(put_zip(sound, parts))


@pytest.mark.parametrize("signature", [b"", bytes(64), bytes(63)])
def test_an_empty_signature_is_none(sound: Path, signature: bytes) -> None:
    parts = {**parts_of(sound), "signature": signature}
    assert "does not fit" in refused(put_zip(sound, parts))


def test_a_manifest_with_a_blank_more_is_another_one(sound: Path) -> None:
    parts = parts_of(sound)
    parts["manifest.json"] += b" "
    assert "does not fit" in refused(put_zip(sound, parts))


@pytest.mark.parametrize(
    "name", ["records.jsonl", "sources.jsonl", "subjects.jsonl", "target_groups.jsonl", "synonyms.jsonl"]
)
def test_a_changed_byte_in_any_part_is_found(sound: Path, name: str) -> None:
    parts = parts_of(sound)
    parts[name] = parts[name].replace(b'"', b"'", 1)
    told = refused(put_zip(sound, parts))
    assert f"was changed after it was signed, at: {name}" in told


def test_a_part_that_is_missing_was_changed(sound: Path) -> None:
    parts = parts_of(sound)
    del parts["synonyms.jsonl"]
    assert "was changed after it was signed, at: synonyms.jsonl" in refused(put_zip(sound, parts))


def test_a_part_that_nobody_signed_isrefused(sound: Path) -> None:
    parts = {**parts_of(sound), "more.jsonl": b"{}\n"}
    assert "It was not signed" in refused(put_zip(sound, parts))


def test_a_part_without_a_digest_isrefused(sound: Path) -> None:
    parts = parts_of(sound)
    digests = json.loads(parts["manifest.json"])["digests"]
    del digests["records.jsonl"]
    assert "list of parts is not complete" in refused(put_zip(sound, resealed(parts, digests=digests)))


def test_a_digest_without_a_part_isrefused(sound: Path) -> None:
    parts = parts_of(sound)
    digests = {**json.loads(parts["manifest.json"])["digests"], "more.jsonl": "0" * 64}
    assert "has too many" in refused(put_zip(sound, resealed(parts, digests=digests)))


def test_notes_do_not_hide_in_a_package_of_records(sound: Path) -> None:
    parts = {**parts_of(sound), "notes.jsonl": b"{}\n"}
    assert "It was not signed" in refused(put_zip(sound, resealed(parts)))


def test_a_package_of_a_newer_wegweiser_asks_for_the_newer_program(sound: Path) -> None:
    parts = parts_of(sound)
    for newer in (resealed(parts, format=2), resealed(parts, format=2, colour="red")):
        assert "was made by a newer Wegweiser" in refused(put_zip(sound, newer))


@pytest.mark.parametrize("number", [0, -1, True, "1", 1.5, None])
def test_a_format_that_never_was_isrefused(sound: Path, number: object) -> None:
    assert "manifest.json" in refused(put_zip(sound, resealed(parts_of(sound), format=number)))


def test_a_look_refuses_what_the_reading_would(sound: Path) -> None:
    parts = {**parts_of(sound), "signature": bytes(64)}
    with pytest.raises(ForeignFileError, match="does not fit"):
        peek(put_zip(sound, parts))


def test_an_own_key_does_not_help_against_the_name_that_stands_in_the_package(sound: Path) -> None:
    """Whoever has another key signs as somebody else: the package is read, and the key tells."""
    other = SigningKey.made()
    package = read_package(put_zip(sound, resealed(parts_of(sound), other)))
    assert package.signer.public_key == other.public != office_key().public
