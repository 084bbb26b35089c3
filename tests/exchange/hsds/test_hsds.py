"""Contacts go out as HSDS 3 by its rules, come back as they were, and files of others are understood."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.errors import ForeignFileError
from desktop.domain.hours import Closure, Slot
from desktop.domain.incoming import Entry, Stamp, Unreadable
from desktop.domain.outgoing import Outgoing
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, Level, LocationRole, PhoneKind, Status, Weekday
from desktop.exchange.hsds.reading import read_hsds
from desktop.exchange.hsds.writing import KINDS, write_hsds
from desktop.i18n import pseudo
from tests.exchange.hsds.rules import faults
from tests.support.any_records import records
from tests.support.fuzzing import tried

STAMP = Stamp(date(2026, 11, 23))
SOURCE = Provenance(source="quelle")


def outgoing(*chosen: Record, beside: tuple[Record, ...] = ()) -> Outgoing:
    return Outgoing(chosen, {one.id: one for one in (*chosen, *beside)}, (), (), ())


def written(out: Outgoing) -> bytes:
    file = BytesIO()
    write_hsds(out, file, pseudo())
    return file.getvalue()


def entries(content: bytes | list[Any] | dict[str, Any]) -> list[Entry | Unreadable]:
    told = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(read_hsds(BytesIO(told), STAMP))


def read(content: bytes | list[Any] | dict[str, Any]) -> list[Entry]:
    found = entries(content)
    assert not [one for one in found if isinstance(one, Unreadable)]
    return [one for one in found if isinstance(one, Entry)]


def shipped(catalogue: Catalogue) -> Outgoing:
    every = {record.id: record for record in catalogue.records}
    chosen = [record for record in catalogue.records if record.KIND in KINDS]
    return Outgoing(chosen, every, catalogue.subjects, catalogue.target_groups, catalogue.sources)


def test_what_is_shipped_goes_out_by_the_rules(catalogue: Catalogue) -> None:
    assert faults(json.loads(written(shipped(catalogue)))) == []


def test_what_is_shipped_comes_back_as_it_was(catalogue: Catalogue) -> None:
    out = shipped(catalogue)
    found = {entry.record.id: entry.record for entry in read(written(out))}
    assert found == {record.id: record for record in out.records}


def test_every_identifier_stands_for_one_thing_and_is_the_same_each_time(catalogue: Catalogue) -> None:
    first, second = (json.loads(written(shipped(catalogue))) for _ in range(2))
    assert first == second
    known = Counter(one["id"] for one in _objects(first) if set(one) > {"id", "location_type"} and "code" not in one)
    assert [identifier for identifier, count in known.items() if count > 1] == []


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner)


_OWNER = Organization(id="amt", name="Amt", level=Level.STATE, provenance=SOURCE)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_record_with_every_field_goes_out_by_the_rules_and_comes_back_as_it_was(kind: Kind) -> None:
    @tried(25)
    @given(records(kind))
    def comes_back(record: Record) -> None:
        if isinstance(record, Location):
            record = replace(record, organization_id="amt")
        if isinstance(record, Person):
            record = replace(record, belongs_to="amt")
        content = written(outgoing(record, beside=(_OWNER,)))
        assert faults(json.loads(content)) == []
        (entry,) = read(content)
        assert (entry.record, entry.has_id, entry.lost) == (record, True, ())
        assert "name" in entry.given

    comes_back()


def test_a_location_brings_its_organisation_and_a_person_both(catalogue: Catalogue) -> None:
    every = {record.id: record for record in catalogue.records}
    place = every["bamf-koeln"]
    person = Person(id="anna", name="Anna", belongs_to=place.id, provenance=place.provenance)
    found = read(written(Outgoing([person, place], every, (), (), ())))
    assert [(entry.record, tuple(one.id for one in entry.needs)) for entry in found] == [
        (place, ("bamf",)),
        (person, ("bamf", "bamf-koeln")),
    ]


def test_a_person_of_a_project_goes_with_the_name_of_the_project(catalogue: Catalogue) -> None:
    every = {record.id: record for record in catalogue.records}
    person = every["eva-brandecker"]
    document = json.loads(written(Outgoing([person], every, (), (), ())))
    assert faults(document) == []
    assert document[0]["name"] == every["deutsch-lernen-mit-musik"].name
    (entry,) = read(document)
    assert (entry.record, entry.needs) == (person, ())


def test_hours_are_told_in_the_words_of_the_specification() -> None:
    place = Location(
        id="ort",
        name="Ort",
        organization_id="amt",
        role=LocationRole.OFFICE,
        opening_hours=(Slot(weekday=Weekday.TUESDAY, opens="08:30", closes="12:00", note="nur mit Termin"),),
        closures=(Closure(starts=date(2026, 12, 24), ends=date(2027, 1, 2), note="Betriebsferien"),),
        hours_note="Am ersten Montag bis 18 Uhr.",
        provenance=SOURCE,
    )
    document = json.loads(written(outgoing(place, beside=(_OWNER,))))
    weekly, closed, words = [
        {name: value for name, value in one.items() if name != "id"} for one in document[0]["locations"][0]["schedules"]
    ]
    times = {"opens_at": "08:30", "closes_at": "12:00"}
    assert weekly == {"freq": "WEEKLY", "byday": "TU", **times, "notes": "nur mit Termin"}
    assert closed == {"valid_from": "2026-12-24", "valid_to": "2027-01-02", "description": "Betriebsferien"}
    assert words == {"description": "Am ersten Montag bis 18 Uhr."}


def test_a_place_that_takes_over_hours_shows_them_to_others_and_comes_back_without(catalogue: Catalogue) -> None:
    lender = Location(
        id="haus-1",
        name="Haus 1",
        organization_id="amt",
        role=LocationRole.OFFICE,
        opening_hours=(Slot(weekday=Weekday.MONDAY, opens="08:00", closes="12:00"),),
        provenance=SOURCE,
    )
    place = replace(lender, id="haus-2", opening_hours=(), hours_of="haus-1")
    document = json.loads(written(outgoing(place, beside=(_OWNER, lender))))
    assert document[0]["locations"][0]["schedules"][0]["byday"] == "MO"
    assert [entry.record for entry in read(document)] == [place]


def test_what_another_program_edits_in_our_file_is_taken(catalogue: Catalogue) -> None:
    document = json.loads(written(shipped(catalogue)))
    organization = next(one for one in document if one["name"].startswith("Bundesamt für Migration"))
    place = next(one for one in organization["locations"] if one["external_identifier"] == "bamf-koeln")
    service = next(
        one
        for one in organization["services"]
        if one.get("service_at_locations", [{}])[0].get("location", {}).get("id") == place["id"]
    )
    place["phones"][0]["number"] = "+49 221 555-12"
    service["email"] = "neu@bamf.example"
    service["status"] = "defunct"
    found = next(entry.record for entry in read(document) if entry.record.id == "bamf-koeln")
    assert isinstance(found, Location)
    assert found.phones[0].e164 == "+4922155512"
    assert found.emails[0].address == "neu@bamf.example"
    assert found.status is Status.ENDED


_FOREIGN: dict[str, Any] = {
    "id": "D9D5E0F5-d3ce-4f73-9a2f-4dd0ecc6c610",
    "name": "Caritas Rheinberg",
    "alternate_name": "Caritas",
    "description": "Berät Menschen, die neu hier sind.",
    "website": "https://caritas.example/de",
    "legal_status": "e. V.",
    "services": [
        {
            "id": "ac148810-d857-441c-9679-408f346de14b",
            "name": "Migrationsberatung",
            "description": "Beratung in sieben Sprachen.",
            "status": "active",
            "fees_description": "kostenlos",
            "required_documents": [{"id": "1", "document": "Ausweis"}],
            "schedules": [
                {"id": "2", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00:00Z", "closes_at": "12:00:00Z"},
                {"id": "3", "freq": "MONTHLY", "byday": "1FR", "description": "Jeden ersten Freitag"},
            ],
            "service_at_locations": [
                {
                    "id": "4",
                    "contacts": [
                        {"id": "5", "name": "Ann Persona", "title": "Beraterin", "email": "ann@caritas.example"}
                    ],
                    "location": {
                        "id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5",
                        "location_type": "physical",
                        "name": "Beratungsstelle",
                        "transportation": "Bus 1",
                        "languages": [{"id": "6", "name": "Arabisch"}],
                        "accessibility": [{"id": "7", "description": "Aufzug"}],
                        "phones": [{"id": "8", "number": "02843 1234", "extension": 5, "type": "fax"}],
                        "addresses": [
                            {
                                "id": "9",
                                "address_1": "Markt 1",
                                "city": "Rheinberg",
                                "postal_code": "47495",
                                "country": "DE",
                            },
                            {"id": "10", "address_1": "1 Main St", "city": "X", "postal_code": "ABC", "country": "US"},
                        ],
                    },
                }
            ],
        },
        {"id": "11", "name": "Kleiderkammer", "description": "Mittwochs.", "status": "active"},
    ],
}


def test_a_file_of_another_program_is_understood_and_what_has_no_place_is_told() -> None:
    owner, place, person = read([_FOREIGN])
    assert isinstance(owner.record, Organization)
    assert owner.record.id == "hsds-d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610"
    assert (owner.has_id, owner.record.name, owner.record.alternate_names) == (False, "Caritas Rheinberg", ("Caritas",))
    assert [one.text for one in owner.record.offers] == ["Mittwochs."]
    assert owner.record.provenance == Provenance(source=OWN_SOURCE.id, as_of=STAMP.as_of)
    assert [message.params["names"] for message in owner.lost] == ["legal_status"]
    assert "level" not in owner.given
    assert isinstance(place.record, Location)
    assert place.needs == (owner.record,)
    assert place.record.phones[0].kind is PhoneKind.FAX
    assert place.record.phones[0].raw == "02843 1234-5"
    assert [slot.weekday for slot in place.record.opening_hours] == [Weekday.MONDAY, Weekday.WEDNESDAY]
    assert place.record.hours_note == "Jeden ersten Freitag"
    assert (place.record.cost, place.record.required_documents) == ("kostenlos", "Ausweis")
    assert (place.record.languages, place.record.accessibility) == (("Arabisch",), "Aufzug")
    assert [address.town for address in place.record.addresses] == ["Rheinberg"]
    assert [message.params for message in place.lost] == [
        {"count": 1, "name": "addresses"},
        {"names": "transportation"},
    ]
    assert isinstance(person.record, Person)
    assert (person.record.role, person.record.belongs_to) == ("Beraterin", place.record.id)
    assert person.record.emails[0].address == "ann@caritas.example"


def test_what_came_from_elsewhere_goes_out_under_its_own_identifier() -> None:
    owner = read([_FOREIGN])[0].record
    assert json.loads(written(outgoing(owner)))[0]["id"] == "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610"


def test_services_with_their_organisations_and_pages_of_an_interface_are_read_too() -> None:
    organization = {name: value for name, value in _FOREIGN.items() if name != "services"}
    service = {**_FOREIGN["services"][0], "organization": organization}
    by_service = [entry.record for entry in read([service])]
    assert [record.KIND for record in by_service] == [Kind.ORGANIZATION, Kind.LOCATION, Kind.PERSON]
    assert [entry.record for entry in read({"total_items": 1, "contents": [service]})] == by_service


def test_one_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    wrong, nameless, orphan, right, *_ = entries([7, {"id": "a"}, {"id": "b", "status": "active"}, _FOREIGN])
    assert [type(one) for one in (wrong, nameless, orphan)] == [Unreadable] * 3
    assert isinstance(right, Entry)
    assert right.place == 4


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


def test_names_of_other_programs_become_one_line_of_signs_that_can_be_seen() -> None:
    told = [{"id": "1", "name": "Bera\u202etung\u200b\nam  Hafen", "description": "Hilft."}]
    (found,) = read_hsds(BytesIO(json.dumps(told).encode()), STAMP)
    assert isinstance(found, Entry)
    assert found.record.name == "Beratung am Hafen"


def _cuts(entry: Entry) -> list[tuple[object, object]]:
    return [(one.params["column"], one.params["count"]) for one in entry.lost if "column" in one.params]


def test_a_text_that_is_too_long_is_cut_and_told_among_what_was_lost_of_its_row() -> None:
    owner = {
        "id": "1",
        "name": "N" * 301,
        "alternate_name": "A" * 301,
        "description": "D" * 10_001,
        "services": [{"id": "2", "name": "T" * 301, "description": "S" * 10_001, "status": "active"}],
        "contacts": [{"id": "3", "name": "Anna", "title": "R" * 301, "department": "E" * 301}],
    }
    body, person = read([owner])
    assert isinstance(body.record, Organization)
    assert (body.record.name, body.record.summary) == ("N" * 300, "D" * 10_000)
    assert (body.record.offers[0].title, body.record.offers[0].text) == ("T" * 300, "S" * 10_000)
    told = [("name", 300), ("alternate_name", 300), ("description", 10_000), ("description", 10_000), ("name", 300)]
    assert sorted(_cuts(body)) == sorted(told)
    assert _cuts(person) == [("title", 300), ("department", 300)]
    assert body.lost[0].params["value"] == f"{'N' * 80} …"


def test_words_beside_opening_hours_that_are_too_long_are_told_once_for_all_days() -> None:
    weekly = {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "12:00", "notes": "n" * 201}
    told = {
        "id": "2",
        "location_type": "physical",
        "name": "Ort",
        "languages": [{"id": "3", "name": "L" * 301}],
        "accessibility": [{"id": "4", "description": "z" * 10_001}],
        "schedules": [weekly, {"description": "w" * 10_001}],
    }
    place = read([{"id": "1", "name": "Amt", "locations": [told]}])[1]
    assert isinstance(place.record, Location)
    assert [slot.note for slot in place.record.opening_hours] == ["n" * 200] * 2
    assert (place.record.languages, place.record.hours_note) == (("L" * 300,), "w" * 10_000)
    cuts = [("schedules", 200), ("schedules", 10_000), ("languages", 300), ("accessibility", 10_000)]
    assert sorted(map(str, _cuts(place))) == sorted(map(str, cuts))


def test_a_number_and_a_town_that_are_too_long_are_left_out_and_told() -> None:
    address = {"address_1": "Markt 1", "city": "O" * 201, "postal_code": "47495", "country": "DE"}
    phones = [{"number": "02843 " + "1" * 55}, {"number": "02843 1234", "extension": "9" * 60}, {"number": "02843 12"}]
    told = {"id": "2", "location_type": "physical", "name": "Ort", "addresses": [address], "phones": phones}
    place = read([{"id": "1", "name": "Amt", "locations": [told]}])[1]
    assert isinstance(place.record, Location)
    assert ([one.raw for one in place.record.phones], place.record.addresses) == (["02843 12"], ())
    assert [one.params for one in place.lost] == [{"count": 1, "name": "addresses"}, {"count": 2, "name": "phones"}]


def test_a_text_that_is_as_long_as_it_may_be_and_one_with_blanks_around_it_lose_nothing() -> None:
    (body,) = read([{"id": "1", "name": "N" * 300, "description": f"{'D' * 10_000}\n"}])
    assert (body.record.name, body.record.summary, body.lost) == ("N" * 300, "D" * 10_000, ())


def _place(number: int, **values: Any) -> Location:
    place = Location(id=f"ort-{number}", name="Ort", organization_id="amt", role=LocationRole.OFFICE, provenance=SOURCE)
    return replace(place, **values)


def test_an_organisation_with_three_thousand_contact_points_comes_back_once_and_whole() -> None:
    places = [_place(number, summary="Hilft weiter. " * 100) for number in range(3_000)]
    anna = Person(id="anna", name="Anna", belongs_to="ort-2999", provenance=SOURCE)
    bert = Person(id="bert", name="Bert", belongs_to="amt", provenance=SOURCE)
    content = written(outgoing(_OWNER, *places, anna, bert))
    assert faults(json.loads(content)) == []
    found = read(content)
    assert {one.record.id: one.record for one in found} == {one.id: one for one in (_OWNER, *places, anna, bert)}
    assert len(found) == 3_003
    assert found[0].record == _OWNER
    assert [one.needs for one in found if one.record == anna] == [(_OWNER, places[2999])]


def test_few_contact_points_that_say_very_much_are_told_in_further_objects_too() -> None:
    prose = "ä" * 10_000
    told = {"summary": prose, "cost": prose, "accessibility": prose, "required_documents": prose, "hours_note": prose}
    places = [_place(number, **told) for number in range(60)]
    content = written(outgoing(_OWNER, *places))
    assert [one.record for one in read(content)] == [_OWNER, *places]
    assert {one["id"] for one in json.loads(content)} == {json.loads(written(outgoing(_OWNER)))[0]["id"]}


def test_a_contact_point_with_very_many_persons_comes_back_with_all_of_them() -> None:
    place = _place(1)
    persons = [
        Person(id=f"p-{number}", name="Anna", belongs_to="ort-1", internal_note="n" * 2_000, provenance=SOURCE)
        for number in range(3_000)
    ]
    found = [one.record for one in read(written(outgoing(_OWNER, place, *persons)))]
    assert found[:2] == [_OWNER, place]
    assert {one.id: one for one in found[2:]} == {one.id: one for one in persons}


def test_a_municipality_with_very_many_contact_points_comes_back_whole(catalogue: Catalogue) -> None:
    town = next(record for record in catalogue.records if record.KIND is Kind.MUNICIPALITY)
    places = [replace(_place(number), organization_id=town.id) for number in range(1_001)]
    assert [one.record for one in read(written(outgoing(town, *places)))] == [town, *places]


def test_a_person_of_a_municipality_that_stays_here_comes_back_with_the_whole_of_it(catalogue: Catalogue) -> None:
    town = next(record for record in catalogue.records if record.KIND is Kind.MUNICIPALITY)
    person = Person(id="anna", name="Anna", belongs_to=town.id, provenance=SOURCE)
    (entry,) = read(written(outgoing(person, beside=(town,))))
    assert (entry.record, entry.needs) == (person, (town,))
