"""Making a package in the window: what is new is counted, a place is asked for, and cancelling leaves nothing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QRadioButton

from desktop.app.paths import Paths
from desktop.domain.office import Office
from desktop.domain.package import Cargo
from desktop.domain.pin import kept
from desktop.exchange.package import read_package
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.packages.create_dialog import CreateDialog
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed

NAMED = Settings(office=Office(name="Stadt Moers"))


@pytest.fixture
def clerk(opens: Opens, paths: Paths, tr: Translate) -> Person:
    """A person who has just asked for a package."""
    person = opens(paths, NAMED)
    person.chooses(tr("&Create package …"))
    return person


def _told(person: Person) -> str:
    """What stands in the dialog, without the places where long words may be broken."""
    labels = [label for label in person.top().findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels).replace("\N{ZERO WIDTH SPACE}", "")


def _only_package(edges: FakeEdges) -> Path:
    assert edges.files.folder is not None
    (path,) = edges.files.folder.glob("*.wegweiser")
    return path


def test_enter_makes_a_package_with_the_proposed_words(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    clerk.clicks(clerk.button(tr("&Create package …")))
    package = read_package(_only_package(edges))
    assert (package.manifest.office, package.manifest.number) == ("Stadt Moers", 1)
    assert package.manifest.change_note == tr.plural(
        "First package, with {count} record.", "First package, with {count} records.", 91
    )
    assert edges.files.proposed == ["Stadt Moers 1.wegweiser"]
    assert str(_only_package(edges)) in _told(clerk)
    assert not clerk.button(tr("&Create package …")).isEnabled()
    clerk.clicks(clerk.button(tr("Close")))
    assert not isinstance(clerk.top(), QDialog)


def test_the_folder_of_a_package_is_opened_once_there_is_one(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    (folder,) = (one for one in clerk.top().findChildren(QPushButton) if one.text() == tr("Open &folder"))
    assert not folder.isVisible()
    clerk.clicks(clerk.button(tr("&Create package …")))
    assert clerk.focused() is folder
    clerk.presses("Space")
    assert edges.opener.opened == [str(_only_package(edges).parent)]


def test_a_folder_that_cannot_be_shown_is_told(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    clerk.clicks(clerk.button(tr("&Create package …")))
    edges.opener.is_able = False
    clerk.clicks(clerk.button(tr("Open &folder")))
    assert str(_only_package(edges).parent) in edges.notices.told[-1]


def test_what_was_typed_goes_with_the_package(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    assert clerk.focused() is clerk.finds(QPlainTextEdit)
    clerk.types("Neue Nummern")
    clerk.clicks(clerk.button(tr("&Create package …")))
    assert read_package(_only_package(edges)).manifest.change_note == "Neue Nummern"


def test_the_second_package_tells_what_is_new_since_the_first_and_shows_the_fingerprint(
    clerk: Person, tr: Translate
) -> None:
    clerk.clicks(clerk.button(tr("&Create package …")))
    clerk.clicks(clerk.button(tr("Close")))
    clerk.chooses(tr("&Create package …"))
    nothing = tr("nothing has changed")
    assert clerk.finds(QPlainTextEdit).toPlainText() == tr("Since package {number}: {news}.", number=1, news=nothing)
    assert tr("Package {number} of {office}", number=2, office="Stadt Moers") in _told(clerk)
    first_line = tr("Fingerprint of this office:\n{lines}", lines="").strip()
    assert first_line in _told(clerk)


def _notes(count: int, tr: Translate) -> str:
    """The button for notes says how many there are, and so why it cannot be pressed where there are none."""
    return tr("{choice} ({count})", choice=tr("&Notes from the counter, for the office"), count=count)


def test_notes_are_sent_instead_where_there_are_any(
    opens: Opens, paths: Paths, edges: FakeEdges, tr: Translate
) -> None:
    person = opens(paths, NAMED)
    person.presses("Ctrl+2", "Return", "Ctrl+H")
    person.types("Fax ist falsch")
    person.presses("Ctrl+Return")
    person.chooses(tr("&Create package …"))
    person.clicks(person.button(_notes(1, tr)))
    assert not person.finds(QPlainTextEdit).isEnabled()
    person.clicks(person.button(tr("&Create package …")))
    package = read_package(_only_package(edges))
    assert (package.manifest.cargo, [note.text for note in package.notes]) == (Cargo.NOTES, ["Fax ist falsch"])


def test_without_notes_there_is_nothing_to_choose(clerk: Person, tr: Translate) -> None:
    (notes,) = [one for one in clerk.top().findChildren(QRadioButton) if one.text() == _notes(0, tr)]
    assert not notes.isEnabled()


def test_who_thinks_better_of_the_place_makes_no_package(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    folder, edges.files.folder = edges.files.folder, None
    clerk.clicks(clerk.button(tr("&Create package …")))
    assert folder is not None
    assert list(folder.iterdir()) == []
    assert clerk.button(tr("&Create package …")).isEnabled()


def test_a_place_that_cannot_be_written_to_is_told_and_the_dialog_stays(
    clerk: Person, edges: FakeEdges, tr: Translate
) -> None:
    assert edges.files.folder is not None
    edges.files.folder = edges.files.folder / "weg"
    clerk.clicks(clerk.button(tr("&Create package …")))
    assert len(edges.notices.told) == 1
    assert clerk.button(tr("&Create package …")).isEnabled()


def test_an_office_without_a_name_is_told_where_to_write_it(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(paths)
    person.chooses(tr("&Create package …"))
    assert tr("&File").replace("&", "") in _told(person)
    assert not person.button(tr("&Create package …")).isEnabled()
    person.presses("Esc")
    assert not isinstance(person.top(), QDialog)


def test_the_fingerprint_is_printed(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    clerk.clicks(clerk.button(tr("&Print fingerprint …")))
    clerk.waits(lambda: bool(edges.printer.printed))
    sheet = Printed(edges.printer.printed[0])
    assert len(sheet.pages) == 1
    assert "Stadt Moers" in sheet.text


def test_without_a_printer_the_fingerprint_becomes_a_file(clerk: Person, edges: FakeEdges, tr: Translate) -> None:
    edges.printer.is_there = False
    clerk.clicks(clerk.button(tr("&Print fingerprint …")))
    assert edges.files.folder is not None
    clerk.waits(lambda: bool(list(edges.files.folder.glob("*.pdf")) if edges.files.folder else False))


def test_a_pin_guards_the_name_of_the_office(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(paths, Settings(office=Office(name="Stadt Moers"), pin=kept("4711")))
    person.chooses(tr("&Create package …"))
    assert not isinstance(person.top(), CreateDialog)
    person.types("4711")
    person.presses("Return")
    person.waits(lambda: isinstance(person.top(), CreateDialog))


def test_words_for_a_package_that_is_not_made_go_only_if_a_person_says_so(clerk: Person, edges: FakeEdges) -> None:
    edges.notices.is_offer_taken = False
    clerk.types("Neue Nummern")
    clerk.presses("Esc")
    assert isinstance(clerk.top(), CreateDialog)
    edges.notices.is_offer_taken = True
    clerk.presses("Esc")
    assert clerk.top() is clerk.window


def test_where_the_key_lies_is_told_once_there_is_one_also_by_printing_its_fingerprint(
    clerk: Person, tr: Translate
) -> None:
    assert "signing-key.pem" not in _told(clerk)
    clerk.clicks(clerk.button(tr("&Print fingerprint …")))
    clerk.waits(until=lambda: "signing-key.pem" in _told(clerk))
    assert tr("Fingerprint of this office:\n{lines}", lines="").strip() in _told(clerk)
    assert clerk.focused() is not clerk.button(tr("Cancel"))
    clerk.presses("Esc")
