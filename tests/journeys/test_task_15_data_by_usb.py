"""Task 15 of the desk: new data on a USB stick for laptops without a network, and their notes back to the office."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListView

from desktop.__main__ import main
from desktop.app.paths import Paths, paths_for
from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.settings import Settings, save
from desktop.views.packages.apply_dialog import ApplyDialog
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.laptop import Laptop
from tests.support.person import Person

_APPLY = "P&aket einspielen …"


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """The stick."""
    stick = tmp_path / "USB-Stick"
    stick.mkdir()
    return stick


@pytest.fixture
def machine(filled: Path, tmp_path: Path) -> Callable[[str], Paths]:
    """Makes a computer of its own with the shipped records."""

    def made(name: str) -> Paths:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copy(filled, folder / filled.name)
        save(Settings(office=Office(name=name), language="de"), folder / "settings.json")
        return paths_for(folder)

    return made


def _creates(paths: Paths, target: Path, *words: str) -> None:
    assert main(["--data-dir", str(paths.data), "package", "create", "-o", str(target), *words]) == 0


def _says(paths: Paths, record_id: str, **values: object) -> None:
    laptop = Laptop(paths.database)
    laptop.says(record_id, **values)
    laptop.close()


def _value(paths: Paths, record_id: str, field: str) -> object:
    laptop = Laptop(paths.database)
    found = getattr(laptop.record(record_id), field)
    laptop.close()
    return found


@pytest.fixture
def office(machine: Callable[[str], Paths]) -> Paths:
    """The computer of the admin, who has changed two records and archived one."""
    paths = machine("Servicestelle Moers")
    _says(paths, "bamf-dortmund", cost="5 Euro")
    _says(paths, "bamf-koeln", summary="Entscheidet über Asyl, jetzt auch dienstags.")
    laptop = Laptop(paths.database)
    laptop.editing.archive("ihk-nrw")
    laptop.close()
    return paths


def _looks(person: Person, edges: FakeEdges, package: Path) -> ApplyDialog:
    """Choose a package; the dialog with what it would do."""
    edges.files.chosen_package = package
    person.chooses(_APPLY)
    person.waits(until=lambda: isinstance(person.top(), ApplyDialog))
    found = person.top()
    assert isinstance(found, ApplyDialog)
    return found


def _agrees(person: Person) -> None:
    """Ctrl+Enter leads to the box that has to be ticked, Space ticks it, Ctrl+Enter takes the package."""
    person.presses("Ctrl+Return", "Space", "Ctrl+Return")
    person.waits(until=lambda: person.top() is person.window)


def _sees(person: Person) -> str:
    rows = person.finds(QListView, "findings").model()
    return "\n".join(str(rows.index(row, 0).data()) for row in range(rows.rowCount()))


def _words(person: Person) -> str:
    shown = [label.accessibleName() or label.text() for label in person.top().findChildren(QLabel) if label.isVisible()]
    return "\n".join(shown)


def test_a_laptop_sees_what_comes_and_takes_it_by_keyboard(
    opens: Opens, office: Paths, machine: Callable[[str], Paths], edges: FakeEdges, usb: Path
) -> None:
    _creates(office, usb / "Stand.wegweiser")
    laptop = machine("Laptop Eins")
    person = opens(laptop)
    person.presses("F2")
    _looks(person, edges, usb / "Stand.wegweiser")
    assert sorted(_sees(person).splitlines()) == ["BAMF Dortmund", "BAMF Köln", "IHK NRW"]
    assert "Servicestelle Moers" in _words(person)
    _agrees(person)
    assert _value(laptop, "bamf-dortmund", "cost") == "5 Euro"
    assert "Strg+Z" in person.window.statusBar().currentMessage()
    assert [path.name.endswith("-import.sqlite") for path in (laptop.data / "backups").iterdir()] == [True]

    person.presses("Ctrl+Z")
    assert _value(laptop, "bamf-dortmund", "cost") is None
    _looks(person, edges, usb / "Stand.wegweiser")
    person.presses("Ctrl+Return")
    person.waits(until=lambda: person.top() is person.window)
    assert _value(laptop, "bamf-dortmund", "cost") == "5 Euro"


def test_edits_and_notes_of_a_laptop_stay_and_a_conflict_is_decided_by_one_key(
    opens: Opens, office: Paths, machine: Callable[[str], Paths], edges: FakeEdges, usb: Path
) -> None:
    _creates(office, usb / "Stand.wegweiser")
    laptop = machine("Laptop Zwei")
    _says(laptop, "bamf-dortmund", cost="frei", internal_note="Frau Kaya fragen.")
    _says(laptop, "moers", desk_name="Stelle am Markt")
    person = opens(laptop)
    person.types("bamf dort")
    person.presses("Return", "Ctrl+H")
    person.types("Das Fax ist falsch.")
    person.presses("Ctrl+Return", "F2")
    _looks(person, edges, usb / "Stand.wegweiser")
    assert _sees(person).startswith("BAMF Dortmund")
    assert "5 Euro" in _words(person)
    assert "frei" in _words(person)
    person.presses("Ctrl+Return")
    assert isinstance(person.top(), ApplyDialog)
    person.presses("Space", "2")
    person.presses("Ctrl+Return")
    person.waits(until=lambda: person.top() is person.window)

    assert _value(laptop, "bamf-dortmund", "cost") == "5 Euro"
    assert _value(laptop, "bamf-dortmund", "internal_note") == "Frau Kaya fragen."
    assert _value(laptop, "moers", "desk_name") == "Stelle am Markt"
    assert "jetzt auch dienstags" in str(_value(laptop, "bamf-koeln", "summary"))
    person.presses("Ctrl+Z")
    assert _value(laptop, "bamf-dortmund", "cost") == "frei"


def test_notes_travel_back_to_the_office_without_doubles(
    opens: Opens, office: Paths, machine: Callable[[str], Paths], edges: FakeEdges, usb: Path
) -> None:
    laptop = Laptop(machine("Laptop Drei").database)
    laptop.review.note("bamf-dortmund", "Das Fax ist falsch.")
    laptop.close()
    first, second = usb / "Notizen 1.wegweiser", usb / "Notizen 2.wegweiser"
    _creates(paths_for(laptop.database.parent), first, "--notes")
    _creates(paths_for(laptop.database.parent), second, "--notes")
    admin = opens(office)
    admin.presses("F2")
    _looks(admin, edges, first)
    _agrees(admin)
    _looks(admin, edges, second)
    assert "Diese Notizen sind schon hier" in _words(admin)
    admin.presses("Ctrl+Return")
    admin.waits(until=lambda: admin.top() is admin.window)
    admin.presses("Ctrl+Shift+K")
    assert "Das Fax ist falsch." in _words(admin)
    admin.presses("Esc", "Ctrl+Z", "Ctrl+Z")
    found = Laptop(office.database)
    assert found.review.notes() == ()
    found.close()


def test_a_wrong_file_is_refused_with_a_plain_reason(
    opens: Opens, machine: Callable[[str], Paths], edges: FakeEdges, usb: Path
) -> None:
    wrong = usb / "Urlaub.wegweiser"
    wrong.write_bytes(b"Das ist kein Paket. " * 100)
    laptop = machine("Laptop Vier")
    person = opens(laptop)
    person.presses("F2")
    edges.files.chosen_package = wrong
    person.chooses(_APPLY)
    assert person.top() is person.window
    assert "Urlaub.wegweiser" in edges.notices.told[-1]
    assert not (laptop.data / "backups").exists()


def test_an_older_package_is_refused_unless_the_admin_insists(
    opens: Opens, office: Paths, machine: Callable[[str], Paths], edges: FakeEdges, usb: Path
) -> None:
    older, newer = usb / "Alt.wegweiser", usb / "Neu.wegweiser"
    _creates(office, older)
    _says(office, "bamf-dortmund", cost="10 Euro")
    _creates(office, newer)
    laptop = machine("Laptop Fünf")
    person = opens(laptop)
    person.presses("F2")
    _looks(person, edges, newer)
    _agrees(person)
    _looks(person, edges, older)
    person.presses("Ctrl+Return")
    assert isinstance(person.top(), ApplyDialog)
    assert _value(laptop, "bamf-dortmund", "cost") == "10 Euro"
    person.presses("Space", "Ctrl+Return")
    person.waits(until=lambda: person.top() is person.window)
    assert _value(laptop, "bamf-dortmund", "cost") == "5 Euro"


def test_records_are_unlocked_by_a_package_that_was_taken_so_that_it_can_be_taken_back(
    opens: Opens, machine: Callable[[str], Paths], office: Paths, usb: Path, edges: FakeEdges, tr: Translate
) -> None:
    _creates(office, usb / "moers.wegweiser")
    laptop = machine("Laptop")
    person, locked = opens(laptop, Settings(office=Office(name="Laptop"))), tr("Read-only – F2 unlocks")
    assert locked in person.sees_texts()
    _looks(person, edges, usb / "moers.wegweiser")
    _agrees(person)
    assert locked not in person.sees_texts()
    person.presses("Ctrl+Z")
    assert _value(laptop, "bamf-dortmund", "cost") is None
