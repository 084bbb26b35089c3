"""Task 2 of the desk: a clerk prints that contact sheet."""

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_two_keys_put_the_contact_sheet_on_paper(person: Person, edges: FakeEdges) -> None:
    person.types("bamf dort")
    person.presses("Return")

    before = person.keys
    person.presses("Ctrl+P", "Return")

    assert person.keys - before <= 3
    (printed,) = edges.printer.printed
    (text,) = Printed(printed).pages
    for fact in ("Dortmund", "0231 9058-0", "0231 9058-199", "Huckarder Str. 91", "44147 Dortmund"):
        assert fact in text
    assert "Ref431Posteingang@bamf.bund.de" in text
    assert "Stand" in text
    assert person.top() is person.window
