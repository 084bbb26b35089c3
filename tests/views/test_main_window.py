"""The window by keyboard: tabs, links, copying, and what it says when something is missing."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QTabWidget,
    QWidget,
)

from desktop.app.paths import Paths, paths_for
from desktop.domain.vocabulary import Status
from desktop.i18n import Translate, load
from desktop.store.unit_of_work import Store
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.places import TRANSLATIONS
from tests.support.sheet import Printed
from tests.support.window import count

NO_NUMBER = "Nothing copied: there is no telephone number on this page."


def test_it_opens_with_the_caret_in_the_search_box_and_no_dialog_in_the_way(person: Person) -> None:
    assert person.focused().objectName() == "search"
    assert person.top() is person.window


@pytest.mark.parametrize(("key", "total"), [("Ctrl+1", 15), ("Ctrl+2", 29), ("Ctrl+3", 8), ("Ctrl+4", 39)])
def test_every_tab_shows_all_of_its_records_and_says_how_many(
    person: Person, tr: Translate, key: str, total: int
) -> None:
    person.presses(key)
    assert len(person.sees_rows()) == total
    assert count(person) == tr("{shown} of {total}", shown=total, total=total)


def test_enter_on_the_list_goes_into_the_record_and_escape_comes_back(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "Return")
    assert person.focused().objectName() == "reading"
    person.presses("Esc")
    assert person.focused().objectName() == "records"


def test_a_link_leads_to_another_record_and_alt_left_comes_back(person: Person, tr: Translate) -> None:
    person.types("bamf dort")
    person.presses("Return", "Return")
    start = person.reads()
    person.presses("Tab", "Return")
    assert person.reads() != start
    assert "Nürnberg" in person.reads()
    person.presses("Alt+Left")
    assert person.reads() == start


def test_numbers_mails_and_addresses_are_copied_by_key(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "0231 9058-0"
    assert "0231 9058-0" in person.window.statusBar().currentMessage()
    person.presses("Ctrl+Shift+E")
    assert QApplication.clipboard().text() == "Ref431Posteingang@bamf.bund.de"
    person.presses("Ctrl+Shift+A")
    assert QApplication.clipboard().text().splitlines()[1:] == ["Huckarder Str. 91", "44147 Dortmund"]


def test_what_is_missing_is_said_not_copied(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+4", "Down", "Down", "Ctrl+Shift+C")
    assert person.window.statusBar().currentMessage() == tr(NO_NUMBER)


def test_a_link_is_opened_only_when_it_is_followed(person: Person, edges: FakeEdges) -> None:
    person.types("bamf dort")
    person.presses("Return", "Return")
    assert edges.opener.opened == []
    person.presses("Tab", "Tab", "Tab", "Return")
    assert edges.opener.opened == ["tel:+4923190580"]


def test_a_computer_that_cannot_open_a_link_says_so(person: Person, edges: FakeEdges) -> None:
    edges.opener.is_able = False
    person.types("bamf dort")
    person.presses("Return", "Return", "Tab", "Tab", "Tab", "Return")
    assert "tel:+4923190580" in edges.notices.told[0]


def test_a_damaged_database_is_told_calmly_and_tried_again(opens: Opens, paths: Paths, tr: Translate) -> None:
    sound = paths.database.read_bytes()
    paths.database.write_bytes(b"This is no database. " * 500)
    person = opens(paths)
    assert str(paths.database) in person.sees_texts()
    assert "Traceback" not in person.sees_texts()

    paths.database.write_bytes(sound)
    with person.settles():
        person.presses("Return")
    assert len(person.sees_rows()) == 15


def test_a_first_start_fills_the_database_by_itself(opens: Opens, tmp_path: Path) -> None:
    person = opens(paths_for(tmp_path / "neu"))
    assert len(person.sees_rows()) == 15


def test_a_record_that_is_gone_is_told_in_its_place(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(paths)
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("DELETE FROM entry WHERE id = 'bamf-dortmund'")
    person.types("bamf dort")
    person.presses("Return")
    assert tr("This record cannot be shown.") in person.reads()


def test_a_number_is_not_copied_from_a_page_that_is_on_its_way_out(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+2", "Down", "Down")
    QApplication.clipboard().setText("vorher")
    gate = threading.Event()
    person.background.run(gate.wait, lambda _: None, lambda _: None)
    person.presses_at_once("Down", "Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "vorher"
    assert person.window.statusBar().currentMessage() == tr("The record is not there yet; nothing was copied.")
    gate.set()
    person.waits()
    person.presses("Ctrl+Shift+C")
    assert QApplication.clipboard().text() in person.reads()


def test_an_office_whose_numbers_are_all_dead_has_no_number_to_copy(person: Person, tr: Translate) -> None:
    person.types("bva bonn")
    person.presses("Return")
    assert "BVA" in person.reads()
    person.presses("Ctrl+Shift+C")
    assert person.window.statusBar().currentMessage() == tr(NO_NUMBER)


@pytest.mark.parametrize("goes_on", [("Down",), ("Ctrl+3",)])
def test_what_was_copied_is_told_until_another_record_or_tab_comes(person: Person, goes_on: tuple[str, ...]) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Shift+C")
    assert "0231 9058-0" in person.window.statusBar().currentMessage()
    person.presses(*goes_on)
    assert person.window.statusBar().currentMessage() == ""


def test_a_record_out_of_use_that_a_link_leads_to_is_the_one_that_is_printed(
    opens: Opens, paths: Paths, edges: FakeEdges
) -> None:
    person = opens(paths)
    person.types("bamf nürnb")
    person.presses("Ctrl+M")
    with closing(Store(paths.database)) as store, store.writing() as unit:
        (found,) = unit.dossiers.find(["bamf-zentrale"])
        unit.records.put([replace(found.record, status=Status.ARCHIVED)])
    person.presses("Ctrl+K")
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Shift+M", "Return")
    assert "Frankenstraße 210" in person.reads()
    person.presses("Ctrl+P", "Return")
    assert "Frankenstraße 210" in Printed(edges.printer.printed[0]).text


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_letter_opens_two_things_at_once(opens: Opens, paths: Paths, language: str) -> None:
    person = opens(paths, language=load(TRANSLATIONS, language))
    bar = person.finds(QTabWidget)
    tabs = [bar.tabText(number) for number in range(bar.count())]
    menus = person.window.menuBar().findChildren(QMenu)
    shared = [[menu.title() for menu in menus] + tabs]
    shared += [[action.text() for action in menu.actions()] for menu in menus]
    for texts in shared:
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


def test_a_window_that_closes_is_gone_with_its_preview_before_the_work_ends(person: Person, tr: Translate) -> None:
    seen: list[list[QWidget]] = []
    person.window.closing.connect(
        lambda: seen.append([widget for widget in QApplication.topLevelWidgets() if widget.isVisible()])
    )
    text = tr("Print the &directory …")
    next(action for action in person.window.findChildren(QAction) if action.text() == text).trigger()
    person.window.close()
    assert seen == [[]]


def test_what_was_deleted_stays_told_and_nothing_else_is_chosen_in_its_place(person: Person) -> None:
    person.presses("F2", "Ctrl+K")
    person.types("torun")
    person.presses("Return", "Ctrl+Del")
    person.waits()
    assert "Strg+Z" in person.window.statusBar().currentMessage()
    person.chooses("&Bearbeiten …")
    person.waits()
    assert "wählen Sie zuerst" in person.window.statusBar().currentMessage()
