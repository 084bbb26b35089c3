"""The partner list."""

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.dossier import Dossier
from desktop.domain.partner import Partner
from desktop.domain.provenance import Flag
from desktop.domain.vocabulary import FlagKind, Kind, label
from tests.support.dossiers import dossier, dossier_of
from tests.support.paper import ENGLISH, drawn
from tests.support.sheet import Printed


@pytest.fixture
def partners(catalogue: Catalogue) -> list[Dossier]:
    return [dossier_of(record) for record in catalogue.records if record.KIND is Kind.PARTNER]


def test_all_38_stand_in_one_list_with_kind_and_seat(partners: list[Dossier]) -> None:
    made = drawn("partners", partners, ENGLISH)
    sheet = Printed(made.pdf)
    assert made.page_count == 1
    assert "38 partner organisations" in sheet.text
    for partner in [found.record for found in partners if not found.record.flags]:
        assert isinstance(partner, Partner)
        assert " ".join((partner.name, ENGLISH(label(partner.kind)), partner.seat or "")).strip() in sheet.text
    assert sheet.overlapping == []


def test_a_seat_that_is_not_stated_is_said_once(partners: list[Dossier]) -> None:
    text = Printed(drawn("partners", partners, ENGLISH).pdf).text
    assert text.count("not stated") == 0
    assert text.count("Where no seat stands, none is stated.") == 1


def test_what_is_in_doubt_about_a_partner_stands_below_its_name(partners: list[Dossier]) -> None:
    text = Printed(drawn("partners", partners, ENGLISH).pdf).text
    after = text.split("Polizei Gelsenkirchen")[1].split("Polizeipräsidium Dortmund")[0]
    assert "Spelling differs" in after


def test_a_long_list_repeats_its_head_on_every_page(partners: list[Dossier]) -> None:
    made = drawn("partners", partners * 4, ENGLISH)
    assert made.page_count > 2
    assert all("Name Kind Seat" in page for page in Printed(made.pdf).pages)


def test_long_doubts_about_a_partner_run_over_pages_and_are_whole(partners: list[Dossier]) -> None:
    texts = [f"Zweifel {number}: " + "Satz über die Sache. " * 90 + f"Ende {number}." for number in range(6)]
    flags = tuple(Flag(kind=FlagKind.TYPO, note=text) for text in texts)
    partners[3] = replace(partners[3], record=replace(partners[3].record, flags=flags, name="Donaudampfschiff" * 18))
    sheet = Printed(drawn("partners", partners, ENGLISH).pdf)
    assert all(f"Zweifel {number}:" in sheet.text and f"Ende {number}." in sheet.text for number in range(6))
    assert sheet.overlapping == []
    assert sheet.outside == []


def test_a_single_partner_is_printed_with_all_that_is_known_of_it() -> None:
    made = drawn("programme", [dossier("bezirksregierung-koeln")], ENGLISH)
    sheet = Printed(made.pdf)
    assert "District government" in sheet.text
    assert "Topics" in sheet.text
    assert made.file_name == "overview-sheet-bezirksregierung-koeln.pdf"
