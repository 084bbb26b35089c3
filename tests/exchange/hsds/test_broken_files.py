"""What is no HSDS, or was damaged, ends in plain words."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import ForeignFileError
from desktop.domain.outgoing import Outgoing
from tests.exchange.hsds.files import entries, written
from tests.support.fuzzing import tried


@pytest.mark.parametrize("content", [b"", b"Name;Ort", b"{}", b'{"format": "x"}', b"[", b"[]", b'["a"]', b"\xff\xfe"])
def test_what_is_no_hsds_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(ForeignFileError):
        entries(content)


def test_a_long_list_of_something_else_is_refused_before_it_is_read_to_its_end() -> None:
    for one in (1, {"id": "a"}):
        with pytest.raises(ForeignFileError):
            entries([one] * 5_000)


_WORDS = """id name description status services service_at_locations location locations contacts phones number addresses
    schedules byday freq opens_at closes_at attributes value link_type taxonomy_term code url website
    additional_websites email organization"""
_NAMES = st.sampled_from(_WORDS.split())
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.integers()
    | st.sampled_from(["WEEKLY", "MO", "09:00", "wegweiser:kept", '{"record_kind":"location","id":"a"}', "x", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=5),
    max_leaves=25,
)


@tried(300)
@given(st.lists(st.dictionaries(_NAMES, _VALUES, max_size=6), max_size=3))
def test_any_objects_end_in_records_or_in_plain_words(document: list[Any]) -> None:
    with suppress(ForeignFileError):
        entries(document)


@tried(200)
@given(st.data())
def test_any_change_to_our_own_file_ends_in_records_or_in_plain_words(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    every = {record.id: record for record in catalogue.records}
    content = bytearray(written(Outgoing([every["bamf-koeln"]], every, (), (), ())))
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=4)):
        content[at] = byte
    with suppress(ForeignFileError):
        entries(bytes(content))
