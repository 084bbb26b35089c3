"""Task 7 of the desk: a clerk prints the summary of Moers for a colleague."""

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_the_summary_of_moers_takes_ten_keys_and_two_pages(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+1")
    person.types("moers")
    person.presses("Ctrl+P", "Return")

    assert person.keys <= 10
    (printed,) = edges.printer.printed
    pages = Printed(printed).pages
    assert len(pages) <= 2
    text = " ".join(pages)
    for fact in ("Moers", "05170024", "Servicestelle"):
        assert fact in text
