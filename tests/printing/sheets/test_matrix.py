"""All municipalities beside what each of them names."""

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.dossier import Dossier
from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import Kind
from desktop.i18n import pseudo
from desktop.printing.variant import TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.dossiers import dossier_of
from tests.support.paper import GERMAN, drawn
from tests.support.sheet import Printed
from tests.support.tagged import Node, Tagged


@pytest.fixture
def municipalities(catalogue: Catalogue) -> list[Dossier]:
    return [dossier_of(record) for record in catalogue.records if record.KIND is Kind.MUNICIPALITY]


def _rows(table: Node) -> dict[str, list[str]]:
    return {row.nodes[0].text.strip(): [cell.text.strip() for cell in row.nodes[1:]] for row in table.nodes}


def test_all_twelve_stand_beside_the_fields_of_action_on_one_landscape_page(municipalities: list[Dossier]) -> None:
    made = drawn("matrix", municipalities, GERMAN)
    width, height = Printed(made.pdf).page_size
    assert width > height
    assert made.page_count == 2
    fields, groups = (_rows(table) for table in Tagged(made.pdf).find("Table"))
    assert fields["Handlungsfelder"] == ["Anzahl", *(found.record.name for found in municipalities)]
    assert groups["Zielgruppen"] == fields["Handlungsfelder"]
    assert faults(made.pdf) == []


def test_a_field_is_named_exactly_where_the_data_name_it(municipalities: list[Dossier]) -> None:
    fields, _ = (_rows(table) for table in Tagged(drawn("matrix", municipalities, GERMAN).pdf).find("Table"))
    terms = {term.id: term.name for found in municipalities for term in found.subjects}
    named = {
        (terms[term_id], found.record.name)
        for found in municipalities
        if isinstance(found.record, Municipality)
        for statement in found.record.fields_of_action
        for term_id in statement.subject_ids
    }
    columns = fields.pop("Handlungsfelder")[1:]
    told = {
        (term, name)
        for term, cells in fields.items()
        for name, cell in zip(columns, cells[1:], strict=True)
        if "•" in cell
    }
    assert told == named
    assert {cells[0] for term, cells in fields.items() if term == "Sprache"} == {"6 von 12"}
    assert all(cells[0] == f"{sum('•' in cell for cell in cells)} von 12" for cells in fields.values())


def test_silence_is_no_no_and_says_so_by_sign_and_word(municipalities: list[Dossier]) -> None:
    made = drawn("matrix", municipalities, GERMAN)
    fields, groups = (_rows(table) for table in Tagged(made.pdf).find("Table"))
    dormagen = fields["Handlungsfelder"].index("Dormagen")
    assert {cells[dormagen] for cells in list(fields.values())[1:]} == {"? keine Angabe"}
    lippe = fields["Handlungsfelder"].index("Kreis Lippe")
    assert fields["Wohnen"][lippe] == "– nicht genannt"
    county = groups["Zielgruppen"].index("Rheinisch-Bergischer Kreis")
    assert {cells[county] for cells in list(groups.values())[1:]} == {"? keine Angabe"}
    text = " ".join(Printed(made.pdf).text.split())
    assert "8 von 12 Kommunen nennen Handlungsfelder." in text
    assert "11 von 12 Kommunen nennen Zielgruppen." in text
    assert "Das heißt nicht „nein“." in text


def test_rows_and_columns_are_heads_of_their_cells(municipalities: list[Dossier]) -> None:
    for table in Tagged(drawn("matrix", municipalities, GERMAN).pdf).find("Table"):
        assert {node.tag for node in table.nodes[0].nodes} == {"TH"}
        assert all([node.tag for node in row.nodes][:2] == ["TH", "TD"] for row in table.nodes[1:])


@pytest.mark.parametrize("size", TypeSize)
def test_large_print_and_long_words_find_their_place(municipalities: list[Dossier], size: TypeSize) -> None:
    for tr in (GERMAN, pseudo()):
        sheet = Printed(drawn("matrix", municipalities, tr, Variant(type_size=size)).pdf)
        assert sheet.overlapping == []
        assert sheet.outside == []


def test_without_a_municipality_there_is_nothing_to_count() -> None:
    assert "0 von 0" in Printed(drawn("matrix", [], GERMAN).pdf).text
