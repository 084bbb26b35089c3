"""Another language or another data folder: the window is built anew and a person goes on where they were."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.app.program import Program
from desktop.domain.data_folder import Origin
from desktop.i18n import Translate
from desktop.settings import Settings, load
from desktop.views.preferences.desk import Anew
from desktop.views.shortlist.dock import ShortlistDock
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.person import Person
from tests.support.window import choose, search_text, tab_titles
from tests.views.preferences.conftest import named, turns_to


class Desk:
    """A running program, and the person before whatever window it shows."""

    def __init__(self, paths: Paths, edges: FakeEdges, tr: Translate, qtbot: QtBot) -> None:
        self.elsewhere = paths
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._qtbot = qtbot
        self.program = Program(app, lambda _: edges.as_edges(), lambda: self.elsewhere)
        window = self.program.begin(paths, Settings(), tr)
        self.person = Person(window, qtbot)
        with self.person.settles():
            window.show()

    def goes_on(self) -> Person:
        """The person, before the window that has taken the place of the former one."""
        former = self.person.window
        self._qtbot.waitUntil(lambda: self.program.window is not former)
        assert self.program.window is not None
        window = self.program.window
        settled: list[bool] = []
        window.settled.connect(lambda: settled.append(True))
        self.person = Person(window, self._qtbot)
        self.person.waits(lambda: bool(settled))
        return self.person


@pytest.fixture
def desk(paths: Paths, edges: FakeEdges, tr: Translate, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(replace(paths, origin=Origin.USUAL, usual=paths.data), edges, tr, qtbot)
    yield made
    assert made.program.window is not None
    made.program.window.close()
    made.program.window.deleteLater()
    made.program.deleteLater()
    clear_away()


def speaks_english(person: Person) -> None:
    """Choose the other language in the settings and keep it."""
    person.presses("Ctrl+,")
    turns_to(person, "Darstellung")
    named(person, "Sprache des Fensters", QComboBox).setCurrentText("English")
    person.presses_at_once("Ctrl+Return")


def test_the_window_speaks_the_other_language_at_once_and_at_the_next_start(desk: Desk, paths: Paths) -> None:
    assert "Kontakte" in " ".join(tab_titles(desk.person))
    speaks_english(desk.person)
    person = desk.goes_on()
    assert "Contacts" in " ".join(tab_titles(person))
    assert load(paths.settings)[0].language == "en"
    person.presses("Ctrl+2")
    assert "Search" in [one.accessibleName() for one in person.top().findChildren(QLineEdit)]


def test_search_filter_record_tab_and_shortlist_stay_as_they_were(desk: Desk) -> None:
    person = desk.person
    person.presses("Ctrl+2")
    person.types("bonn")
    everywhere = person.sees_rows()
    choose(person, "level", "Bund")
    person.presses("Ctrl+K", "Ctrl+M", "Down")
    chosen, rows = person.sees_chosen(), person.sees_rows()
    assert 1 < len(rows) < len(everywhere)
    speaks_english(person)
    person = desk.goes_on()
    assert search_text(person) == "bonn"
    assert person.sees_rows() == rows
    assert person.sees_chosen() == chosen
    assert tab_titles(person)[1].startswith("Contacts (")
    assert person.finds(ShortlistDock).isVisible()
    assert person.focused().objectName() == "search"


def test_what_qt_itself_says_changes_with_the_window(desk: Desk, qapp: QApplication) -> None:
    speaks_english(desk.person)
    desk.goes_on()
    assert len(qapp.findChildren(QTranslator)) == 1
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def test_the_looks_that_were_chosen_with_it_hold_in_the_new_window(desk: Desk) -> None:
    before = desk.person.window.font().pointSizeF()
    desk.person.presses("Ctrl+,")
    turns_to(desk.person, "Darstellung")
    named(desk.person, "Schriftgröße", QComboBox).setCurrentText("125 %")
    desk.person.window.resize(760, 560)
    named(desk.person, "Sprache des Fensters", QComboBox).setCurrentText("English")
    desk.person.presses_at_once("Ctrl+Return")
    person = desk.goes_on()
    assert person.window.font().pointSizeF() == before * 1.25
    assert person.window.size().toTuple() == (760, 560)
    assert load(desk.elsewhere.settings)[0].text_percent == 125


def test_a_form_that_a_person_goes_on_with_keeps_the_old_window(desk: Desk, edges: FakeEdges, tr: Translate) -> None:
    person = desk.person
    person.types("bamf dort")
    person.presses("Ctrl+H")
    text = next(one for one in person.top().findChildren(QPlainTextEdit) if not one.isReadOnly())
    text.setPlainText("Fax ist falsch")
    edges.notices.is_offer_taken = False
    person.window.anew_requested.emit(Anew(language="en"))
    person.waits(lambda: bool(edges.notices.told))
    assert desk.program.window is person.window
    assert text.isVisible()
    assert text.toPlainText() == "Fax ist falsch"
    told = tr("The window could not be closed. What you chose holds from the next start on.")
    assert person.window.statusBar().currentMessage() == told
    edges.notices.is_offer_taken = True
    person.presses("Esc")


def test_after_a_move_the_window_works_over_the_data_in_the_new_folder(
    desk: Desk, edges: FakeEdges, tmp_path: Path
) -> None:
    person, target = desk.person, tmp_path / "Netz"
    person.types("bamf dort")
    desk.elsewhere = replace(desk.elsewhere, data=target, origin=Origin.MOVED)
    edges.files.chosen_folder = target
    person.presses("Ctrl+,")
    turns_to(person, "Daten")
    person.button("Daten verlegen …").click()
    person = desk.goes_on()
    assert search_text(person) == "bamf dort"
    old = (tmp_path / "Büro Moers" / "wegweiser.sqlite").read_bytes()
    person.presses("Return", "Ctrl+H")
    person.types("Fax ist falsch")
    person.presses("Ctrl+Return")
    assert b"Fax ist falsch" in _everything(target)
    assert (tmp_path / "Büro Moers" / "wegweiser.sqlite").read_bytes() == old
    person.presses("Ctrl+,")
    turns_to(person, "Daten")
    assert named(person, "Datenordner", QLineEdit).text() == str(target)
    person.presses("Esc")


def _everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("wegweiser.sqlite*"))


def test_a_folder_whose_drive_is_gone_is_told_and_is_not_filled_anew(
    paths: Paths, edges: FakeEdges, tr: Translate, qtbot: QtBot, tmp_path: Path
) -> None:
    drive = tmp_path / "Laufwerk"
    desk = Desk(replace(paths, data=drive, origin=Origin.MOVED, usual=tmp_path), edges, tr, qtbot)
    assert str(drive) in desk.person.sees_texts()
    assert not (drive / "wegweiser.sqlite").exists()
    paths.data.rename(drive)
    desk.person.clicks(desk.person.button("Noch einmal versuchen"))
    desk.person.types("bamf dort")
    desk.person.presses("Return")
    assert "0231 9058-0" in desk.person.reads()
    desk.person.window.close()
    desk.person.window.deleteLater()
    clear_away()
