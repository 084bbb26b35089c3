"""The list print of a tab."""

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.dossier import Dossier
from desktop.domain.progress import CancelledError
from desktop.domain.search import Filters, Question
from desktop.domain.vocabulary import Kind
from desktop.pages.columns import COLUMNS
from desktop.printing.variant import TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.awkward import bare, crowd, endless
from tests.support.dossiers import dossier_of
from tests.support.giving_up import giving_up
from tests.support.open_places import among_its_own, branch, with_desk
from tests.support.paper import ENGLISH, GERMAN, drawn
from tests.support.sheet import Printed
from tests.support.tagged import Tagged


@pytest.fixture
def points(catalogue: Catalogue) -> list[Dossier]:
    return [dossier_of(record) for record in catalogue.records if record.KIND is Kind.LOCATION]


def _rows(pdf: bytes) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in row.nodes] for row in Tagged(pdf).find("TR")]


def test_a_list_of_contacts_has_a_row_for_each_with_place_and_number(points: list[Dossier]) -> None:
    heads, *rows = _rows(drawn("list", points, GERMAN).pdf)
    assert heads == ["Name", "Ort", "Telefon", "E-Mail", "Stand"]
    assert len(rows) == 16
    assert ["BAMF Dortmund", "Dortmund", "0231 9058-0", "Ref431Posteingang@bamf.bund.de", "19.10.2022"] in rows


def test_a_list_of_all_contacts_has_a_heading_for_each_kind_and_the_websites(catalogue: Catalogue) -> None:
    kinds = (Kind.LOCATION, Kind.PERSON, Kind.ORGANIZATION)
    found = [dossier_of(record) for kind in kinds for record in catalogue.records if record.KIND is kind]
    file = Tagged(drawn("list", found, GERMAN).pdf)
    assert [node.text for node in file.find("H2")] == [
        "Kontaktstellen",
        "Ansprechpersonen",
        "Behörden und Organisationen",
    ]
    assert len(file.find("Table")) == 3
    assert all("Internet" in table.nodes[0].text for table in file.find("Table"))
    assert "www.bamf.de" in file.text


def test_a_list_says_what_it_was_narrowed_to(points: list[Dossier]) -> None:
    term = next(term for dossier in points for term in dossier.target_groups)
    facets = {"target_group": (term.id,), "level": ("federal",), "anonymous": ("yes",)}
    question = Question(text="bamf", filters=Filters(facets=facets, takes_unstated=True))
    text = " ".join(Tagged(drawn("list", points, GERMAN, question=question).pdf).text.split())
    for words in ("Gesucht: bamf", f"Zielgruppe: {term.name}", "Ebene: Bund", "Anonyme Beratung: ja", "ohne Angabe"):
        assert words in text
    archive = Question(filters=Filters(only_archived=True))
    assert "archiviert" in Tagged(drawn("list", points, GERMAN, question=archive).pdf).text
    assert "Gesucht" not in Tagged(drawn("list", points, GERMAN, question=Question()).pdf).text


def test_the_list_of_the_programme_has_the_name_of_its_tab(catalogue: Catalogue) -> None:
    kinds = (Kind.PROGRAMME, Kind.MUNICIPALITY, Kind.TOPIC)
    found = [dossier_of(record) for kind in kinds for record in catalogue.records if record.KIND is kind]
    (title,) = Tagged(drawn("list", found, GERMAN).pdf).find("H1")
    assert title.text == "Programm"


def test_good_practices_are_listed_with_their_place(catalogue: Catalogue) -> None:
    found = [dossier_of(record) for record in catalogue.records if record.KIND is Kind.PRACTICE]
    assert _rows(drawn("list", found, GERMAN).pdf)[0] == ["Name", "Ort", "Wofür", "Stand"]


def test_dead_numbers_are_not_listed_as_numbers_to_call(points: list[Dossier]) -> None:
    assert "01888" not in Printed(drawn("list", points, GERMAN).pdf).text


def test_the_chosen_columns_come_in_their_order_behind_the_name(points: list[Dossier]) -> None:
    assert _rows(drawn("list", points, GERMAN, columns=("email", "level", "nobody-knows")).pdf)[0] == [
        "Name",
        "E-Mail",
        "Ebene",
    ]


def test_a_list_may_tell_hours_and_says_what_is_past_its_date() -> None:
    shown = (replace(among_its_own(branch()), is_past=True), with_desk())
    columns = ("phone", "hours", "as_of")
    (_, koeln), (_, moers) = (_rows(drawn("list", [one], GERMAN, columns=columns).pdf) for one in shown)
    assert "Freitag 8:30–12:30 Uhr" in koeln[2].replace("\u00a0", " ")
    assert koeln[3].startswith("19.10.2022")
    assert koeln[3].endswith("Prüfung fällig")
    assert moers[1].startswith("02841 201-0")
    assert "nach Vereinbarung" in moers[2]


@pytest.mark.parametrize("size", TypeSize)
def test_many_columns_turn_the_page_and_all_find_their_place(points: list[Dossier], size: TypeSize) -> None:
    columns = tuple(column.key for column in COLUMNS)
    made = drawn("list", points, GERMAN, Variant(type_size=size), columns=columns)
    width, height = Printed(made.pdf).page_size
    assert width > height
    assert Printed(made.pdf).overlapping == []
    assert faults(made.pdf) == []


@pytest.mark.parametrize("kind", Kind)
def test_records_of_any_kind_are_listed(catalogue: Catalogue, kind: Kind) -> None:
    found = [dossier_of(record) for record in catalogue.records if record.KIND is kind]
    made = drawn("list", found, GERMAN)
    assert len(_rows(made.pdf)) == len(found) + 1
    assert faults(made.pdf) == []


def test_awkward_records_are_whole() -> None:
    made = drawn("list", [bare(), endless(), *crowd(300)], GERMAN, columns=("phone", "summary"))
    sheet = Printed(made.pdf)
    assert all(f"0231 9058-{number}" in sheet.text.replace("\u00a0", " ") for number in range(100, 139))
    assert "Stelle 299" in sheet.text
    assert sheet.overlapping == []
    assert ("Berät. " * 40).strip() in " ".join(sheet.text.split())


def test_an_empty_list_says_so_and_nothing_else_at_its_foot() -> None:
    made = drawn("list", [], GERMAN)
    assert "0 Einträge" in Printed(made.pdf).text
    foot = " ".join(Tagged(made.pdf).artifacts.split())
    assert foot.endswith("Liste Gedruckt am 22.11.2025 mit WegweiserSeite 1 von 1")
    assert "·" not in foot


def test_sentences_that_nobody_has_checked_are_told_to_be_so_where_they_are_printed(points: list[Dossier]) -> None:
    without, told = (
        Printed(drawn("list", points, ENGLISH, columns=columns).pdf).text for columns in (("phone",), ("summary",))
    )
    assert ENGLISH("Nobody has checked this translation yet") not in without
    assert ENGLISH("Nobody has checked this translation yet") in told


def test_a_long_list_is_told_about_row_by_row_and_printed() -> None:
    told: list[tuple[int, int]] = []
    made = drawn("list", crowd(300), GERMAN, tell=lambda done, total: told.append((done, total)))
    assert made.page_count > 4
    assert told == sorted(told)
    assert [done for done, _ in told[:300]] == list(range(1, 301))
    assert told[-1] == (600, 600)


@pytest.mark.parametrize("at", [1, 30, 75])
def test_whoever_gives_up_a_list_gets_nothing(at: int) -> None:
    with pytest.raises(CancelledError):
        drawn("list", crowd(50), GERMAN, tell=giving_up(at))
