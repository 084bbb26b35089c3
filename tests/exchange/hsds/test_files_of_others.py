"""Files of other programs are understood, and what has no place here is told."""

import json
from typing import Any

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.incoming import Entry, Unreadable
from desktop.domain.provenance import Provenance
from desktop.domain.vocabulary import Kind, PhoneKind, Weekday
from tests.exchange.hsds.files import STAMP, entries, outgoing, read, written

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
