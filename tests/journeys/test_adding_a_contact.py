"""Adding a contact that is not there yet: the organisation first, then its contact point, by keyboard alone."""

from PySide6.QtWidgets import QDialog, QListWidget

from desktop.app.paths import Paths
from tests.conftest import Opens
from tests.support.keys import write
from tests.support.person import Person

ORGANISATION, CONTACT = "AWO Kreisverband Wesel", "Integrationsagentur Moers-Mitte"


def _goes_to(person: Person, name: str) -> None:
    """Press Tab until the field of this name has the keyboard."""
    for _ in range(20):
        if person.focused().accessibleName() == name:
            return
        person.presses("Tab")
    raise AssertionError(f"Tab never came to “{name}”.")


def _adds_the_organisation(person: Person) -> None:
    person.chooses("Neue &Organisation …")
    person.types(ORGANISATION)
    person.presses("Tab", "Tab", "Tab", "Tab")
    person.types("f")
    person.presses("Ctrl+Return")


def test_who_adds_a_record_sees_it_chosen_in_the_list_with_the_stand_of_today(opens: Opens, paths: Paths) -> None:
    person = opens(paths)
    person.presses("F2", "Ctrl+2")
    _adds_the_organisation(person)
    person.waits(until=lambda: ORGANISATION in person.reads())
    assert person.sees_chosen() == ORGANISATION
    assert "Stand\n23.11.2026" in person.reads()
    assert "Prüfung fällig" not in person.reads()


def test_an_organisation_that_is_missing_is_added_on_the_way_and_nothing_typed_is_lost(
    opens: Opens, paths: Paths
) -> None:
    person = opens(paths)
    person.presses("F2", "Ctrl+2")
    person.chooses("Neue &Kontaktstelle …")
    person.types(CONTACT)
    _goes_to(person, "Organisation (Pflichtfeld)")
    first = person.top()
    person.types(ORGANISATION)
    person.presses_at_once("Return")
    person.waits(until=lambda: person.top() is not first)
    assert ORGANISATION in person.top().windowTitle()
    person.presses("Tab", "Tab", "Tab", "Tab")
    person.types("f")
    person.presses("Ctrl+Return")
    person.waits(until=lambda: person.top() is first)
    person.presses("Tab")
    person.types("b")
    person.presses("Ctrl+Return")
    person.waits(until=lambda: CONTACT in person.reads())
    assert f"Organisation\n{ORGANISATION}" in person.reads()
    assert person.sees_chosen() == CONTACT


def test_who_presses_enter_before_the_search_has_answered_gets_the_best_organisation(
    opens: Opens, paths: Paths
) -> None:
    person = opens(paths)
    person.presses("F2", "Ctrl+2")
    person.chooses("Neue &Kontaktstelle …")
    _goes_to(person, "Organisation (Pflichtfeld)")
    write(person.focused(), "bundesamt für migration")
    person.presses_at_once("Return")
    person.waits(until=lambda: bool(_chosen(person)))
    assert _chosen(person) == ["Bundesamt für Migration und Flüchtlinge (Organisation)"]
    edited = person.top()
    assert isinstance(edited, QDialog)
    edited.done(0)


def _chosen(person: Person) -> list[str]:
    lists = person.top().findChildren(QListWidget)
    shown = [one for one in lists if one.isVisible() and one.accessibleName() == "Ausgewählt: Organisation"]
    return [one.item(row).text() for one in shown for row in range(one.count())]
