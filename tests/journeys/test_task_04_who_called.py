"""Task 4 of the desk: "Who called me?" – a number in any punctuation, also with an extension behind it."""

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


@pytest.mark.parametrize(
    "number",
    ["0231 9058-0", "0231/9058-0", "+49 231 90580", "02319058 0", "(0231) 90 58 - 0", "0231 9058-174", "+492319058174"],
)
def test_a_pasted_number_puts_its_branch_first(person: Person, edges: FakeEdges, number: str) -> None:
    person.presses("Ctrl+K")
    person.finds(QLineEdit, "search").setText(number)
    person.waits()
    person.presses("Return")

    assert person.sees_rows()[0] == "BAMF Dortmund"
    assert "Huckarder Str. 91" in person.reads()

    person.presses("Ctrl+P", "Return")
    (printed,) = edges.printer.printed
    assert "0231 9058-0" in Printed(printed).text


def test_the_number_found_is_marked_in_the_list(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("0231 90")

    assert person.sees_rows()[0] == "BAMF Dortmund"
    assert person.sees_marks()[0] == ["0231 9058-0"]
