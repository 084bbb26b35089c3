"""What the shipped data say stands where a reader looks for it, and does not contradict itself."""

import re
from collections.abc import Iterator

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import FlagKind

RANGE_WITH_HYPHEN = re.compile(r"(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])")


def _municipalities(catalogue: Catalogue) -> Iterator[Municipality]:
    return (record for record in catalogue.records if isinstance(record, Municipality))


def test_what_a_municipality_does_not_state_is_not_stated_after_all(catalogue: Catalogue) -> None:
    flags = [
        (record, flag.field)
        for record in _municipalities(catalogue)
        for flag in record.flags
        if flag.kind is FlagKind.MISSING and flag.field in Municipality.EXPECTED_SECTIONS
    ]
    assert {record.id for record, _ in flags} == {"dortmund", "moers"}
    assert not [(record.id, field) for record, field in flags if getattr(record, field)]


def test_what_the_source_calls_a_measure_is_not_filed_as_an_aim(catalogue: Catalogue) -> None:
    for record in _municipalities(catalogue):
        assert not [aim.title for aim in record.aims if aim.title and "Maßnahme" in aim.title], record.id
    measures = {record.id: len(record.measures) for record in _municipalities(catalogue)}
    assert (measures["koeln"], measures["wuppertal"], measures["rheine"]) == (3, 4, 0)


def test_a_link_that_is_not_of_the_body_itself_says_what_it_is(catalogue: Catalogue) -> None:
    unnamed = [
        link.raw
        for record in catalogue.records
        if not isinstance(record, Organization)
        for link in record.links
        if not link.label
    ]
    assert not unnamed


def test_the_two_offices_of_a_commissioner_can_be_told_apart(catalogue: Catalogue) -> None:
    offices = [
        record.summary
        for record in catalogue.records
        if isinstance(record, Location) and record.organization_id == "integrationsbeauftragte"
    ]
    assert len(offices) == len(set(offices)) == 2


def test_house_numbers_from_to_are_joined_by_a_dash(catalogue: Catalogue) -> None:
    streets = [
        address.street
        for record in catalogue.records
        if isinstance(record, Location | Person)
        for address in record.addresses
        if address.street
    ]
    assert {"Adenauerallee 12–14", "Erkrather Str. 345–349", "Rochusstraße 8–10"} <= set(streets)
    assert not [street for street in streets if RANGE_WITH_HYPHEN.search(street)]
