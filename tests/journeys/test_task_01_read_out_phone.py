"""Task 1 of the desk: a clerk reads out the phone of "BAMF Dortmund"."""

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_a_clerk_types_bamf_dort_and_reads_the_phone(person: Person, edges: FakeEdges) -> None:
    person.types("bamf dort")
    person.presses("Return")

    assert person.keys <= 12
    assert person.sees_rows()[0] == "BAMF Dortmund"
    assert "0231 9058-0" in person.reads()

    person.presses("Ctrl+P", "Return")
    (printed,) = edges.printer.printed
    assert "0231 9058-0" in Printed(printed).text


def test_the_same_works_with_the_keyboard_anywhere_in_the_window(person: Person) -> None:
    person.presses("Ctrl+4")
    person.types("bamf dort")
    person.presses("Return")

    assert "0231 9058-0" in person.reads()
