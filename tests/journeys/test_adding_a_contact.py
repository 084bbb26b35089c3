"""Adding a contact that is not there yet: the organisation first, then its contact point, by keyboard alone."""

from desktop.app.paths import Paths
from tests.conftest import Opens
from tests.support.person import Person

ORGANISATION, CONTACT = "AWO Kreisverband Wesel", "Integrationsagentur Moers-Mitte"


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
