"""Where the data lie: shown, copied, opened, moved."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.app.paths import Paths
from desktop.domain.backup import Reason
from desktop.domain.data_folder import Origin
from desktop.i18n import Translate
from desktop.services.backups import Backups
from desktop.settings import Settings
from desktop.views.preferences.desk import Anew
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.views.preferences.conftest import named, turns_to


@pytest.fixture
def own(paths: Paths) -> Paths:
    """The places of somebody who chose none."""
    return replace(paths, origin=Origin.USUAL, usual=paths.data)


@pytest.fixture
def owner(opens: Opens, own: Paths) -> Person:
    """A person before the page, with the folder in which the program lies by itself."""
    person = opens(own)
    person.presses("Ctrl+,")
    turns_to(person, "Daten")
    return person


def test_the_folder_its_size_and_its_backups_are_shown(opens: Opens, paths: Paths) -> None:
    Backups(paths.database, paths.data / "backups", lambda: pytest.fail("not restored")).make(Reason.WISH)
    person = opens(paths)
    person.presses("Ctrl+,")
    turns_to(person, "Daten")
    assert named(person, "Datenordner", QLineEdit).text() == str(paths.data)
    labels = [label.text() for label in person.top().findChildren(QLabel) if label.isVisible()]
    assert labels[labels.index("Sicherungen") + 1] == "1"
    size = labels[labels.index("Größe der Datenbank") + 1]
    assert size.endswith("MB")
    assert float(size.split()[0].replace(",", ".")) == pytest.approx(paths.database.stat().st_size / 1e6, abs=0.2)
    person.presses("Esc")


def test_who_works_with_a_copy_reads_so_and_not_that_the_folder_was_chosen(
    opens: Opens, own: Paths, tmp_path: Path
) -> None:
    person = opens(replace(own, origin=Origin.MOVED, share=tmp_path / "Freigabe"))
    person.presses("Ctrl+,")
    turns_to(person, "Daten")
    labels = [label.text() for label in person.top().findChildren(QLabel) if label.isVisible()]
    assert any(str(tmp_path / "Freigabe") in text and "Kopie auf diesem Computer" in text for text in labels)
    assert not any("hier gewählt" in text for text in labels)
    person.presses("Esc")


def test_the_path_can_be_copied_and_the_folder_opened(owner: Person, own: Paths, edges: FakeEdges) -> None:
    owner.clicks(owner.button("Pfad kopieren"))
    assert QGuiApplication.clipboard().text() == str(own.data)
    owner.clicks(owner.button("Ordner öffnen"))
    assert edges.opener.opened == [str(own.data)]
    edges.opener.is_able = False
    owner.clicks(owner.button("Ordner öffnen"))
    assert str(own.data) in owner.finds(QLabel, "folder-trouble").text()
    owner.presses("Esc")


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (
            Origin.ASKED,
            "This folder was chosen with --data-dir when Wegweiser was started; that goes before any setting.",
        ),
        (
            Origin.PORTABLE,
            "This folder lies beside the program, which may be carried on a stick; that goes before any setting.",
        ),
    ],
)
def test_what_goes_before_the_setting_is_told_and_nothing_can_be_moved(
    opens: Opens, paths: Paths, tr: Translate, origin: Origin, said: str
) -> None:
    person = opens(replace(paths, origin=origin))
    person.presses("Ctrl+,")
    turns_to(person, "Daten")
    assert tr(said) in person.sees_texts()
    texts = [button.text() for button in person.top().findChildren(QPushButton) if button.isVisible()]
    assert tr("&Move the data …") not in texts
    person.presses("Esc")


def test_the_data_move_after_a_person_has_agreed_and_the_old_folder_is_named(
    owner: Person, own: Paths, edges: FakeEdges, tmp_path: Path
) -> None:
    wishes: list[Anew] = []
    owner.window.anew_requested.connect(wishes.append)
    edges.files.chosen_folder = tmp_path / "Netz"
    owner.clicks(owner.button("Daten verlegen …"))
    asked, told = edges.notices.told
    assert str(tmp_path / "Netz") in asked
    assert str(own.data) in told
    assert (tmp_path / "Netz" / "wegweiser.sqlite").is_file()
    assert own.database.is_file()
    assert owner.top() is owner.window
    assert wishes == [Anew(is_elsewhere=True)]


def test_whoever_does_not_agree_moves_nothing(owner: Person, edges: FakeEdges, tmp_path: Path) -> None:
    edges.notices.is_offer_taken = False
    for edges.files.chosen_folder in (None, tmp_path / "Netz"):
        owner.clicks(owner.button("Daten verlegen …"))
    assert not (tmp_path / "Netz").exists()
    owner.presses("Esc")


def test_what_hinders_the_move_is_told_beside_the_folder_and_the_program_goes_on(
    owner: Person, own: Paths, edges: FakeEdges, tr: Translate
) -> None:
    edges.files.chosen_folder = own.data / "darin"
    owner.clicks(owner.button("Daten verlegen …"))
    said = tr("{folder} lies within the data folder. Please choose one beside it.", folder=own.data / "darin")
    assert owner.finds(QLabel, "folder-trouble").text() == said
    assert owner.button("Daten verlegen …").isEnabled()
    owner.presses("Esc")
    owner.types("bamf dort")
    owner.presses("Return")
    assert "0231 9058-0" in owner.reads()


def test_what_stands_on_the_other_pages_is_kept_before_the_data_move(
    opens: Opens, own: Paths, edges: FakeEdges, tmp_path: Path, remembered: list[Settings]
) -> None:
    person = opens(own, remember=remembered.append)
    person.presses("Ctrl+,")
    named(person, "Name der Dienststelle", QLineEdit).setText("Servicestelle")
    turns_to(person, "Daten")
    edges.files.chosen_folder = tmp_path / "Netz"
    person.clicks(person.button("Daten verlegen …"))
    assert remembered[-1].office.name == "Servicestelle"
