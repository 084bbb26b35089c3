"""The timeline of the programme on the screen and on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListView

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


@pytest.fixture
def reader(person: Person) -> Person:
    """A person before the timeline."""
    person.presses("Alt+3")
    return person


def lines(person: Person) -> list[str]:
    """Every line as a screen reader says it."""
    model = person.finds(QListView, "timeline").model()
    rows = range(model.rowCount())
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def test_every_dated_fact_stands_in_its_order_with_its_record(reader: Person) -> None:
    told = lines(reader)
    assert (
        told[0] == "2015: Besonders viele Menschen wandern nach Nordrhein-Westfalen ein. (Einwanderung gestalten NRW)"
    )
    assert "01.06.2017: Das Modellprojekt begann. (Dormagen)" in told
    assert told.index("01.06.2017: Das Modellprojekt begann. (Dormagen)") == 4


def test_gaps_and_those_without_a_date_are_said(reader: Person) -> None:
    told = lines(reader)
    assert "keine Angabe: zwischen 01.06.2018 und Ende 2019" in told
    assert "keine Angabe: nach Ende 2019; Stand der Angaben: 19.10.2022" in told
    assert any(line.startswith("8 von 12 Kommunen ohne Datum: Bielefeld, Dortmund") for line in told)
    assert any("Kommunale Integrationsmanagement (KIM)" in line for line in told)


def test_enter_goes_to_the_record_and_escape_comes_back(reader: Person) -> None:
    reader.presses("Home", "Down", "Return")
    assert "Dormagen" in reader.reads()
    assert reader.sees_chosen() == "Dormagen"
    reader.presses("Esc")
    assert reader.focused() is reader.finds(QListView, "timeline")
    assert reader.finds(QListView, "timeline").currentIndex().row() == 1


def test_enter_on_a_gap_stays_where_it_is(reader: Person) -> None:
    view = reader.finds(QListView, "timeline")
    view.setCurrentIndex(view.model().index(7, 0))
    reader.presses("Return")
    assert reader.focused() is view


def test_the_dates_of_all_records_come_at_a_wish(reader: Person) -> None:
    before = len(lines(reader))
    reader.clicks(reader.finds(QCheckBox, "whole-timeline"))
    told = lines(reader)
    assert len(told) > before
    assert told[0].startswith("1963: Das Institut entsteht.")
    assert told[1].startswith("keine Angabe: zwischen 1963 und 2005")


def test_one_key_prints_it(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+P", "Return")
    (printed,) = edges.printer.printed
    text = " ".join(Printed(printed).text.split())
    assert "Zeitleiste" in text
    assert "bis Ende 2019 Kienbaum und IMAP" in text


def test_a_letter_begins_a_search_and_the_list_is_there_again(reader: Person) -> None:
    reader.types("moers")
    assert reader.sees_rows()[0] == "Moers"


def test_what_the_shortlist_takes_is_the_record_of_the_line(reader: Person) -> None:
    reader.presses("Home", "Down", "Ctrl+M")
    model = reader.finds(QListView, "shortlist").model()
    assert str(model.index(0, 0).data()) == "1. Dormagen"


def test_alt_left_leads_back_from_a_record_to_the_timeline(reader: Person) -> None:
    reader.presses("Home", "Down", "Return")
    assert "Dormagen" in reader.reads()
    reader.presses("Alt+Left")
    assert reader.focused() is reader.finds(QListView, "timeline")
    assert reader.finds(QListView, "timeline").currentIndex().row() == 1
