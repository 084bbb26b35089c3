"""From a record to the others that speak of the same, and back again, by keyboard alone."""

from PySide6.QtWidgets import QTextBrowser

from tests.support.person import Person


def goes_to_link(person: Person, name: str) -> None:
    """Press Tab until the link with this name has the keyboard, and follow it."""
    pane = person.finds(QTextBrowser, "reading")
    for _ in range(60):
        person.presses("Tab")
        if pane.textCursor().selectedText() == name:
            person.presses("Return")
            return
    raise AssertionError(f"Tab never came to “{name}”.")


def test_enter_goes_to_the_other_record_and_alt_left_comes_back(person: Person) -> None:
    person.presses("Ctrl+1")
    person.types("kreis lippe")
    person.presses("Return")
    assert "Steht auch in" in person.reads()
    goes_to_link(person, "Kreis Lippe")
    assert person.reads().startswith("Partner")
    person.presses("Alt+Left")
    assert person.reads().startswith("Modellkommune")


def test_a_body_leads_to_every_record_that_speaks_of_it(person: Person) -> None:
    person.presses("Ctrl+1")
    person.types("wuppertal")
    person.presses("Return")
    assert "Jobcenter" in person.reads().partition("Steht auch in")[2]
    goes_to_link(person, "Jobcenter Duisburg")
    assert person.reads().splitlines()[1] == "Jobcenter Duisburg"
