"""The contact sheet in a client's hand."""

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.provenance import Flag, Provenance
from desktop.domain.record import Email
from desktop.domain.vocabulary import FlagKind, Kind, LocationRole, ReachStatus
from desktop.printing.paper import Paper
from desktop.printing.text import UnprintableError
from desktop.printing.variant import TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.awkward import NOTE, bare, crowd, endless
from tests.support.codes import codes_on
from tests.support.dossiers import dossier, dossier_of, shipped
from tests.support.open_places import WEEK, among_its_own, branch
from tests.support.paper import ENGLISH, GERMAN, drawn
from tests.support.sheet import Printed
from tests.support.tagged import Tagged


def _sheet(*ids: str) -> Paper:
    return drawn("contact", [dossier(record_id) for record_id in ids], ENGLISH)


def test_each_of_the_contact_points_takes_one_page(catalogue: Catalogue) -> None:
    points = [record.id for record in catalogue.records if record.KIND is Kind.LOCATION]
    assert len(points) == 16
    assert {point: _sheet(point).page_count for point in points} == dict.fromkeys(points, 1)


def test_several_contacts_take_a_page_each_in_the_order_chosen() -> None:
    made = _sheet("jmd-zentrale", "bamf-koeln", "miriam-palazzi")
    jmd, bamf, palazzi = Printed(made.pdf).pages
    assert "Jugendmigrationsdienste" in jmd
    assert "0221 92426-0" in bamf
    assert "miriam.palazzi@mkjfgfi.nrw.de" in palazzi
    assert bamf.endswith("Page 2 of 3")


def test_numbers_mails_and_websites_can_be_pressed() -> None:
    links = Printed(_sheet("bamf-koeln").pdf).links
    assert "tel:+49221924260" in links
    assert "mailto:Ref324Posteingang@bamf.bund.de" in links
    assert "https://www.bamf.de" in links


def test_the_other_locations_of_the_organisation_stand_there_to_choose_from() -> None:
    sheet = Printed(_sheet("bamf-koeln").pdf)
    assert "BAMF Dortmund Huckarder Str. 91, 44147 Dortmund · 0231 9058-0" in sheet.text
    assert "tel:+4923190580" in sheet.links


def test_a_dead_number_is_told_with_its_reason_and_never_to_be_called(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        if isinstance(record, Location) and any(phone.status is ReachStatus.DEAD for phone in record.phones):
            sheet = Printed(drawn("contact", [dossier_of(record)], ENGLISH).pdf)
            assert not [link for link in sheet.links if "1888" in link], record.id
            assert "No longer reachable" in sheet.text
            assert "01888" not in sheet.text.partition("No longer reachable")[0]


def test_a_dead_number_is_struck_out_and_told_to_be_dead(catalogue: Catalogue) -> None:
    made = _sheet("aussiedlerbeauftragter-berlin")
    dead = [node for node in Tagged(made.pdf).find("Span") if "/Alt" in node.source]
    assert [str(node.source["/Alt"]) for node in dead] == [
        "01888 681-1120 (no longer reachable)",
        "01888 681-1138 (no longer reachable)",
    ]
    assert faults(made.pdf) == []
    alive = dossier("aussiedlerbeauftragter-berlin")
    assert isinstance(alive.record, Location)
    phones = tuple(phone for phone in alive.record.phones if phone.status is not ReachStatus.DEAD)
    without = drawn("contact", [replace(alive, record=replace(alive.record, phones=phones))], ENGLISH)
    assert Printed(made.pdf).rules >= Printed(without.pdf).rules + 2


def test_a_yes_that_does_not_hold_for_everything_is_no_plain_yes() -> None:
    found = dossier("bamf-koeln")
    flag = Flag(kind=FlagKind.DOUBTFUL, note="Nur für Jugendliche.", field="is_anonymous")
    doubted = replace(found, record=replace(found.record, is_anonymous=True, flags=(flag,)))
    assert "yes, with limits · Nur für Jugendliche." in Printed(drawn("contact", [doubted], ENGLISH).pdf).text
    plain = replace(found, record=replace(found.record, is_anonymous=True, flags=()))
    assert "with limits" not in Printed(drawn("contact", [plain], ENGLISH).pdf).text


@pytest.mark.parametrize("point", ["bva-bonn", "bva-hamm"])
def test_no_word_of_a_name_is_cut_in_large_print(point: str) -> None:
    found = [each for each in shipped().records if each.id == point]
    for record in found or [dossier("bva-bonn").record]:
        text = drawn("contact", [dossier_of(record)], GERMAN, Variant(type_size=TypeSize.LARGE)).pdf
        assert any("Bundesverwaltungsamt," in line for line in Printed(text).lines)


def test_a_web_address_in_doubt_is_shown_with_its_proposal_and_cannot_be_pressed() -> None:
    sheet = Printed(_sheet("aussiedlerbeauftragter-berlin").pdf)
    assert "ww.aussiedlerbeauftragter.de" in sheet.text
    assert not [link for link in sheet.links if "aussiedlerbeauftragter.de" in link and link.startswith("http")]


def test_a_contact_point_of_which_only_the_name_is_known_prints_nothing_empty() -> None:
    bare = Location(
        id="neu",
        name="Beratung <Nord> & „Süd“",
        organization_id="jmd",
        role=LocationRole.OFFICE,
        emails=(Email(address="a&b@x.de"),),
        provenance=Provenance(source="chancen-nrw"),
    )
    found = replace(dossier_of(bare), locations=())
    sheet = Printed(drawn("contact", [found], ENGLISH).pdf)
    assert "Beratung <Nord> & „Süd“" in sheet.text
    assert "mailto:a&b@x.de" in sheet.links
    for label in ("Telephone", "Fax", "Address", "Languages", "Interpreter", "Costs"):
        assert label not in sheet.text


def test_every_contact_point_bears_its_card_for_the_telephone(catalogue: Catalogue, qapp: object) -> None:
    points = [record for record in catalogue.records if isinstance(record, Location)]
    codes = codes_on(drawn("contact", [dossier_of(record) for record in points], ENGLISH).pdf)
    assert len(codes) == len(points)
    assert all(f"FN:{record.name.split(',')[0]}" in code for record, code in zip(points, codes, strict=True))


def test_compact_several_contacts_share_a_page_in_the_order_chosen() -> None:
    ids = ("jmd-zentrale", "bamf-koeln", "bva-zentrale")
    made = drawn("contact", [dossier(each) for each in ids], ENGLISH, Variant(is_compact=True))
    assert made.page_count == 1
    text = Printed(made.pdf).text
    names = [dossier(each).record.name for each in ids]
    assert sorted(names, key=text.index) == names
    assert faults(made.pdf) == []


def test_compact_sheets_hold_whatever_a_record_holds(qapp: object) -> None:
    made = drawn("contact", [bare(), endless(), *crowd(20)], ENGLISH, Variant(is_compact=True))
    sheet = Printed(made.pdf)
    assert NOTE in Tagged(made.pdf).text
    assert sheet.overlapping == []
    assert sheet.outside == []
    assert len(codes_on(made.pdf)) == 20  # the bare one has no card, the endless name fits into no code


def test_a_sign_that_cannot_be_printed_is_told_before() -> None:
    for key, variant in (("contact", Variant(is_compact=True)), ("handout", Variant()), ("directory", Variant())):
        with pytest.raises(UnprintableError, match=r"Beratung .*U\+1F600"):
            drawn(key, [bare("Beratung 😀")], ENGLISH, variant)


def test_with_hours_and_past_its_date_a_contact_point_still_takes_one_page(catalogue: Catalogue) -> None:
    places = [record for record in catalogue.records if isinstance(record, Location)]
    found = [
        replace(dossier_of(place), record=replace(place, opening_hours=WEEK[:-1]), is_past=True) for place in places
    ]
    assert {drawn("contact", [each], GERMAN).page_count for each in found} == {1}


def test_a_contact_sheet_tells_when_a_place_is_open_and_whose_hours_these_are() -> None:
    text = Printed(drawn("contact", [replace(among_its_own(branch()), is_past=True)], ENGLISH).pdf).text
    assert "Monday–Wednesday 8:30–12:30, 14:00–16:00" in text
    assert "Saturday, Sunday closed" in text
    assert "as BAMF Nürnberg" in text
    assert "As of 2022-10-19 – check is due" in text


def test_compact_contacts_tell_their_hours() -> None:
    text = Printed(drawn("contact", [among_its_own(branch())], ENGLISH, Variant(is_compact=True)).pdf).text
    assert "Friday 8:30–12:30" in text
