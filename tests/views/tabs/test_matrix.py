"""The matrix of the programme on the screen and on paper."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QTableView

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.screenshots import SCREEN, TITLE_BAR
from tests.support.sheet import Printed

_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def reader(person: Person) -> Person:
    """A person before the matrix."""
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    person.presses("Alt+4")
    return person


def table(person: Person) -> QTableView:
    return person.finds(QTableView, "matrix")


def heads(person: Person, orientation: Qt.Orientation) -> list[str]:
    model = table(person).model()
    count = model.columnCount(QModelIndex()) if orientation == _ACROSS else model.rowCount(QModelIndex())
    return [str(model.headerData(number, orientation)) for number in range(count)]


def cell(person: Person, term: str, name: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    model = table(person).model()
    place = model.index(heads(person, _DOWN).index(term), heads(person, _ACROSS).index(name))
    return str(place.data(role)).replace("\u00a0", " ")


def test_twelve_municipalities_stand_beside_every_field_with_a_count(reader: Person) -> None:
    assert len(heads(reader, _ACROSS)) == 13
    assert heads(reader, _DOWN)[:2] == ["Ausbildung und Arbeit", "Sprache"]
    assert cell(reader, "Sprache", "Anzahl") == "6 von 12"


def test_silence_is_told_from_a_name_by_sign_and_word(reader: Person) -> None:
    assert cell(reader, "Sprache", "Moers") == "• genannt"
    assert cell(reader, "Sprache", "Wuppertal") == "– nicht genannt"
    assert cell(reader, "Sprache", "Dormagen") == "? keine Angabe"


def test_a_screen_reader_hears_whose_and_what_and_in_which_words(reader: Person) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert cell(reader, "Sprache", "Moers", role) == (
        "Moers, Sprache: genannt (Sprache; Ausbildung-Qualifizierung-Sprache)"
    )
    assert cell(reader, "Sprache", "Anzahl", role) == "Sprache: 6 von 12"
    assert "Das heißt nicht „nein“" in table(reader).accessibleDescription()


def test_all_columns_can_be_seen_at_once_on_a_small_screen(reader: Person) -> None:
    assert table(reader).horizontalScrollBar().maximum() == 0


def test_target_groups_are_one_key_away(reader: Person) -> None:
    box = reader.finds(QComboBox, "matrix-axis")
    box.setFocus()
    reader.presses("Down")
    assert cell(reader, "Geflüchtete", "Anzahl") == "8 von 12"
    assert cell(reader, "Geflüchtete", "Rheinisch-Bergischer Kreis") == "? keine Angabe"


def test_enter_goes_to_the_municipality_and_escape_comes_back(reader: Person) -> None:
    reader.presses("Right", "Return")
    assert "Bielefeld" in reader.reads()
    reader.presses("Esc")
    assert reader.focused() is table(reader)


def test_alt_left_leads_back_from_a_record_to_the_matrix(reader: Person) -> None:
    reader.presses("Down", "Right", "Return")
    reader.presses("Alt+Left")
    assert reader.focused() is table(reader)
    assert table(reader).currentIndex().row() == 1


def test_one_key_prints_it_on_landscape_pages(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+P", "Return")
    (printed,) = edges.printer.printed
    sheet = Printed(printed)
    assert all(width > height for width, height in sheet.sizes)
    assert "7 von 12" in sheet.text
