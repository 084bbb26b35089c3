"""Task 9 of the desk: the address of an office goes into a letter as DIN 5008 wants it, with one action."""

from PySide6.QtGui import QGuiApplication

from tests.support.person import Person


def test_one_action_copies_the_block_for_a_letter(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Shift+A")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Bundesamt für Migration und Flüchtlinge")
    assert lines[-2:] == ["Huckarder Str. 91", "44147 Dortmund"]
    assert person.window.statusBar().currentMessage().startswith("Kopiert: ")
