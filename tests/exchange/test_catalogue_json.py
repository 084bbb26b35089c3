"""Records that go out as a catalogue come back as they were, and what is no catalogue is refused in plain words."""

import json
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.errors import ForeignFileError
from desktop.domain.incoming import Entry, Unreadable
from desktop.domain.outgoing import Outgoing
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, LocationRole
from desktop.exchange.catalogue_json import read_catalogue, read_lists, write_catalogue
from desktop.i18n import pseudo
from tests.support.any_records import records
from tests.support.fuzzing import tried


def written(*chosen: Record, beside: tuple[Record, ...] = ()) -> bytes:
    file = BytesIO()
    write_catalogue(Outgoing(chosen, {one.id: one for one in beside}, (), (), ()), file, pseudo())
    return file.getvalue()


def entries(content: bytes) -> list[Entry | Unreadable]:
    return list(read_catalogue(BytesIO(content)))


def read(content: bytes) -> list[Record]:
    found = entries(content)
    assert all(isinstance(one, Entry) for one in found)
    return [one.record for one in found if isinstance(one, Entry)]


def refusal(content: bytes) -> str:
    with pytest.raises(ForeignFileError) as refused:
        entries(content)
    return str(refused.value)


def test_the_whole_catalogue_comes_back_as_it_was(catalogue: Catalogue) -> None:
    lists = (catalogue.subjects, catalogue.target_groups, catalogue.sources)
    file = BytesIO()
    write_catalogue(Outgoing(catalogue.records, {}, *lists, synonyms=catalogue.synonyms), file, pseudo())
    assert tuple(read(file.getvalue())) == catalogue.records
    file.seek(0)
    found = read_lists(file)
    assert (found.subjects, found.target_groups, found.sources) == lists
    assert found.synonyms == catalogue.synonyms


@pytest.mark.parametrize("kind", list(Kind))
def test_a_record_with_every_field_comes_back_as_it_was(kind: Kind) -> None:
    @tried(15)
    @given(records(kind))
    def comes_back(record: Record) -> None:
        (found,) = entries(written(record))
        assert isinstance(found, Entry)
        assert (found.record, found.place, found.has_id, found.lost) == (record, 1, True, ())

    comes_back()


def test_what_a_record_cannot_be_without_comes_with_it(catalogue: Catalogue) -> None:
    by_id = {record.id: record for record in catalogue.records}
    organization, location = by_id["bamf"], by_id["bamf-koeln"]
    person = Person(id="anna", name="Anna", belongs_to=location.id, provenance=location.provenance)
    (found,) = entries(written(person, beside=(location, organization)))
    assert isinstance(found, Entry)
    assert found.needs == (organization, location)


def test_a_chain_of_records_that_need_each_other_has_an_end() -> None:
    source = Provenance(source="quelle")
    ring = [Person(id=f"p-{n}", name="P", belongs_to=f"p-{(n + 1) % 50}", provenance=source) for n in range(50)]
    (found,) = entries(written(ring[0], beside=tuple(ring[1:])))
    assert isinstance(found, Entry)
    assert len(found.needs) < 10


def test_an_internal_note_that_was_left_out_is_not_said_to_be_empty(catalogue: Catalogue) -> None:
    record = catalogue.records[0]
    without, with_note = entries(written(record, replace(record, internal_note="Nur für uns.")))
    assert isinstance(without, Entry)
    assert isinstance(with_note, Entry)
    assert "internal_note" not in without.given
    assert "internal_note" in with_note.given
    assert "summary" in without.given


def test_the_document_is_json_that_any_program_reads(catalogue: Catalogue) -> None:
    found = json.loads(written(catalogue.records[0]))
    assert found["format"] == "wegweiser-catalogue"
    assert [one["id"] for one in found["records"]] == [catalogue.records[0].id]


def test_a_file_that_another_program_has_laid_out_anew_is_read(catalogue: Catalogue) -> None:
    content = json.dumps(json.loads(written(*catalogue.records[:20])), indent=4)
    assert read(b"\xef\xbb\xbf" + content.encode()) == list(catalogue.records[:20])


def test_a_record_that_cannot_be_read_is_told_with_its_place_and_its_field(catalogue: Catalogue) -> None:
    document = json.loads(written(*catalogue.records[:3]))
    document["records"][1]["name"] = 7
    document["records"].append("kein Eintrag")
    _, wrong, right, strange = entries(json.dumps(document).encode())
    assert isinstance(wrong, Unreadable)
    assert (wrong.place, wrong.reason.params) == (2, {"field": "name"})
    assert isinstance(right, Entry)
    assert isinstance(strange, Unreadable)
    assert "kein Eintrag" in strange.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no list of records"),
        (b"Name;Ort\r\n", "no list of records"),
        (b"[]", "no catalogue of Wegweiser"),
        (b'{"format": "anderes", "version": 1}', "no catalogue of Wegweiser"),
        (b'{"format": "wegweiser-catalogue"}', "no catalogue of Wegweiser"),
        (b'{"format": "wegweiser-catalogue", "version": "1"}', "no catalogue of Wegweiser"),
        (b'{"format": "wegweiser-catalogue", "version": 2}', "newer Wegweiser"),
        (b'{"format": "wegweiser-catalogue", "version": 1, "records": [{"id"', "damaged or ends too early"),
        (b'{"format": "wegweiser-catalogue", "version": 1, "records": [1 2]}', "damaged"),
        (b'{"format": "wegweiser-catalogue", "version": 1, "records": [NaN]}', "damaged"),
        (b'{"format": "wegweiser-catalogue", "version": 1, "records": ["\\ud800"]}', "damaged"),
        (b'{"format": "wegweiser-catalogue", "version": 1} mehr', "damaged"),
        (b'{"format": "wegweiser-catalogue", "version": 1, "x": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"format": "wegweiser-catalogue", "version": 1, "x": "' + b"a" * 9_000_000 + b'"}', "single value"),
        ('{"format": "K\u00f6ln"}'.encode("cp1252"), "not written in UTF-8"),
        ('{"format": "wegweiser-catalogue"}'.encode("utf-16"), "not written in UTF-8"),
    ],
)
def test_what_is_no_catalogue_is_refused_in_plain_words(content: bytes, words: str) -> None:
    assert words in refusal(content)


def test_a_damaged_list_beside_the_records_is_named() -> None:
    content = b'{"format": "wegweiser-catalogue", "version": 1, "subjects": [{"id": "sprache"}], "records": []}'
    with pytest.raises(ForeignFileError, match="subjects"):
        read_lists(BytesIO(content))


def test_half_a_file_is_refused_wherever_it_ends(catalogue: Catalogue) -> None:
    content = written(*catalogue.records[:4])
    for end in range(0, len(content) - 3, 97):
        refusal(content[:end])


def test_a_location_in_words_of_other_scripts_comes_back() -> None:
    source = Provenance(source="quelle")
    place = Location(id="ort", name="مكتب 😀", organization_id="amt", role=LocationRole.OFFICE, provenance=source)
    assert read(written(place))[0].name == place.name


@pytest.mark.parametrize("letters", [r"\u0000", r"C:\u0000", r"\\u0000", r"\ud800"])
def test_letters_that_only_look_like_a_forbidden_sign_are_a_text_like_any_other(letters: str) -> None:
    record = Person(id="anna", name=letters, belongs_to="p", provenance=Provenance(source="quelle"))
    assert read(written(record)) == [record]


@pytest.mark.parametrize("sign", [b"\\u0000", b"a\\u0000", b"\\\\\\u0000", b"\\ud800"])
def test_a_forbidden_sign_is_refused_also_behind_a_backslash(sign: bytes) -> None:
    assert "damaged" in refusal(b'{"format": "wegweiser-catalogue", "version": 1, "records": ["%s"]}' % sign)


def test_a_long_list_of_something_else_is_refused_before_it_is_read_to_its_end() -> None:
    document = {"format": "wegweiser-catalogue", "version": 1, "records": [1] * 5_000}
    assert "no catalogue of Wegweiser" in refusal(json.dumps(document).encode())


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


@tried(150)
@given(st.lists(_JSON, max_size=4), st.lists(_JSON, max_size=3))
def test_any_values_in_the_place_of_records_are_told_one_by_one(values: list[Any], beside: list[Any]) -> None:
    document = {"format": "wegweiser-catalogue", "version": 1, "beside": beside, "records": values}
    found = entries(json.dumps(document, ensure_ascii=False).encode())
    assert [one.place for one in found] == list(range(1, len(values) + 1))


@tried(300)
@given(st.data())
def test_any_damage_to_a_file_ends_in_records_or_in_plain_words(catalogue: Catalogue, data: st.DataObject) -> None:
    content = bytearray(written(*catalogue.records[:2]))
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=4)):
        content[at] = byte
    with suppress(ForeignFileError):
        entries(bytes(content))
