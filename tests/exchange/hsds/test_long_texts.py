"""What is longer than a record may hold is cut or left out, and told."""

import json
from io import BytesIO

from desktop.domain.contact import Location, Organization
from desktop.domain.incoming import Entry
from desktop.exchange.hsds.reading import read_hsds
from tests.exchange.hsds.files import STAMP, read


def _cuts(entry: Entry) -> list[tuple[object, object]]:
    return [(one.params["column"], one.params["count"]) for one in entry.lost if "column" in one.params]


def test_names_of_other_programs_become_one_line_of_signs_that_can_be_seen() -> None:
    told = [{"id": "1", "name": "Bera\u202etung\u200b\nam  Hafen", "description": "Hilft."}]
    (found,) = read_hsds(BytesIO(json.dumps(told).encode()), STAMP)
    assert isinstance(found, Entry)
    assert found.record.name == "Beratung am Hafen"


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
