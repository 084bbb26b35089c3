"""Which value of a page is copied: the record's own, never a neighbour's."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.catalogue import Catalogue
from desktop.i18n import Translate
from desktop.pages.blocks import Field, Fields, Heading, Value
from desktop.pages.record import page
from desktop.views.copying import ADDRESS, EMAIL, PHONE, first_of
from tests.support.dossiers import dossier
from tests.support.open_places import with_desk
from tests.support.person import Person


@pytest.mark.parametrize(
    ("record_id", "what", "copied"),
    [("bamf-dortmund", PHONE, "0231 9058-0"), ("bva-bonn", PHONE, None), ("moers", PHONE, None)],
)
def test_the_number_of_a_page_is_the_record_s_own(tr: Translate, record_id: str, what: str, copied: str | None) -> None:
    found = first_of(what, page(dossier(record_id), tr).blocks)
    assert (found.copied if found else None) == copied


def test_no_shipped_record_gives_away_a_number_of_its_neighbour(tr: Translate, catalogue: Catalogue) -> None:
    for record in catalogue.records:
        found = first_of(PHONE, page(dossier(record.id), tr).blocks)
        own = [phone.text for phone in getattr(record, "phones", ())]
        if found is not None and own:
            assert found.copied in own, record.id


def test_an_own_number_with_a_remark_counts_and_one_below_a_heading_only_if_it_leads_the_eye() -> None:
    doubtful = Value(text="1", copied="1", target="tel:1", note="Zentrale")
    essential = Value(text="2", copied="2", target="tel:2", is_essential=True)
    below = (Heading("Weitere"), Fields((Field("Telefon", (doubtful,)),)))
    assert first_of(PHONE, (Fields((Field("Telefon", (doubtful,)),)), *below)) == doubtful
    assert first_of(PHONE, below) is None
    assert first_of(PHONE, (*below, Fields((Field("Telefon", (essential,)),)))) == essential
    assert first_of(EMAIL, below) is None
    assert first_of(ADDRESS, below) is None


@pytest.mark.parametrize(
    ("what", "copied"),
    [
        (PHONE, "02841 201-0"),
        (EMAIL, "zuwanderung@moers.de"),
        (ADDRESS, "Servicestelle Zuwanderung\nRathausplatz 1\n47441 Moers"),
    ],
)
def test_of_a_municipality_the_ways_to_its_desk_are_copied(tr: Translate, what: str, copied: str) -> None:
    found = first_of(what, page(with_desk(), tr).blocks)
    assert found is not None
    assert found.copied == copied


@pytest.mark.parametrize(
    ("record_id", "town"), [("bamf", "90461 Nürnberg"), ("bva", "50728 Köln"), ("auswaertiges-amt", "11013 Berlin")]
)
def test_the_address_of_an_organisation_is_that_of_its_head_office(tr: Translate, record_id: str, town: str) -> None:
    found = first_of(ADDRESS, page(dossier(record_id), tr).blocks)
    assert found is not None
    assert (found.copied or "").splitlines()[-1] == town


def test_where_there_is_no_address_it_is_told_that_nothing_was_copied(person: Person) -> None:
    QApplication.clipboard().setText("vorher")
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("dji")
    person.presses("Ctrl+Shift+A")
    assert QApplication.clipboard().text() == "vorher"
    assert person.window.statusBar().currentMessage() == "Nichts kopiert: Auf dieser Seite steht keine Anschrift."
