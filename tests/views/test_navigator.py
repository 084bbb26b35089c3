"""Where keys lead: to the best hit of all tabs, round the parts of the window, to the search box."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QTabWidget

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed

ENSE = "Flüchtlingshilfe in Ense"


def gathered(person: Person) -> list[str]:
    model = person.finds(QListView, "shortlist").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def searching(person: Person) -> Person:
    """A person in the tab Programm, where the word stands only within others."""
    person.presses("Ctrl+1", "Ctrl+K")
    person.types("ense")
    assert len(person.sees_rows()) > 0
    return person


def test_the_shortlist_takes_the_record_of_that_name_and_not_a_weak_hit_of_the_tab_in_front(searching: Person) -> None:
    searching.presses("Ctrl+M")
    assert gathered(searching) == [f"1. {ENSE}"]
    assert ENSE in searching.reads()


def test_printing_takes_the_best_hit_as_well(searching: Person, edges: FakeEdges) -> None:
    searching.presses("Ctrl+P", "Return")
    assert ENSE in Printed(edges.printer.printed[0]).text


def test_a_record_chosen_by_an_arrow_key_is_the_one_that_is_meant(searching: Person) -> None:
    searching.presses("Down")
    shown = searching.sees_chosen()
    assert shown != ENSE
    searching.presses("Ctrl+M")
    assert gathered(searching) == [f"1. {shown}"]


def test_a_record_that_was_clicked_is_the_one_that_is_meant(searching: Person) -> None:
    view = searching.finds(QAbstractItemView, "records")
    place = view.visualRect(view.model().index(0, 0, QModelIndex())).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    searching.waits()
    shown = searching.sees_chosen()
    searching.presses("Ctrl+K", "Ctrl+M")
    assert gathered(searching) == [f"1. {shown}"]


def test_a_tab_that_was_gone_to_by_hand_is_the_one_that_is_meant(searching: Person) -> None:
    searching.presses("Ctrl+4")
    shown = searching.sees_chosen()
    searching.presses("Ctrl+K", "Ctrl+M")
    assert gathered(searching) == [f"1. {shown}"]


def test_what_is_typed_next_is_looked_for_in_all_tabs_again(searching: Person) -> None:
    searching.presses("Ctrl+4", "Ctrl+K")
    searching.types("moers")
    searching.presses("Ctrl+M")
    assert gathered(searching) == ["1. Moers"]
    assert searching.finds(QTabWidget).currentIndex() == 0


def parts(person: Person, key: str, times: int) -> list[str]:
    found = []
    for _ in range(times):
        person.presses(key)
        found.append(person.focused().objectName())
    return found


def test_one_key_goes_round_search_box_list_and_record_and_another_back(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    assert parts(person, "F6", 3) == ["records", "reading", "search"]
    assert parts(person, "Shift+F6", 3) == ["reading", "records", "search"]


def test_the_open_shortlist_is_on_the_way_round(person: Person) -> None:
    person.types("moers")
    person.presses("Ctrl+M", "Ctrl+K")
    assert parts(person, "F6", 4) == ["records", "reading", "shortlist", "search"]


@pytest.mark.parametrize("place", ["Ctrl+2", "F6", "Ctrl+Shift+M", "Ctrl+K"])
def test_a_slash_leads_to_the_search_box_and_writes_none(person: Person, place: str) -> None:
    person.presses("Ctrl+2", place)
    person.types("/")
    assert person.focused().objectName() == "search"
    assert person.finds(QLineEdit, "search").text() == ""


def test_a_slash_within_a_text_is_a_sign_like_others(person: Person) -> None:
    person.types("a/b")
    assert person.finds(QLineEdit, "search").text() == "a/b"
