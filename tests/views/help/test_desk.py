"""F1 opens the manual where it tells of what a person is working with; Shift+F1 shows all keys."""

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.i18n import Translate, load
from desktop.settings import Settings
from desktop.views.help.dialog_keys import PLACES
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.manual import Manual, open_manuals
from tests.support.person import Person
from tests.support.places import TRANSLATIONS

BAMF = ("B", "A", "M", "F", "Return")


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ((), "Finden"),
        (("Ctrl+2", "Down"), "Finden"),
        (("Ctrl+2", "Ctrl+L"), "Filtern"),
        ((*BAMF, "Return"), "Einen Eintrag lesen"),
        ((*BAMF, "Ctrl+M", "Ctrl+Shift+M"), "Merkliste und Handzettel"),
        ((*BAMF, "Ctrl+P"), "Drucken und PDF"),
        ((*BAMF, "F11"), "Gegenüber zeigen"),
        ((*BAMF, "Ctrl+E"), "Einträge bearbeiten"),
        ((*BAMF, "Ctrl+Shift+H"), "Rückgängig und Verlauf"),
        (("Ctrl+Shift+K",), "Einträge prüfen"),
        ((*BAMF, "Ctrl+H"), "Notizen vom Schalter"),
        (("Ctrl+,",), "Einstellungen und Dienststelle"),
    ],
)
def test_f1_opens_the_chapter_that_fits(person: Person, qtbot: QtBot, keys: tuple[str, ...], title: str) -> None:
    person.presses(*keys)
    qtbot.waitUntil(person.top().isActiveWindow)
    person.presses("F1")
    assert Manual(qtbot).title() == title


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("&Backups …", "Sicherungen"),
        ("Own &office …", "Einstellungen und Dienststelle"),
        ("&Topics and target groups …", "Einträge bearbeiten"),
        ("&About Wegweiser", "Datenschutz"),
    ],
)
def test_f1_fits_in_dialogs_that_only_a_menu_opens(
    person: Person, qtbot: QtBot, tr: Translate, command: str, title: str
) -> None:
    person.chooses(tr(command))
    qtbot.waitUntil(person.top().isActiveWindow)
    person.presses("F1")
    assert Manual(qtbot).title() == title


def test_f1_helps_where_the_records_cannot_be_shown(opens: Opens, paths: Paths, qtbot: QtBot) -> None:
    paths.database.write_bytes(b"This is no database. " * 500)
    person = opens(paths)
    person.presses("F1")
    assert Manual(qtbot).title() == "Wenn etwas nicht klappt"


def test_a_second_f1_turns_the_open_manual_to_another_chapter(person: Person, qtbot: QtBot) -> None:
    person.presses("F1")
    person.window.activateWindow()
    person.presses("Ctrl+2", "Ctrl+L", "F1")
    assert Manual(qtbot).title() == "Filtern"
    Manual(qtbot).presses("Alt+Left")
    assert Manual(qtbot).title() == "Finden"


def test_all_keys_of_all_menus_are_listed_by_themselves(person: Person, qtbot: QtBot) -> None:
    person.presses("Shift+F1")
    manual = Manual(qtbot)
    text = manual.pane.toPlainText()
    assert manual.title() == "Tastenkürzel"
    for key in ("Ctrl+K", "Ctrl+P", "Ctrl+1", "Ctrl+4", "Ctrl+Q", "Shift+F1"):
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in text
    assert "Druckvorschau" in text


def test_all_keys_are_listed_from_a_dialog_too(person: Person, qtbot: QtBot) -> None:
    person.types("bamf")
    person.presses("Return", "Ctrl+H", "Shift+F1")
    assert Manual(qtbot).title() == "Tastenkürzel"


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Preview of a sheet", (*BAMF, "Ctrl+P")),
        ("Form of a record", (*BAMF, "Ctrl+E")),
        ("Note from the counter", (*BAMF, "Ctrl+H")),
        ("To check", ("Ctrl+Shift+K",)),
        ("History", (*BAMF, "Ctrl+Shift+H")),
    ],
)
def test_every_chord_that_is_listed_for_a_dialog_is_one_of_its_keys(
    person: Person, name: str, keys: tuple[str, ...]
) -> None:
    person.presses(*keys)
    dialog = person.top()
    assert isinstance(dialog, QDialog)
    real = {shortcut.key().toString() for shortcut in dialog.findChildren(QShortcut)}
    (place,) = (place for place in PLACES if place.name == name)
    listed = {QKeySequence(key).toString() for chords, _ in place.keys for key in chords if key.startswith("Ctrl+")}
    assert listed <= real


def test_in_english_the_manual_is_still_there(opens: Opens, paths: Paths, qtbot: QtBot) -> None:
    person = opens(paths, language=load(TRANSLATIONS, "en"))
    person.presses("F1")
    assert Manual(qtbot).title() == "Finden"


def test_a_message_box_is_answered_before_anything_else(person: Person, edges: FakeEdges) -> None:
    edges.opener.is_able = False
    person.types("bamf dort")
    person.presses("Return", "Return", "Tab", "Tab", "Tab", "Return")
    assert edges.notices.told
    assert open_manuals() == []


def test_larger_text_reaches_the_manual(opens: Opens, paths: Paths, qtbot: QtBot) -> None:
    person = opens(paths, Settings(text_percent=200))
    person.presses("F1")
    assert Manual(qtbot).pane.font().pointSizeF() == person.window.font().pointSizeF()
