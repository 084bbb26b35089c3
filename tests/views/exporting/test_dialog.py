"""Records go out to a file by keyboard alone, and a person sees beforehand how many."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QPushButton, QRadioButton

from desktop.app.paths import Paths
from desktop.settings import Settings
from desktop.views.exporting.dialog import ExportDialog
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.mnemonics import shared_letters
from tests.support.person import Person
from tests.support.window import count


def opened(person: Person) -> ExportDialog:
    person.presses("Ctrl+Shift+X")
    person.waits(until=lambda: isinstance(person.top(), ExportDialog))
    dialog = person.top()
    assert isinstance(dialog, ExportDialog)
    return dialog


def says(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def button(dialog: ExportDialog, words: str) -> QAbstractButton:
    kinds = (QPushButton, QRadioButton, QCheckBox)
    every = [one for kind in kinds for one in dialog.findChildren(kind)]
    return next(one for one in every if words in one.text().replace("&", ""))


def ticks(person: Person, box: QAbstractButton) -> None:
    """Go to a box and press the key that ticks it."""
    assert box.isVisible()
    assert box.isEnabled()
    box.setFocus()
    person.presses("Space")


def take_format(person: Person, dialog: ExportDialog, key: str) -> None:
    box = dialog.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(key))
    person.waits()


def files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith("Wegweiser ")]


@pytest.fixture
def written(edges: FakeEdges, tmp_path: Path) -> Path:
    """The folder that files go to."""
    folder = tmp_path / "Ausgabe"
    folder.mkdir()
    edges.files.folder = folder
    return folder


def test_the_list_in_front_goes_out_as_it_is_filtered(person: Person, edges: FakeEdges, written: Path) -> None:
    person.presses("Ctrl+2")
    person.types("bamf dort")
    shown = int(count(person).split()[0])
    dialog = opened(person)
    assert f"({shown})" in button(dialog, "Liste").text()
    take_format(person, dialog, "json")
    person.clicks(button(dialog, "Exportieren"))
    (file,) = files(written)
    assert len(json.loads(file.read_bytes())["records"]) == shown
    assert file.name in says(dialog)
    person.clicks(button(dialog, "Ordner öffnen"))
    assert edges.opener.opened == [str(written)]


def test_the_record_in_front_is_exported_with_few_keys(person: Person, written: Path) -> None:
    person.presses("Ctrl+2")
    person.types("bamf dort")
    person.presses("Return")
    opened(person)
    person.presses("Down", "Return")
    (file,) = files(written)
    assert "BAMF Dortmund" in file.read_text(encoding="utf-8-sig")
    assert "BAMF Köln" not in file.read_text(encoding="utf-8-sig")


def test_the_shortlist_is_offered_once_there_is_one(person: Person, written: Path) -> None:
    assert [one.text() for one in opened(person).findChildren(QRadioButton) if "Merkliste" in one.text()] == []
    person.presses("Esc", "Ctrl+2")
    person.types("bamf dort")
    person.presses("Ctrl+M")
    dialog = opened(person)
    ticks(person, button(dialog, "Merkliste"))
    take_format(person, dialog, "json")
    person.clicks(button(dialog, "Exportieren"))
    assert [one["id"] for one in json.loads(files(written)[0].read_bytes())["records"]] == ["bamf-dortmund"]


def test_it_is_said_how_many_have_no_place_in_a_format(person: Person) -> None:
    person.presses("Ctrl+3")
    dialog = opened(person)
    take_format(person, dialog, "vcard3")
    assert "0 von 8" in says(dialog)
    assert not button(dialog, "Exportieren").isEnabled()
    ticks(person, button(dialog, "Alles im Katalog"))
    assert " von 91 " in says(dialog)
    assert button(dialog, "Exportieren").isEnabled()


def test_internal_notes_and_the_format_are_remembered(opens: Opens, paths: Paths, written: Path) -> None:
    person = opens(paths, Settings())
    dialog = opened(person)
    notes = button(dialog, "interne Notizen")
    assert not notes.isChecked()
    take_format(person, dialog, "json")
    ticks(person, notes)
    person.clicks(button(dialog, "Exportieren"))
    person.presses("Esc")
    again = opened(person)
    assert button(again, "interne Notizen").isChecked()
    box = again.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentData() == "json"


def test_archived_records_are_a_choice_only_for_everything(person: Person) -> None:
    dialog = opened(person)
    archived = button(dialog, "archivierte")
    assert not archived.isEnabled()
    ticks(person, button(dialog, "Alles im Katalog"))
    assert archived.isEnabled()


def test_whoever_thinks_better_of_it_gets_no_file(person: Person, edges: FakeEdges, written: Path) -> None:
    edges.files.folder = None
    dialog = opened(person)
    person.clicks(button(dialog, "Exportieren"))
    assert files(written) == []
    assert dialog.isVisible()


def test_a_place_that_cannot_be_written_to_is_told(person: Person, edges: FakeEdges, tmp_path: Path) -> None:
    edges.files.folder = tmp_path / "nirgends"
    dialog = opened(person)
    person.clicks(button(dialog, "Exportieren"))
    assert "nirgends" in edges.notices.told[-1]
    assert button(dialog, "Exportieren").isEnabled()


def test_closing_the_dialog_gives_up_what_is_being_written(person: Person, written: Path) -> None:
    dialog = opened(person)
    button(dialog, "Exportieren").click()
    dialog.reject()
    person.waits()
    assert [path.suffix for path in files(written)] in ([], [".csv"])
    assert list(written.glob(".*")) == []


@pytest.mark.usefixtures("written")
def test_no_two_controls_answer_to_the_same_letter_also_once_the_folder_can_be_opened(person: Person) -> None:
    dialog = opened(person)
    before = shared_letters(dialog)
    dialog.export()
    person.waits(until=lambda: button(dialog, "Ordner").isVisible())
    assert (before, shared_letters(dialog)) == ({}, {})
