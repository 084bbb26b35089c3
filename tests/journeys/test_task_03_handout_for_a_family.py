"""Task 3 of the desk: one handout for a family, gathered from several tabs: JMD, BAMF, BVA and the own desk."""

from contextlib import closing

import pytest

from desktop.app.paths import Paths
from desktop.domain.office import Office
from desktop.settings import Settings
from desktop.store.unit_of_work import Store
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.open_places import municipality
from tests.support.person import Person
from tests.support.sheet import Printed

OFFICE = Office(
    name="Servicestelle Zuwanderung der Stadt Moers",
    address="Rathausplatz 1\n47441 Moers",
    phone="02841 201-0",
    hours="Mo–Fr 8–12 Uhr",
    footer="Beratung ist kostenlos.",
)


@pytest.fixture
def clerk(opens: Opens, paths: Paths) -> Person:
    return opens(paths, Settings(current_tab="contacts", office=OFFICE))


def test_three_finds_and_one_key_print_a_handout_with_the_own_desk(clerk: Person, edges: FakeEdges) -> None:
    for text in ("jmd bonn", "bamf dort", "bva bonn"):
        clerk.presses("Ctrl+K")
        clerk.types(text)
        clerk.presses("Ctrl+M")
    clerk.presses("Ctrl+Shift+P", "Return")

    (printed,) = edges.printer.printed
    sheet = Printed(printed)
    assert len(sheet.pages) <= 2
    for fact in (OFFICE.name, "47441 Moers", "02841 201-0", "Mo–Fr 8–12 Uhr", "Beratung ist kostenlos."):
        assert fact in sheet.text
    for fact in ("0228 95968-0", "0231 9058-0", "Huckarder Str. 91", "Bundesverwaltungsamt"):
        assert fact in sheet.text
    assert sheet.text.count("Stand: 19.10.2022") >= 3 or sheet.text.count("Stand 19.10.2022") >= 3


def test_the_next_step_is_printed_and_forgotten_with_the_client(clerk: Person, edges: FakeEdges, paths: Paths) -> None:
    clerk.types("jmd bonn")
    clerk.presses("Ctrl+M", "Ctrl+Shift+M")
    clerk.presses(*["Tab"] * 4)
    clerk.types("Termin am Montag um 9 Uhr")
    clerk.presses("Return", "Return")
    assert "Termin am Montag um 9 Uhr" in Printed(edges.printer.printed[0]).text

    clerk.presses("Ctrl+Shift+N")
    clerk.types("jmd bonn")
    clerk.presses("Ctrl+M", "Ctrl+Shift+P", "Return")
    assert "Termin" not in Printed(edges.printer.printed[1]).text
    clerk.window.close()
    for file in paths.data.rglob("*"):
        assert not file.is_file() or b"Termin am Montag" not in file.read_bytes()


def test_the_desk_of_the_municipality_stands_on_the_handout_with_its_hours(
    opens: Opens, paths: Paths, edges: FakeEdges
) -> None:
    with closing(Store(paths.database)) as store, store.writing() as unit:
        unit.records.put([municipality()])
    clerk = opens(paths, Settings(current_tab="contacts", office=OFFICE))
    for text in ("jmd bonn", "moers"):
        clerk.presses("Ctrl+K")
        clerk.types(text)
        clerk.presses("Ctrl+M")
    clerk.presses("Ctrl+Shift+P", "Return")

    sheet = Printed(edges.printer.printed[0])
    assert len(sheet.pages) <= 2
    told = sheet.text.replace("\u00a0", " ").partition("Lokale Servicestelle")[2]
    for fact in ("Rathausplatz 1, 47441 Moers", "Montag–Mittwoch 8:30–12:30 Uhr, 14–16 Uhr", "nach Vereinbarung"):
        assert fact in told
    assert "tel:+4928412010" in sheet.links
