"""The directory of everything there is."""

import re
from typing import Any

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.filing import places_of
from desktop.domain.progress import CancelledError
from desktop.domain.vocabulary import Kind
from desktop.printing.paper import Paper
from desktop.printing.variant import TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.awkward import bare, crowd, endless
from tests.support.dossiers import dossier_of, shipped
from tests.support.giving_up import giving_up
from tests.support.paper import GERMAN, drawn
from tests.support.sheet import Printed
from tests.support.tagged import Node, Tagged


@pytest.fixture(scope="module")
def made() -> Paper:
    return drawn("directory", [dossier_of(record) for record in shipped().records], GERMAN)


def test_every_record_stands_in_it_under_its_chapter(made: Paper, catalogue: Catalogue) -> None:
    text = "".join(Tagged(made.pdf).text.split())
    assert [record.id for record in catalogue.records if "".join(record.name.split()) not in text] == []
    chapters = [title for level, title in Printed(made.pdf).outline if level == 1]
    assert chapters == [
        "Inhalt",
        "Kontakte",
        "Modellkommunen",
        "Gute Praxis",
        "Partner",
        "Programm und Themen",
        "Namen und Orte",
    ]


def test_the_contents_name_the_page_on_which_a_record_stands(made: Paper) -> None:
    pages = Printed(made.pdf).pages
    lines = [[node.text.strip() for node in line.nodes] for line in Tagged(made.pdf).find("TOCI")]
    assert len(lines) > 60
    for name, number in lines:
        assert name in pages[int(number) - 1], name


def test_the_index_leads_from_names_and_places_to_pages(made: Paper) -> None:
    pages = Printed(made.pdf).pages
    (found,) = Tagged(made.pdf).find("Index")
    lines = [" ".join(node.text.split()) for node in found.nodes if node.tag == "P"]
    dortmund = next(line for line in lines if line.startswith("Dortmund "))
    numbers = [int(number) for number in re.findall(r"\d+", dortmund)]
    assert numbers == sorted(numbers)
    shown = " ".join(pages[number - 1] for number in numbers)
    there = [record.name for record in shipped().records if "Dortmund" in places_of(record)]
    assert len(there) > 3
    assert all(name in shown for name in there)
    assert [line.casefold()[0] for line in lines[:1]] == ["1"]
    assert any(line.startswith("BAMF Köln ") for line in lines)


def test_the_index_has_names_that_are_looked_up_and_not_what_only_searching_knows(made: Paper) -> None:
    (found,) = Tagged(made.pdf).find("Index")
    terms = {re.sub(r"[\d, ]+$", "", " ".join(node.text.split())) for node in found.nodes if node.tag == "P"}
    assert {"BAMF", "Stadt Köln", "Rhein-Sieg-Kreis", "Außenministerium", "VHS"} <= terms
    assert terms.isdisjoint({"Koeln", "Mühlheim", "Mülheim an der Rühr", "Lipper", "lippisch", "Kölner"})


def test_contents_and_index_can_be_pressed_and_lead_to_their_pages(made: Paper) -> None:
    reader = Tagged(made.pdf).reader
    places = {
        page.indirect_reference.idnum: place
        for place, page in enumerate(reader.pages, start=1)
        if page.indirect_reference
    }
    lines = Tagged(made.pdf).find("TOCI")
    for line in lines:
        (link,) = [node for node in line.walk() if node.tag == "Link"]
        targets = [kid.get_object()["/Obj"]["/Dest"].get_object()[0].idnum for kid in _objects(link)]
        assert targets
        assert {str(places[target]) for target in targets} == {line.nodes[1].text.strip()}


def _objects(link: Node) -> list[Any]:
    """What of a link can be pressed; one that is broken has two."""
    kids: Any = link.source["/K"]
    return [kid for kid in kids if isinstance(kid.get_object(), dict) and kid.get_object().get("/Type") == "/OBJR"]


@pytest.mark.parametrize("size", TypeSize)
def test_awkward_records_are_whole(size: TypeSize) -> None:
    paper = drawn("directory", [bare(), endless(), *crowd(70)], GERMAN, Variant(type_size=size))
    sheet = Printed(paper.pdf)
    assert sheet.overlapping == []
    assert sheet.outside == []
    assert faults(paper.pdf) == []
    assert all(f"0231 9058-{number}" in sheet.text.replace("\u00a0", " ") for number in range(100, 139))


def test_a_thousand_contacts_are_told_about_and_all_printed() -> None:
    told: list[tuple[int, int]] = []
    paper = drawn("directory", crowd(1000), GERMAN, tell=lambda done, total: told.append((done, total)))
    assert paper.page_count > 50
    assert "Stelle 999" in Printed(paper.pdf).pages[-1] or "Stelle 999" in Printed(paper.pdf).text
    assert told == sorted(told)
    assert told[-1] == (2000, 2000)
    assert len(told) > 1000


@pytest.mark.parametrize("at", [1, 30, 75])
def test_whoever_gives_up_gets_nothing(at: int) -> None:
    with pytest.raises(CancelledError):
        drawn("directory", crowd(50), GERMAN, tell=giving_up(at))


def test_a_chapter_without_records_is_left_out(catalogue: Catalogue) -> None:
    partners = [dossier_of(record) for record in catalogue.records if record.KIND is Kind.PARTNER]
    outline = Printed(drawn("directory", partners, GERMAN).pdf).outline
    assert [title for level, title in outline if level == 1] == ["Inhalt", "Partner", "Namen und Orte"]
