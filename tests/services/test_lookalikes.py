"""A record that is entered a second time is noticed when it is saved."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.phone import Phone
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email
from desktop.domain.vocabulary import LocationRole
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)


@pytest.fixture
def editing(database: Path) -> Editing:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    return Editing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), lambda: None)


def _new(name: str) -> Location:
    provenance = Provenance(source=OWN_SOURCE.id)
    return Location(id="neu", name=name, organization_id="bva", role=LocationRole.OFFICE, provenance=provenance)


def _found(editing: Editing, record: Location) -> list[str]:
    return [one.reference.id for one in editing.lookalikes(record)]


def test_a_number_just_typed_finds_the_record_that_has_it(editing: Editing) -> None:
    assert _found(editing, replace(_new("Neu"), phones=(Phone(raw="0221/92426-0"),))) == ["bamf-koeln"]


def test_a_mail_address_in_other_letters_finds_it_as_well(editing: Editing) -> None:
    assert _found(editing, replace(_new("Neu"), emails=(Email(address="REF324posteingang@bamf.bund.de"),))) == [
        "bamf-koeln"
    ]


def test_a_name_in_another_spelling_and_the_town_find_it(editing: Editing) -> None:
    koeln = editing.opened("bamf-koeln")
    assert isinstance(koeln, Location)
    assert _found(editing, replace(_new("bamf KOELN"), addresses=koeln.addresses)) == ["bamf-koeln"]


def test_an_archived_record_is_not_named(editing: Editing) -> None:
    editing.archive("bamf-koeln")
    assert _found(editing, replace(_new("Neu"), phones=(Phone(raw="0221/92426-0"),))) == []


def test_no_shipped_record_is_taken_for_another_one(editing: Editing, database: Path) -> None:
    with Store(database).reading() as unit:
        everything = unit.records.all()
    found = [one for record in everything for one in editing.lookalikes(record)]
    assert [one for one in found if not one.is_weak] == []
    assert any(one.is_weak for one in found)


def test_the_shipped_state_of_a_record_outlives_every_edit(editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, summary="Anders."))
    assert editing.shipped("moers") == before
    assert editing.shipped("gibt-es-nicht") is None
