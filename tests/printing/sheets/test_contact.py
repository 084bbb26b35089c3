"""The contact sheet in a client's hand."""

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email
from desktop.domain.vocabulary import Kind, LocationRole, ReachStatus
from desktop.printing.paper import Paper
from tests.support.dossiers import dossier, dossier_of
from tests.support.paper import ENGLISH, drawn
from tests.support.sheet import Printed


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
