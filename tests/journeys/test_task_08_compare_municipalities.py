"""Task 8 of the desk: a coordinator compares Moers, Rheine and Köln, on the screen and on paper."""

from PySide6.QtWidgets import QTextEdit

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_three_municipalities_stand_side_by_side_at_one_key(person: Person, edges: FakeEdges) -> None:
    for text in ("moers", "rheine", "köln"):
        person.presses("Ctrl+1", "Ctrl+K")
        person.types(text)
        person.presses("Ctrl+M")
    person.presses("Ctrl+Shift+V")
    assert person.top() is not person.window
    person.presses("Return")

    (printed,) = edges.printer.printed
    sheet = Printed(printed)
    assert all(width > height for width, height in sheet.sizes)
    for fact in ("Moers", "Rheine", "Köln", "Zielgruppen", "Handlungsfelder", "Gremien"):
        assert fact in sheet.text


def test_they_stand_side_by_side_on_the_screen_as_well_at_one_key(person: Person, edges: FakeEdges) -> None:
    for text in ("moers", "rheine", "köln"):
        person.presses("Ctrl+1", "Ctrl+K")
        person.types(text)
        person.presses("Ctrl+M")
    person.presses("Alt+5")
    told = person.finds(QTextEdit, "comparison").toPlainText()
    for fact in ("Moers", "Rheine", "Köln", "Zielgruppen", "Ziele", "Handlungsfelder", "Gremien", "Zeitlicher Ablauf"):
        assert fact in told
    person.presses("Ctrl+P", "Return")
    assert "Lenkungskreis" in Printed(edges.printer.printed[0]).text


def test_one_municipality_alone_is_not_compared(person: Person) -> None:
    person.types("moers")
    person.presses("Ctrl+M", "Ctrl+Shift+V")
    assert person.top() is person.window
    assert "zwei Kommunen" in person.window.statusBar().currentMessage()
