"""Whatever becomes of the bytes of a package: it is the very same package, or it is refused; quickly, and in little."""

import time
import tracemalloc
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.errors import ForeignFileError
from desktop.domain.package import Package
from desktop.exchange.package import read_package
from tests.support.dossiers import shipped
from tests.support.fuzzing import tried
from tests.support.packages import Parts, parts_of, put_package, records_parcel, resealed, zipped
from tests.support.processor_time import patience_s

MOST_S, MOST_BYTES = 2.0, 64 * 1024 * 1024


@cache
def _sound() -> tuple[bytes, Parts, Package]:
    """A small package: its bytes, its parts and what is read from it."""
    catalogue = shipped()
    few = tuple(record for record in catalogue.records if record.KIND.value in ("network", "topic"))
    few = tuple(replace(record, related_ids=()) for record in few)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Moers.wegweiser"
        put_package(path, records_parcel(replace(catalogue, records=few, synonyms=())))
        return path.read_bytes(), parts_of(path), read_package(path)


def _read(content: bytes) -> Package | str:
    """What is in a file that may be broken, or why it is refused; either is known soon."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Moers.wegweiser"
        path.write_bytes(content)
        began = time.process_time()
        try:
            found: Package | str = read_package(path)
        except ForeignFileError as error:
            found = str(error)
    took = time.process_time() - began
    assert took < MOST_S or took < patience_s(MOST_S)
    assert not isinstance(found, str) or "Nothing was changed" in found
    return found


def _judge(content: bytes) -> None:
    """A file that may be broken is what it was, or is refused."""
    found = _read(content)
    assert isinstance(found, str) or found == _sound()[2]


def _edits(length: int) -> st.SearchStrategy[list[tuple[int, int, bytes]]]:
    """Places, how many bytes go there, and which ones come."""
    place = st.one_of(st.integers(0, length), st.integers(max(length - 700, 0), length))
    come = st.one_of(st.binary(max_size=8), st.sampled_from([b"PK\x03\x04", b"PK\x01\x02", b"\xff\xff\xff\xff"]))
    return st.lists(st.tuples(place, st.integers(0, 8), come), min_size=1, max_size=4)


@tried(100)
@given(st.data())
def test_bytes_that_were_changed_anywhere(data: st.DataObject) -> None:
    content = bytearray(_sound()[0])
    for place, gone, come in data.draw(_edits(len(content))):
        content[place : place + gone] = come
    _judge(bytes(content))


@tried(100)
@given(st.integers(0), st.integers(0), st.integers(0))
def test_pieces_that_were_cut_out_or_put_elsewhere(first: int, second: int, place: int) -> None:
    content = _sound()[0]
    begin, end = sorted((first % len(content), second % len(content)))
    at = place % len(content)
    _judge(content[:begin] + content[end:])
    _judge(content[:at] + content[begin:end] + content[at:])


@tried(100)
@given(st.binary(max_size=2_000))
def test_anything_at_all(content: bytes) -> None:
    _judge(content)
    _judge(b"PK\x03\x04" + content + b"PK\x05\x06" + content[:18].ljust(18, b"\0"))


@tried(100)
@given(st.data())
def test_parts_that_were_changed_and_signed_anew(data: st.DataObject) -> None:
    """Behind a signature that holds everything else has to be looked at all the same."""
    parts = _sound()[1]
    name = data.draw(st.sampled_from(sorted(parts.keys() - {"signature", "public_key", "manifest.json"})))
    content = bytearray(parts[name])
    for place, gone, come in data.draw(_edits(len(content))):
        content[place : place + gone] = come
    _read(zipped(resealed({**parts, name: bytes(content)})))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@tried(100)
@given(
    st.dictionaries(
        st.sampled_from(
            ["format", "cargo", "office", "number", "made_at", "as_of", "change_note", "counts", "digests"]
        ),
        _JSON,
        min_size=1,
        max_size=2,
    )
)
def test_manifests_that_say_anything(told: dict[str, Any]) -> None:
    found = _read(zipped(resealed(_sound()[1], **told)))
    assert isinstance(found, str) or found.catalogue.records == _sound()[2].catalogue.records


def test_a_small_bomb_takes_neither_time_nor_memory() -> None:
    bomb = zipped(resealed({**_sound()[1], "records.jsonl": b"0" * 100_000_000}))
    tracemalloc.start()
    found = _read(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "unpack to more" in str(found)
    assert most < MOST_BYTES
