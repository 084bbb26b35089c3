"""Municipalities side by side for a coordinator."""

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import WrongSheetError
from desktop.domain.vocabulary import Kind
from desktop.pages import comparing
from desktop.pages.words import section_label
from desktop.printing.variant import TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.dossiers import dossier, dossier_of
from tests.support.paper import GERMAN, drawn
from tests.support.sheet import Printed
from tests.support.tagged import Node, Tagged

THREE = ("moers", "rheine", "koeln")


def _rows(table: Node) -> dict[str, list[str]]:
    return {row.nodes[0].text.strip(): [cell.text for cell in row.nodes[1:]] for row in table.nodes}


def test_three_stand_side_by_side_on_landscape_pages() -> None:
    made = drawn("comparison", [dossier(each) for each in THREE], GERMAN)
    width, height = Printed(made.pdf).page_size
    assert width > height
    (table,) = Tagged(made.pdf).find("Table")
    rows = _rows(table)
    assert rows[GERMAN("Section")] == ["Moers", "Rheine", "Köln"]
    for section in ("target_groups", "aims", "fields_of_action", "boards", "lead_units", "partners"):
        assert len(rows[section_label(Kind.MUNICIPALITY, section, GERMAN)]) == 3
    assert GERMAN("Staff") not in rows
    assert "Lenkungskreis" in rows["Gremien"][0]
    assert all("19.10.2022" in cell for cell in rows["Stand und Quelle"])


def test_every_statement_of_every_municipality_is_in_its_column(catalogue: Catalogue) -> None:
    found = [record for record in catalogue.records if record.KIND is Kind.MUNICIPALITY]
    sections = tuple(key for key, _ in comparing.sections(GERMAN))
    made = drawn("comparison", [dossier_of(record) for record in found], GERMAN, sections=sections)
    tables = Tagged(made.pdf).find("Table")
    columns = {
        head.text.strip(): "".join("".join(row.nodes[place].text for row in table.nodes).split()).replace("\u00ad", "")
        for table in tables
        for place, head in enumerate(table.nodes[0].nodes)
        if place
    }
    assert len(columns) == 12
    for record in found:
        for _, statements in record.sections():
            for statement in statements:
                assert "".join(statement.text.split()) in columns[record.name], record.id


@pytest.mark.parametrize(("count", "tables"), [(2, 1), (4, 1), (5, 2), (12, 3)])
def test_more_than_four_go_on_in_a_further_table(catalogue: Catalogue, count: int, tables: int) -> None:
    found = [dossier_of(record) for record in catalogue.records if record.KIND is Kind.MUNICIPALITY][:count]
    made = drawn("comparison", found, GERMAN)
    assert len(Tagged(made.pdf).find("Table")) == tables
    sheet = Printed(made.pdf)
    assert sheet.overlapping == []
    assert sheet.outside == []


@pytest.mark.parametrize("size", TypeSize)
def test_every_page_says_again_whose_columns_these_are(size: TypeSize) -> None:
    made = drawn("comparison", [dossier("moers"), dossier("rheine")], GERMAN, Variant(type_size=size))
    assert made.page_count > 1
    assert all("Abschnitt Moers Rheine" in page for page in Printed(made.pdf).pages)
    assert faults(made.pdf) == []


def test_only_the_chosen_sections_are_compared() -> None:
    made = drawn("comparison", [dossier(each) for each in THREE], GERMAN, sections=("facts", "boards"))
    (table,) = Tagged(made.pdf).find("Table")
    assert {"Art der Kommune", "Gremien", "Stand und Quelle"} <= set(_rows(table))
    assert {"Ziele", "Handlungsfelder", "Termine"}.isdisjoint(_rows(table))
    assert made.page_count == 1


def test_three_municipalities_take_few_pages_and_no_sentence_is_torn_apart() -> None:
    made = drawn("comparison", [dossier(each) for each in THREE], GERMAN)
    assert made.page_count <= 4
    for item in Tagged(made.pdf).find("LBody"):
        assert len({id(node.source["/Pg"]) for node in item.walk() if "/Pg" in node.source}) <= 1


def test_one_alone_cannot_be_compared() -> None:
    with pytest.raises(WrongSheetError, match="two municipalities"):
        drawn("comparison", [dossier("moers")])
