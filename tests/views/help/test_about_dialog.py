"""What the program says of itself can be read, selected and copied."""

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QTextBrowser

from desktop.app.paths import Paths
from desktop.domain.errors import N_, StoreError
from desktop.i18n import Translate
from desktop.views.help.about_dialog import AboutDialog
from tests.support.person import Person

PROMISE = "Nothing leaves this computer: Wegweiser opens no connection, and nothing about clients is ever stored."


@pytest.fixture
def about(person: Person, tr: Translate) -> Person:
    person.chooses(tr("&About Wegweiser"))
    person.waits(lambda: "SQLite" in person.reads())
    return person


def test_it_names_versions_data_places_and_licences(about: Person, paths: Paths, tr: Translate) -> None:
    text = about.reads()
    for wanted in (tr(PROMISE), "Python", "SQLite", qVersion(), "19.10.2022", str(paths.data), str(paths.log_file)):
        assert wanted in text
    for licence in ("OFL-1.1", "LGPL-3.0-only", "MIT"):
        assert licence in text


def test_everything_is_copied_by_one_button(about: Person, paths: Paths, tr: Translate) -> None:
    about.clicks(about.button(tr("&Copy everything")))
    copied = QApplication.clipboard().text()
    assert f"{tr('Data folder')}: {paths.data}" in copied
    assert "SQLAlchemy" in copied
    assert tr("Copied.") in about.sees_texts()


def test_a_path_is_copied_by_the_link_behind_it(about: Person, paths: Paths) -> None:
    about.presses("Tab", "Return")
    assert QApplication.clipboard().text() == str(paths.data)


def test_its_text_can_be_selected_by_mouse_and_keyboard(about: Person) -> None:
    flags = about.finds(QTextBrowser, "reading").textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_esc_closes_it(about: Person) -> None:
    about.presses("Esc")
    assert about.top() is about.window


def test_what_cannot_be_looked_up_is_told_with_the_promise_all_the_same(person: Person, tr: Translate) -> None:
    dialog = AboutDialog(tr, person.window)
    dialog.show()
    dialog.show_trouble(StoreError(N_("The search did not work.")))
    text = dialog.findChildren(QTextBrowser)[0].toPlainText()
    assert tr(PROMISE) in text
    assert tr("The search did not work.") in text
    dialog.close()
