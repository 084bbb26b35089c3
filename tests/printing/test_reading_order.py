"""What a screen reader says of a sheet is what the page of the record says, element by element and in its order."""

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.partner import Partner
from desktop.domain.vocabulary import Kind, label
from desktop.i18n import Translate
from desktop.pages.record import page
from desktop.printing.sheets import sheets_for
from tests.support.dossiers import dossier_of
from tests.support.paper import ENGLISH, GERMAN, drawn
from tests.support.spoken import heard, spoken, without_code
from tests.support.tagged import Tagged

LANGUAGES = pytest.mark.parametrize("tr", [GERMAN, ENGLISH], ids=["de", "en"])


@LANGUAGES
@pytest.mark.parametrize("kind", Kind)
def test_every_shipped_record_is_read_aloud_as_its_page_says(catalogue: Catalogue, kind: Kind, tr: Translate) -> None:
    sheet = sheets_for(kind)[0]
    for record in catalogue.records:
        if record.KIND is kind:
            found = dossier_of(record)
            file = Tagged(drawn(sheet.key, [found], tr).pdf)
            assert without_code(heard(file.read_aloud())) == spoken(page(found, tr), tr), record.id


@LANGUAGES
def test_the_partner_list_is_read_row_by_row(catalogue: Catalogue, tr: Translate) -> None:
    partners = [record for record in catalogue.records if isinstance(record, Partner)]
    file = Tagged(drawn("partners", [dossier_of(partner) for partner in partners], tr).pdf)
    rows = [[cell.text.strip() for cell in row.nodes] for row in file.find("TR")]
    assert rows[0] == [tr("Name"), tr("Kind"), tr("Seat")]
    for partner, (name, kind, seat) in zip(partners, rows[1:], strict=True):
        assert name.startswith(partner.name)
        assert (kind, seat) == (tr(label(partner.kind)), partner.seat or "")


def test_a_table_that_goes_on_repeats_its_head_for_the_eye_alone(catalogue: Catalogue) -> None:
    partners = [dossier_of(record) for record in catalogue.records if record.KIND is Kind.PARTNER]
    file = Tagged(drawn("partners", partners * 3, ENGLISH).pdf)
    assert len(file.contents) > 2
    assert sum(node.text == "Name" for node in file.find("TH")) == 1
    assert file.artifacts.count("NameKindSeat") == len(file.contents) - 1


def test_a_record_that_takes_several_pages_is_one_section_and_each_of_its_parts_too(catalogue: Catalogue) -> None:
    programme = next(record for record in catalogue.records if record.KIND is Kind.PROGRAMME)
    made = drawn("programme", [dossier_of(programme)], GERMAN)
    assert made.page_count > 1
    (record,) = Tagged(made.pdf).root.nodes
    assert record.tag == "Sect"
    sections = [node for node in record.nodes if node.tag == "Sect"]
    assert all(section.nodes[0].tag == "H2" for section in sections)
    assert len(sections) == len([node for node in record.walk() if node.tag == "H2"])
