"""Task 6 of the desk: advice for the young, anonymous and online – filters by keyboard, nothing hidden silently."""

from PySide6.QtWidgets import QLabel

from desktop.i18n import Translate
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_six_keys_narrow_the_contacts_to_anonymous_advice_for_the_young(
    person: Person, edges: FakeEdges, tr: Translate
) -> None:
    person.presses("Ctrl+2")
    before = person.keys
    person.presses("Ctrl+L")
    person.types("ju")
    person.presses("Tab", "Tab")
    person.types("j")

    assert person.keys - before <= 6
    assert person.sees_chips() == [
        "Zielgruppe: Jugendliche und junge Erwachsene",
        "Anonyme Beratung: ja",
    ]
    assert person.sees_rows() == ["JMD Bonn"]

    unknown = person.button("+ 6 ohne Angabe")
    assert unknown.isVisible()
    assert person.finds(QLabel, "count").text().startswith("1 von")

    person.presses("Ctrl+P", "Return")
    (printed,) = edges.printer.printed
    assert "jmd-onlineberatung.de" in Printed(printed).text
