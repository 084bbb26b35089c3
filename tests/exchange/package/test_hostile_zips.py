"""What a zip may hide, made by hand: bombs, names that lead elsewhere, links, overlaps; all of it is refused."""

import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest

from desktop.domain.errors import ForeignFileError
from desktop.exchange.package import LIMITS, read_package
from tests.support.packages import parts_of, put_zip, refused, resealed, zipped


def test_a_bomb_is_refused_by_what_it_says_of_its_size(sound: Path) -> None:
    parts = {**parts_of(sound), "records.jsonl": b"0" * 100}
    content = bytearray(zipped(parts))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = _place_of(content, mark, b"records.jsonl")
        struct.pack_into("<L", content, at + place, 0xF0000000)
    sound.write_bytes(content)
    assert "would unpack to more" in refused(sound)


def test_a_bomb_that_lies_about_its_size_is_refused_while_it_is_read(sound: Path) -> None:
    parts = parts_of(sound)
    bomb = resealed({**parts, "records.jsonl": b"\n" * 40_000_000})
    content = bytearray(zipped(bomb))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = _place_of(content, mark, b"records.jsonl")
        struct.pack_into("<L", content, at + place, 1_000)
    sound.write_bytes(content)
    assert "would unpack to more" in refused(sound)


def test_a_bomb_that_is_honest_about_its_size_is_refused_by_how_tightly_it_is_packed(sound: Path) -> None:
    bomb = resealed({**parts_of(sound), "records.jsonl": b"\n" * 40_000_000})
    assert len(zipped(bomb)) < 200_000
    assert "would unpack to more" in refused(put_zip(sound, bomb))


def test_a_bomb_in_the_manifest_is_refused_before_the_signature_is_looked_at(sound: Path) -> None:
    parts = {**parts_of(sound), "manifest.json": b" " * 1_000_000}
    assert "It is too large" in refused(put_zip(sound, parts))


def test_a_file_larger_than_any_package_is_not_read(sound: Path) -> None:
    with pytest.raises(ForeignFileError, match="would unpack to more"):
        read_package(sound, LIMITS._replace(file_bytes=1_000))


def test_a_package_that_unpacks_to_more_than_a_small_computer_holds_is_not_read(sound: Path) -> None:
    with pytest.raises(ForeignFileError, match="would unpack to more"):
        read_package(sound, LIMITS._replace(unpacked_bytes=10_000))


@pytest.mark.parametrize(
    "name",
    [
        "../records.jsonl",
        "/etc/passwd",
        "C:evil.txt",
        "..",
        "a/b.jsonl",
        "dir/",
        "records.jsonl\n",
        "Records.jsonl",
        "\u202eregistry",
        "con.\u00e4",
        "x" * 200,
    ],
)
def test_names_that_lead_out_of_the_package_arerefused(sound: Path, name: str) -> None:
    told = refused(put_zip(sound, {**parts_of(sound), name: b"x"}))
    assert "Its name may lead out of the package" in told
    assert told.isprintable()


@pytest.mark.parametrize("name", [b"..\\evil.txt", b"C:\\evil", b"records\0.jsonl", b"\xff\xfe.jsonl"])
def test_names_that_only_some_systems_take_for_paths_arerefused(sound: Path, name: bytes) -> None:
    content = zipped({**parts_of(sound), "x" * len(name): b"x"})
    sound.write_bytes(content.replace(b"x" * len(name), name))
    assert "Its name may lead out of the package" in refused(sound)


@pytest.mark.parametrize(
    ("mode", "words"), [(0o120777, "It is a link"), (0o040755, "It is no file"), (0o010644, "It is no file")]
)
def test_links_folders_and_pipes_arerefused(sound: Path, mode: int, words: str) -> None:
    def become(entry: ZipInfo) -> None:
        entry.external_attr = mode << 16

    assert words in refused(_altered(sound, "records.jsonl", become))


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_LZMA])
def test_other_ways_of_packing_arerefused(sound: Path, method: int) -> None:
    def become(entry: ZipInfo) -> None:
        entry.compress_type = method

    assert "packed in a way that Wegweiser does not use" in refused(_altered(sound, "records.jsonl", become))


def test_a_way_of_packing_that_nobody_knows_isrefused(sound: Path) -> None:
    _patch(sound, b"PK\x01\x02", 10, "<H", 77)
    assert "packed in a way that Wegweiser does not use" in refused(sound)


def test_encrypted_parts_arerefused(sound: Path) -> None:
    _patch(sound, b"PK\x01\x02", 8, "<H", 1)
    assert "It is encrypted" in refused(sound)


def test_a_comment_or_further_fields_arerefused(sound: Path) -> None:
    def become(entry: ZipInfo) -> None:
        entry.comment = b"hello"

    assert "carries something with it" in refused(_altered(sound, "records.jsonl", become))


def test_a_comment_of_the_whole_zip_isrefused(sound: Path) -> None:
    with ZipFile(sound, "a") as changed:
        changed.comment = b"hello"
    assert "Moers.wegweiser is" in refused(sound)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_isrefused(sound: Path) -> None:
    with ZipFile(sound, "a", ZIP_DEFLATED) as changed:
        changed.writestr("records.jsonl", b"other\n")
    assert "It is there twice" in refused(sound)


def test_parts_that_overlap_arerefused(sound: Path) -> None:
    _patch(sound, b"PK\x01\x02", 42, "<L", 0, of=b"records.jsonl")
    assert "overlap" in refused(sound)


def test_a_part_quoted_within_another_one_isrefused(sound: Path) -> None:
    """The quoted overlap of zip bombs: the content of one part begins with the head of the next."""
    parts = parts_of(sound)
    inner = zipped({"records.jsonl": parts["records.jsonl"]})
    head = inner[: inner.index(b"PK\x01\x02")]
    parts["sources.jsonl"] = head
    content = bytearray(zipped(parts))
    quoted = content.find(b"PK\x03\x04", 1)
    at = _place_of(content, b"PK\x01\x02", b"records.jsonl")
    struct.pack_into("<L", content, at + 42, quoted - 1)
    sound.write_bytes(content)
    assert "overlap" in refused(sound)


def test_a_gap_between_the_parts_isrefused(sound: Path) -> None:
    content = sound.read_bytes()
    start = content.index(b"PK\x01\x02")
    moved = bytearray(content[:start] + b"hidden" + content[start:])
    struct.pack_into("<L", moved, len(moved) - 6, start + 6)
    sound.write_bytes(moved)
    assert "incomplete or damaged" in refused(sound)


def test_a_head_that_says_other_than_the_list_of_contents_isrefused(sound: Path) -> None:
    content = sound.read_bytes()
    sound.write_bytes(content.replace(b"records.jsonl", b"recordz.jsonl", 1))
    assert "otherwise than the list of contents says" in refused(sound)


def test_more_parts_than_a_package_has_arerefused(sound: Path) -> None:
    many = {**parts_of(sound), **{f"part_{chr(97 + at)}": b"" for at in range(26)}}
    assert "is no package" in refused(put_zip(sound, many))


def _altered(path: Path, name: str, become: Callable[[ZipInfo], None]) -> Path:
    """The zip anew with one entry that is otherwise."""
    parts = parts_of(path)
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for each, content in parts.items():
            entry = ZipInfo(each)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            if each == name:
                become(entry)
            made.writestr(entry, content)
    return path


def _patch(path: Path, mark: bytes, place: int, form: str, value: int, of: bytes = b"records.jsonl") -> None:
    content = bytearray(path.read_bytes())
    struct.pack_into(form, content, _place_of(content, mark, of) + place, value)
    path.write_bytes(content)


def _place_of(content: bytearray, mark: bytes, name: bytes) -> int:
    """Where the head of an entry begins, in the directory or before its content."""
    before = {b"PK\x01\x02": 46, b"PK\x03\x04": 30}[mark]
    at = -1
    while (at := content.index(name, at + 1)) < before or not content[at - before :].startswith(mark):
        pass
    return at - before
