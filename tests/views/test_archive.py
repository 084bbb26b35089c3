"""Archived records: out of the lists, found again in one step, brought back; deeds taken back, backups restored."""

from desktop.domain.search import ARCHIVE
from desktop.i18n import Translate
from tests.support.person import Person
from tests.support.window import choose, count, search_text


def _archives(person: Person, text: str) -> None:
    person.presses("F2", "Ctrl+2")
    person.types(text)
    person.presses("Return", "Ctrl+Shift+D", "Ctrl+K", "Esc")


def test_an_archived_record_leaves_the_list_and_is_found_in_the_archive(person: Person) -> None:
    _archives(person, "bamf dort")
    assert "BAMF Dortmund" not in person.sees_rows()
    person.presses("Ctrl+Shift+F")
    assert person.sees_rows() == ["BAMF Dortmund"]
    assert count(person) == "1 archiviert"
    assert person.sees_chips() == ["Archiv: nur archivierte Einträge"]
    person.presses("Down")
    assert "archiviert" in person.reads()


def test_it_is_brought_back_by_one_key(person: Person) -> None:
    _archives(person, "bamf dort")
    person.presses("Ctrl+Shift+F", "Down", "Ctrl+Shift+R")
    assert "Aus dem Archiv geholt" in person.window.statusBar().currentMessage()
    assert "Keine Einträge" in person.sees_texts()
    person.presses("Ctrl+Shift+F")
    assert "BAMF Dortmund" in person.sees_rows()


def test_the_archive_is_a_filter_like_others(person: Person) -> None:
    _archives(person, "bamf dort")
    choose(person, ARCHIVE, "nur archivierte Einträge")
    assert person.sees_rows() == ["BAMF Dortmund"]
    person.presses("Ctrl+R")
    assert len(person.sees_rows()) == 28


def test_whoever_does_it_twice_is_told(person: Person) -> None:
    _archives(person, "bamf dort")
    person.presses("Ctrl+Shift+F", "Down", "Ctrl+Shift+D")
    assert "ist schon archiviert" in person.window.statusBar().currentMessage()
    person.presses("Ctrl+Shift+R", "Ctrl+Shift+F")
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Shift+R")
    assert "ist nicht archiviert" in person.window.statusBar().currentMessage()


def test_what_was_deleted_is_named_and_taken_back_from_the_search_box(person: Person) -> None:
    person.presses("F2", "Ctrl+2", "Ctrl+K")
    person.types("bamf dort")
    person.presses("Ctrl+Del")
    assert "Gelöscht – Bundesamt für Migration und Flüchtlinge, Außenstelle Dortmund" in (
        person.window.statusBar().currentMessage()
    )
    assert "BAMF Dortmund" not in person.sees_rows()
    person.presses("Ctrl+Z")
    assert "BAMF Dortmund" in person.sees_rows()


def test_what_was_typed_after_a_deed_is_taken_back_before_it(person: Person) -> None:
    person.presses("F2", "Ctrl+2", "Ctrl+K")
    person.types("bamf dort")
    person.presses("Ctrl+Del")
    person.types("x")
    person.presses("Ctrl+Z")
    assert search_text(person) == "bamf dort"
    assert "BAMF Dortmund" not in person.sees_rows()
    person.presses("Ctrl+Z")
    assert search_text(person) == "bamf dort"
    assert "BAMF Dortmund" in person.sees_rows()


def test_after_a_backup_was_restored_the_search_goes_on_with_what_is_there_now(person: Person, tr: Translate) -> None:
    person.presses("F2", "Ctrl+2", "Ctrl+K")
    person.types("bamf dort")
    person.presses("Ctrl+Del")
    assert "BAMF Dortmund" not in person.sees_rows()
    person.chooses(tr("&Backups …"))
    person.presses("Return")
    person.waits(until=lambda: person.top() is person.window)
    assert search_text(person) == "bamf dort"
    assert "BAMF Dortmund" in person.sees_rows()
    person.types(" ")
    person.presses("Ctrl+Z")
    assert search_text(person) == "bamf dort"
