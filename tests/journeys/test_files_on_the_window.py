"""A file that is dropped on the window, or opened with the program, leads to its dialog, and nothing else does."""

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.__main__ import main
from desktop.app.paths import Paths
from desktop.domain.office import Office
from desktop.settings import Settings, save
from desktop.views.importing.dialog import ImportDialog
from desktop.views.packages.apply_dialog import ApplyDialog
from desktop.views.preferences.dialog import PreferencesDialog
from desktop.views.widgets.search_box import SearchBox
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person

_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hafenberatung\r\nEND:VCARD\r\n"
_LOCKED = "Nur lesen – F2 gibt Bearbeiten frei"
_COPY, _MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


def drops(person: Person, *urls: QUrl, target: QWidget | None = None) -> Qt.DropAction | None:
    """Carry something over the window, which any part of it may want first, and let go: what it was taken as."""
    held, spot = QMimeData(), QPoint(20, 20)
    held.setUrls(list(urls))
    held.setText("file:///C:/Kontakte.vcf")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    coming = QDragEnterEvent(spot, _COPY | _MOVE, held, left, none)
    QApplication.sendEvent(target or person.window, coming)
    drop = QDropEvent(QPointF(spot), _COPY | _MOVE, held, left, none)
    drop.ignore()
    if coming.isAccepted():
        QApplication.sendEvent(person.window, drop)
    person.waits()
    return drop.dropAction() if drop.isAccepted() else None


def _local(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))


@pytest.fixture
def package(paths: Paths, tmp_path: Path) -> Path:
    """A package from the same records."""
    path = tmp_path / "Stand.WEGWEISER"
    save(Settings(office=Office(name="Servicestelle Moers"), language="de"), paths.settings)
    assert main(["--data-dir", str(paths.data), "package", "create", "-o", str(path)]) == 0
    return path


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "kontakte.vcf"
    path.write_text(_CARD, encoding="utf-8")
    return path


def _says(person: Person) -> str:
    return person.window.statusBar().currentMessage()


def test_a_package_leads_to_the_dialog_that_applies_it(person: Person, package: Path) -> None:
    drops(person, _local(package))
    person.waits(until=lambda: isinstance(person.top(), ApplyDialog))


@pytest.mark.parametrize("name", ["Stand.zip", "Stand.wegweiser.zip", "Stand.csv"])
def test_a_package_is_known_whatever_a_mail_program_called_it(person: Person, package: Path, name: str) -> None:
    drops(person, _local(package.rename(package.with_name(name))))
    person.waits(until=lambda: isinstance(person.top(), ApplyDialog))


def test_a_package_that_was_chosen_for_the_import_is_looked_at(person: Person, package: Path, edges: FakeEdges) -> None:
    edges.files.chosen_import = package
    person.presses("F2", "Ctrl+Shift+I")
    person.waits(until=lambda: isinstance(person.top(), ApplyDialog))
    assert not edges.notices.told


def test_a_package_inside_an_archive_is_to_be_unpacked_first(
    person: Person, package: Path, edges: FakeEdges, tmp_path: Path
) -> None:
    with ZipFile(tmp_path / "Anhang.zip", "w") as archive:
        archive.write(package, package.name)
    drops(person, _local(tmp_path / "Anhang.zip"))
    person.waits(until=lambda: bool(edges.notices.told))
    assert "Anhang.zip ist ein Archiv, in dem ein Paket steckt." in str(edges.notices.told)


def test_cards_lead_to_the_import_also_from_above_the_search_box(person: Person, card: Path) -> None:
    box = person.finds(SearchBox)
    drops(person, _local(card), target=box)
    assert box.text() == ""
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))


def test_a_file_is_taken_as_a_copy_so_that_nobody_deletes_it(person: Person, card: Path) -> None:
    assert drops(person, _local(card)) == _COPY
    person.waits(until=lambda: isinstance(person.top(), ImportDialog))


def test_of_several_files_none_is_opened(person: Person, card: Path) -> None:
    drops(person, _local(card), _local(card))
    assert _says(person) == "Bitte eine Datei auf einmal. Es wurde nichts geöffnet."
    assert person.top() is person.window


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/kontakte.vcf",
        "file://server/freigabe/kontakte.vcf",
        "file:////server/freigabe/kontakte.vcf",
        "smb://server/freigabe/kontakte.vcf",
        "javascript:alert(1)",
    ],
)
def test_what_lies_elsewhere_is_not_even_asked_for(person: Person, link: str) -> None:
    drops(person, QUrl(link))
    assert _says(person).startswith("Das liegt nicht auf diesem Computer.")
    assert person.top() is person.window


def test_folders_and_what_is_gone_are_told(person: Person, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "fehlt.csv"):
        drops(person, _local(path))
        assert _says(person).startswith("Das ist keine Datei.")
    assert person.top() is person.window


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where pipes have names")
def test_a_pipe_that_nobody_writes_to_does_not_hold_up_anything(person: Person, tmp_path: Path) -> None:
    pipe = tmp_path / "Stand.wegweiser"
    os.mkfifo(pipe)
    drops(person, _local(pipe))
    assert _says(person).startswith("Das ist keine Datei.")
    person.window.open_file(pipe)
    person.waits()
    assert person.top() is person.window


def test_text_from_elsewhere_still_falls_into_the_search_box(person: Person) -> None:
    box, text = person.finds(SearchBox), QMimeData()
    text.setText("BAMF")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    coming = QDragEnterEvent(QPoint(5, 5), _COPY, text, left, none)
    QApplication.sendEvent(box, coming)
    assert coming.isAccepted()


def test_a_dialog_in_front_is_finished_first(person: Person, card: Path) -> None:
    person.presses("Ctrl+,")
    assert isinstance(person.top(), PreferencesDialog)
    person.window.open_file(card)
    assert _says(person) == "kontakte.vcf wurde nicht geöffnet: Bitte erst den Dialog davor beenden."
    assert isinstance(person.top(), PreferencesDialog)
    person.presses("Esc")


def test_at_an_event_nothing_is_opened(person: Person, card: Path) -> None:
    person.presses("Ctrl+Shift+F11")
    drops(person, _local(card))
    assert _says(person).startswith("Veranstaltungsmodus")
    assert person.top() is person.window
    person.presses("Ctrl+Shift+F11")


def test_a_file_that_comes_with_the_start_waits_until_everything_is_there(
    opens: Opens, paths: Paths, package: Path
) -> None:
    person = opens(paths, Settings(), file=package)
    person.waits(until=lambda: isinstance(person.top(), ApplyDialog))


@pytest.mark.parametrize(("kind", "dialog"), [("package", ApplyDialog), ("card", ImportDialog)])
def test_a_file_that_somebody_thinks_better_of_leaves_the_records_locked(
    person: Person, kind: str, dialog: type[QWidget], request: pytest.FixtureRequest
) -> None:
    person.window.open_file(request.getfixturevalue(kind))
    person.waits(until=lambda: isinstance(person.top(), dialog))
    person.presses("Esc")
    assert person.top() is person.window
    assert _LOCKED in person.sees_texts()


@pytest.mark.parametrize("name", ["Brief.pdf", "fehlt.csv", "fehlt.wegweiser"])
def test_a_file_of_which_nothing_can_be_taken_leaves_the_records_locked(
    person: Person, name: str, edges: FakeEdges, tmp_path: Path
) -> None:
    (tmp_path / "Brief.pdf").write_bytes(b"%PDF-1.7\n")
    person.window.open_file(tmp_path / name)
    person.waits(until=lambda: len(edges.notices.told) == 1)
    assert _LOCKED in person.sees_texts()
