"""Task 5 of the desk: "Who admits Spätaussiedler?" – a word from the text, and what they do at once in sight."""

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_the_beginning_of_the_word_finds_those_who_are_responsible(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("spätaus")

    best = " | ".join(person.sees_rows()[:3])
    assert "Bundesverwaltungsamt" in best
    assert "Beauftragte" in best
    assert all("pätaus" in marks[0] for marks in person.sees_marks()[:3])

    person.presses("Return")
    assert "Spätaussiedler" in person.reads()

    person.presses("Ctrl+P", "Return")
    (printed,) = edges.printer.printed
    assert "Spätaussiedler" in Printed(printed).text
