"""Persons stay with the contact point at which they are asked for, in whichever object of a file they stand."""

import json
from datetime import date
from io import BytesIO

import pytest

from desktop.domain.contact import Location, Organization, Person
from desktop.domain.incoming import Entry, Stamp
from desktop.domain.outgoing import Outgoing
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import Level, LocationRole
from desktop.exchange.hsds.reading import read_hsds
from desktop.exchange.hsds.writing import write_hsds
from desktop.i18n import pseudo
from tests.exchange.hsds.rules import faults

SOURCE = Provenance(source="quelle")
OFFICE = Organization(id="amt", name="Amt", level=Level.STATE, provenance=SOURCE)
PLACE = Location(
    id="ort-1",
    name="Ort",
    organization_id="amt",
    role=LocationRole.OFFICE,
    cost="frei",
    summary="Hilft weiter.",
    provenance=SOURCE,
)
MANY = [
    Person(id=f"p-{number}", name="Anna", belongs_to="ort-1", internal_note="n" * 2_000, provenance=SOURCE)
    for number in range(3_000)
]


def written(*chosen: Record) -> bytes:
    """The file of some records, which name the office and the place."""
    file, beside = BytesIO(), {one.id: one for one in (OFFICE, PLACE, *chosen)}
    write_hsds(Outgoing(chosen, beside, (), (), ()), file, pseudo())
    return file.getvalue()


def read(content: bytes) -> list[Entry]:
    """What stands in a file of which everything can be read."""
    found = list(read_hsds(BytesIO(content), Stamp(date(2026, 11, 23))))
    entries = [one for one in found if isinstance(one, Entry)]
    assert entries == found
    return entries


def test_each_of_very_many_persons_needs_the_contact_point_that_stands_in_an_object_before() -> None:
    content = written(OFFICE, PLACE, *MANY)
    told = json.loads(content)
    assert len(told) > 1
    assert faults(told) == []
    found = read(content)
    assert [one.record for one in found if not isinstance(one.record, Person)] == [OFFICE, PLACE]
    persons = [one for one in found if isinstance(one.record, Person)]
    assert len(persons) == len(MANY)
    assert {one.needs for one in persons} == {(OFFICE, PLACE)}


@pytest.mark.parametrize("chosen", [(), (OFFICE,)])
def test_a_person_who_goes_out_without_the_contact_point_names_it_all_the_same(chosen: tuple[Record, ...]) -> None:
    found = read(written(*chosen, MANY[0]))
    assert [one.record for one in found] == [*chosen, MANY[0]]
    assert found[-1].needs == (OFFICE, PLACE)
