"""The shortlist of one client: gathered by key from any tab, put in order, printed, forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit
from pytestqt.modeltest import ModelTester

from desktop.app.paths import Paths
from desktop.domain.dossier import Reference
from desktop.domain.office import Office
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.shortlist.shortlist import MOST, Shortlist
from tests.conftest import Opens
from tests.support.person import Person


def put(person: Person, text: str) -> None:
    person.presses("Ctrl+K")
    person.types(text)
    person.presses("Ctrl+M")


def gathered(person: Person) -> list[str]:
    model = person.finds(QListView, "shortlist").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def two(person: Person) -> Person:
    """A person who has put two records on the list."""
    person.presses("Ctrl+2")
    put(person, "jmd bonn")
    put(person, "bamf dort")
    return person


def test_one_key_puts_the_hit_on_the_list(two: Person) -> None:
    assert gathered(two) == ["1. JMD Bonn", "2. BAMF Dortmund"]
    assert "2" in two.window.statusBar().currentMessage()
    assert two.focused().objectName() == "search"


def test_the_same_key_takes_it_off_again_and_says_so(two: Person) -> None:
    two.presses("Ctrl+M")
    assert gathered(two) == ["1. JMD Bonn"]
    assert "BAMF Dortmund" in two.window.statusBar().currentMessage()


def test_a_key_pressed_faster_than_the_answer_takes_the_hit_of_the_whole_text(person: Person) -> None:
    person.presses_at_once(*"moers", "Ctrl+M")
    person.waits()
    assert gathered(person) == ["1. Moers"]


def test_a_hit_of_another_tab_comes_to_the_front(two: Person) -> None:
    put(two, "moers")
    assert gathered(two)[2] == "3. Moers"
    assert "Moers" in two.reads()


def test_keys_put_the_list_in_order(two: Person) -> None:
    two.presses("Ctrl+Shift+M", "Alt+Down")
    assert gathered(two) == ["1. BAMF Dortmund", "2. JMD Bonn"]
    two.presses("Del")
    assert gathered(two) == ["1. BAMF Dortmund"]


def test_enter_on_the_list_reads_the_record(two: Person) -> None:
    two.presses("Ctrl+Shift+M", "Return")
    assert "Jugendmigrationsdienste" in two.reads()


def test_without_a_record_in_front_it_says_what_is_missing(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+M")
    assert person.window.statusBar().currentMessage() == tr("Choose a record first.")


def test_an_empty_list_is_not_printed(person: Person) -> None:
    person.presses("Ctrl+Shift+P")
    assert person.top() is person.window
    assert "Strg+M" in person.window.statusBar().currentMessage()


def test_the_next_client_finds_nothing_of_the_last_one(two: Person) -> None:
    step = two.finds(QPlainTextEdit, "next-step")
    QTest.keyClicks(step, "Termin am Montag")
    two.presses("Ctrl+2", "Ctrl+L")
    two.types("j")
    two.presses("Ctrl+Shift+N")

    assert two.finds(QLineEdit, "search").text() == ""
    assert two.focused().objectName() == "search"
    assert two.sees_chips() == []
    assert "BAMF Dortmund" not in two.reads()
    assert not any(view.isVisible() for view in two.top().findChildren(QListView, "shortlist"))
    put(two, "bva bonn")
    assert gathered(two) == ["1. BVA Bonn"]
    assert two.finds(QPlainTextEdit, "next-step").toPlainText() == ""


def test_the_list_ends_where_a_handout_helps_nobody(person: Person, tr: Translate) -> None:
    shortlist = Shortlist(tr)
    for number in range(MOST):
        shortlist.add(Reference(f"eintrag-{number}", Kind.LOCATION, f"Stelle {number}"))
    assert shortlist.is_full


def test_qt_finds_no_fault_with_the_list(qapp: object, tr: Translate, qtmodeltester: ModelTester) -> None:
    shortlist = Shortlist(tr)
    qtmodeltester.check(shortlist)  # type: ignore[no-untyped-call]  # pytest-qt has no types here
    for number in range(3):
        shortlist.add(Reference(f"eintrag-{number}", Kind.LOCATION, f"Stelle {number}"))
    assert shortlist.move(0, 1) == 1
    assert shortlist.move(0, -1) == 0
    assert shortlist.ids == ("eintrag-1", "eintrag-0", "eintrag-2")
    spoken = shortlist.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1. Stelle 1, Kontaktstelle"
    shortlist.clear()
    assert shortlist.rowCount() == 0


def says(person: Person) -> str:
    return person.window.statusBar().currentMessage()


def test_after_a_move_the_new_place_is_told(two: Person) -> None:
    two.presses("Ctrl+Shift+M", "Alt+Down")
    assert says(two) == "JMD Bonn ist jetzt Nummer 2"
    two.presses("Alt+Up")
    assert says(two) == "JMD Bonn ist jetzt Nummer 1"


def test_what_was_removed_comes_back_to_its_place(two: Person) -> None:
    two.presses("Ctrl+Shift+M", "Del")
    assert says(two) == "JMD Bonn entfernt. Strg+Z in der Merkliste holt den Eintrag zurück."
    two.presses("Ctrl+Z")
    assert gathered(two) == ["1. JMD Bonn", "2. BAMF Dortmund"]
    assert says(two) == "JMD Bonn ist wieder Nummer 1"
    two.presses("Ctrl+Z")
    assert gathered(two) == ["1. JMD Bonn", "2. BAMF Dortmund"]
    assert says(two) == "Es gibt nichts zurückzuholen."


def test_the_last_record_comes_back_too_also_by_the_button(two: Person, tr: Translate) -> None:
    two.presses("Ctrl+Shift+M", "Del")
    minus = two.button("−")
    minus.setFocus()
    two.presses("Space")
    assert gathered(two) == []
    two.presses("Ctrl+Z")
    assert gathered(two) == ["1. BAMF Dortmund"]


def test_what_was_put_on_the_list_again_does_not_come_back_twice(two: Person) -> None:
    two.presses("Ctrl+Shift+M", "Del")
    put(two, "jmd bonn")
    two.presses("Ctrl+Shift+M", "Ctrl+Z")
    assert gathered(two) == ["1. BAMF Dortmund", "2. JMD Bonn"]


def test_a_long_next_step_can_be_read_and_tab_leaves_the_field(two: Person) -> None:
    step = two.finds(QPlainTextEdit, "next-step")
    assert step.viewport().height() >= 3 * step.fontMetrics().lineSpacing()
    step.setFocus()
    two.types("Termin am Montag um 9 Uhr, bitte Ausweis und Gestattung mitbringen")
    assert step.verticalScrollBar().maximum() == 0
    two.presses("Tab")
    assert two.focused() is not step
    assert "\t" not in step.toPlainText()


def test_what_is_pasted_into_the_next_step_stays_one_sentence_that_is_printed_whole(two: Person) -> None:
    step = two.finds(QPlainTextEdit, "next-step")
    step.setFocus()
    QApplication.clipboard().setText("Termin\nam Montag")
    two.presses("Ctrl+V")
    assert step.toPlainText() == "Termin am Montag"
    step.setPlainText("x" * 400)
    assert len(step.toPlainText()) == 300


def hints(person: Person) -> list[str]:
    return [label.text() for label in person.top().findChildren(QLabel, "hint") if label.isVisible()]


def test_a_handout_without_a_sender_says_where_that_is_written(two: Person) -> None:
    two.presses("Ctrl+Shift+P")
    assert hints(two) == ["Ohne Absender: Menü Datei → Eigene Dienststelle …"]


def test_a_handout_with_a_sender_says_nothing(opens: Opens, paths: Paths) -> None:
    person = opens(paths, Settings(office=Office(name="Servicestelle Zuwanderung")))
    put(person, "jmd bonn")
    person.presses("Ctrl+Shift+P")
    assert hints(person) == []
