"""Contacts go out as HSDS 3 by its rules and come back as they were."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.hours import Closure, Slot
from desktop.domain.outgoing import Outgoing
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, LocationRole, Status, Weekday
from desktop.exchange.hsds.writing import KINDS
from tests.exchange.hsds.files import OWNER, SOURCE, outgoing, read, shipped, written
from tests.exchange.hsds.rules import faults
from tests.support.any_records import records
from tests.support.fuzzing import tried


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


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_record_with_every_field_goes_out_by_the_rules_and_comes_back_as_it_was(kind: Kind) -> None:
    @tried(25)
    @given(records(kind))
    def comes_back(record: Record) -> None:
        if isinstance(record, Location):
            record = replace(record, organization_id="amt")
        if isinstance(record, Person):
            record = replace(record, belongs_to="amt")
        content = written(outgoing(record, beside=(OWNER,)))
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
    document = json.loads(written(outgoing(place, beside=(OWNER,))))
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
    document = json.loads(written(outgoing(place, beside=(OWNER, lender))))
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


def test_a_person_of_a_municipality_that_stays_here_comes_back_with_the_whole_of_it(catalogue: Catalogue) -> None:
    town = next(record for record in catalogue.records if record.KIND is Kind.MUNICIPALITY)
    person = Person(id="anna", name="Anna", belongs_to=town.id, provenance=SOURCE)
    (entry,) = read(written(outgoing(person, beside=(town,))))
    assert (entry.record, entry.needs) == (person, (town,))
