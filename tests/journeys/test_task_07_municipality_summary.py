"""Task 7 of the desk: a clerk prints the summary of Moers for a colleague."""

from tests.support.edges import FakeEdges
from tests.support.pdf import page_count, text_of
from tests.support.person import Person


def test_the_summary_of_moers_takes_ten_keys_and_two_pages(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+1")
    person.types("moers")
    person.presses("Ctrl+P", "Return")

    assert person.keys <= 10
    (printed,) = edges.printer.printed
    assert page_count(printed) <= 2
    text = text_of(printed)
    for fact in ("Moers", "05170024", "Servicestelle"):
        assert fact in text
