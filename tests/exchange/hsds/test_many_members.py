"""An organisation with very many contact points or persons is told in several objects and comes back whole."""

import json

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Person
from desktop.domain.vocabulary import Kind
from tests.exchange.hsds.files import OWNER, SOURCE, outgoing, place_of, read, written
from tests.exchange.hsds.rules import faults


def test_an_organisation_with_three_thousand_contact_points_comes_back_once_and_whole() -> None:
    places = [place_of(number, summary="Hilft weiter. " * 100) for number in range(3_000)]
    anna = Person(id="anna", name="Anna", belongs_to="ort-2999", provenance=SOURCE)
    bert = Person(id="bert", name="Bert", belongs_to="amt", provenance=SOURCE)
    content = written(outgoing(OWNER, *places, anna, bert))
    assert faults(json.loads(content)) == []
    found = read(content)
    assert {one.record.id: one.record for one in found} == {one.id: one for one in (OWNER, *places, anna, bert)}
    assert len(found) == 3_003
    assert found[0].record == OWNER
    assert [one.needs for one in found if one.record == anna] == [(OWNER, places[2999])]


def test_few_contact_points_that_say_very_much_are_told_in_further_objects_too() -> None:
    prose = "ä" * 10_000
    told = {"summary": prose, "cost": prose, "accessibility": prose, "required_documents": prose, "hours_note": prose}
    places = [place_of(number, **told) for number in range(60)]
    content = written(outgoing(OWNER, *places))
    assert [one.record for one in read(content)] == [OWNER, *places]
    assert {one["id"] for one in json.loads(content)} == {json.loads(written(outgoing(OWNER)))[0]["id"]}


def test_a_contact_point_with_very_many_persons_comes_back_with_all_of_them() -> None:
    place = place_of(1)
    persons = [
        Person(id=f"p-{number}", name="Anna", belongs_to="ort-1", internal_note="n" * 2_000, provenance=SOURCE)
        for number in range(3_000)
    ]
    found = [one.record for one in read(written(outgoing(OWNER, place, *persons)))]
    assert found[:2] == [OWNER, place]
    assert {one.id: one for one in found[2:]} == {one.id: one for one in persons}


def test_a_municipality_with_very_many_contact_points_comes_back_whole(catalogue: Catalogue) -> None:
    town = next(record for record in catalogue.records if record.KIND is Kind.MUNICIPALITY)
    places = [replace(place_of(number), organization_id=town.id) for number in range(1_001)]
    assert [one.record for one in read(written(outgoing(town, *places)))] == [town, *places]
