"""The window by keyboard: tabs, search, filters, links, and what it says when something is missing."""

import sqlite3
import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop.app.build import build
from desktop.app.paths import Paths, paths_for
from desktop.domain.vocabulary import Status
from desktop.i18n import Translate, load
from desktop.store.search.index import Index
from desktop.store.unit_of_work import Store
from tests.bench.search_data import batches, titles
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.places import TRANSLATIONS
from tests.support.sheet import Printed


def tab_titles(person: Person) -> list[str]:
    bar = person.finds(QTabWidget)
    return [bar.tabText(number).replace("&", "") for number in range(bar.count())]


def count(person: Person) -> str:
    return person.finds(QLabel, "count").text()


def search_text(person: Person) -> str:
    return person.finds(QLineEdit, "search").text()


def choose(person: Person, facet: str, word: str) -> None:
    if not any(box.isVisible() for box in person.top().findChildren(QComboBox, f"filter-{facet}")):
        person.presses("Ctrl+L")
    box = person.finds(QComboBox, f"filter-{facet}")
    assert box.findText(word) > 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentText(word)
    person.waits()


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


def test_the_search_filters_all_tabs_at_once_and_their_titles_say_how_many_hits(person: Person) -> None:
    person.types("bamf dort")
    assert [title.rpartition(" ")[2] for title in tab_titles(person)][1] == "(6)"
    person.presses("Esc")
    assert all("(" not in title for title in tab_titles(person))


def test_enter_stays_in_the_tab_in_front_where_its_hit_is_as_good(person: Person) -> None:
    person.presses("Ctrl+1")
    person.types("köln")
    person.presses("Return")
    assert person.finds(QTabWidget).currentIndex() == 0


def test_arrows_choose_a_hit_while_the_caret_stays_in_the_box(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("bamf")
    first = person.reads()
    person.presses("Down")
    assert person.focused().objectName() == "search"
    assert person.reads() != first
    chosen = person.reads()
    person.presses("Return")
    assert person.reads() == chosen


def test_escape_clears_the_search_and_a_second_one_goes_to_the_list(person: Person) -> None:
    person.types("moers")
    person.presses("Esc")
    assert search_text(person) == ""
    assert person.focused().objectName() == "search"
    person.presses("Esc")
    assert person.focused().objectName() == "records"


@pytest.mark.parametrize("key", ["Ctrl+K", "Ctrl+F", "F6", "/"])
def test_each_of_these_keys_leads_to_the_search_box(person: Person, key: str) -> None:
    person.presses("Ctrl+3", key)
    assert person.focused().objectName() == "search"
    assert search_text(person) == ""


def test_letters_typed_on_a_list_begin_a_new_search_and_backspace_goes_on_with_it(person: Person) -> None:
    person.types("bamf")
    person.presses("Return")
    person.types("mo")
    assert search_text(person) == "mo"
    person.presses("Return", "Backspace")
    assert search_text(person) == "m"


def test_enter_on_the_list_goes_into_the_record_and_escape_comes_back(person: Person) -> None:
    person.presses("Ctrl+2", "Down", "Return")
    assert person.focused().objectName() == "reading"
    person.presses("Esc")
    assert person.focused().objectName() == "records"


def test_filters_combine_with_the_search_and_can_be_dropped(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+2")
    choose(person, "level", tr("Federal"))
    narrowed = len(person.sees_rows())
    choose(person, "place", "Köln")
    assert 0 < len(person.sees_rows()) < narrowed < 29
    person.presses("Ctrl+R")
    assert len(person.sees_rows()) == 29


def test_records_that_say_nothing_about_a_filter_can_be_asked_for(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+4")
    choose(person, "place", tr("no statement"))
    assert 0 < len(person.sees_rows()) < 39


def test_the_order_can_be_changed_and_keeps_the_chosen_record(person: Person) -> None:
    person.presses("Ctrl+4", "Down", "Down")
    by_name, chosen = person.sees_rows(), person.reads()
    sort = person.finds(QComboBox, "sort")
    sort.setCurrentIndex(sort.findData("place"))
    person.waits()
    assert person.sees_rows() != by_name
    assert sorted(person.sees_rows()) == sorted(by_name)
    assert person.reads() == chosen


def test_without_hits_the_window_says_what_was_searched_and_offers_ways_on(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+2")
    choose(person, "level", tr("Federal"))
    person.presses("Ctrl+K")
    person.types("xylophon")
    assert "xylophon" in person.sees_texts()
    assert tr("Federal") in person.sees_texts()
    assert count(person) == tr("{shown} of {total}", shown=0, total=29)
    person.clicks(person.button(tr("Clear the search")))
    assert len(person.sees_rows()) > 0


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
    assert person.window.statusBar().currentMessage() == tr("There is no telephone number on this page.")


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


def test_every_key_is_listed_under_f1(person: Person, tr: Translate) -> None:
    person.presses("F1")
    assert person.top() is not person.window
    for key in ("K", "P", "S", "1", "4", "Q"):
        assert QKeySequence(f"Ctrl+{key}").toString(QKeySequence.SequenceFormat.NativeText) in person.reads()
    person.presses("Esc")
    assert person.top() is person.window


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
    assert person.window.statusBar().currentMessage() == tr("There is no telephone number on this page.")


def test_arrows_in_a_list_without_hits_do_not_keep_enter_from_the_best_hit(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Down", "Return")
    assert person.focused().objectName() == "records"
    assert "0231 9058-0" in person.reads()


def test_enter_on_a_search_without_any_hit_says_so_and_stays_in_the_box(person: Person, tr: Translate) -> None:
    person.types("xylophon")
    person.presses("Return")
    assert person.focused().objectName() == "search"
    assert person.window.statusBar().currentMessage() == tr("No hits for “{text}”", text="xylophon")


def test_a_list_without_hits_says_where_there_are_some(person: Person) -> None:
    person.types("bamf dort")
    assert "6 Treffer in Kontakte – Eingabetaste" in person.sees_texts()
    person.presses("Return")
    assert "0231 9058-0" in person.reads()


def test_a_page_pasted_into_the_search_moves_nothing(person: Person) -> None:
    person.window.resize(760, 560)
    person.presses("Ctrl+2")
    splitter = person.finds(QSplitter)
    before = (person.window.size(), splitter.sizes())
    person.presses("Ctrl+K")
    person.finds(QLineEdit, "search").setText("x" * 5000)
    person.waits()
    assert (person.window.size(), splitter.sizes()) == before


def test_records_that_say_nothing_about_a_filter_are_counted_and_shown_on_request(
    person: Person, tr: Translate
) -> None:
    person.presses("Ctrl+2")
    choose(person, "anonymous", tr("yes"))
    assert person.sees_rows() == ["JMD Bonn"]
    assert count(person) == "1 von 29"
    person.clicks(person.button("+ 28 ohne Angabe"))
    assert count(person) == "29 von 29"
    person.clicks(person.button("mit Einträgen ohne Angabe"))
    assert count(person) == "1 von 29"
    choose(person, "anonymous", "keine Angabe")
    assert count(person) == "28 von 29"


def test_each_filter_stands_as_a_chip_that_takes_it_away(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+2")
    choose(person, "level", tr("Federal"))
    choose(person, "place", "Köln")
    assert person.sees_chips() == ["Ebene: Bund", "Ort: Köln"]
    narrowed = len(person.sees_rows())
    person.clicks(person.finds(QToolButton, "chip-place"))
    assert person.sees_chips() == ["Ebene: Bund"]
    assert len(person.sees_rows()) > narrowed


def test_old_records_are_found_by_their_age(person: Person) -> None:
    person.presses("Ctrl+1")
    choose(person, "as_of", "älter als 1 Jahr")
    assert count(person) == "15 von 15"
    choose(person, "as_of", "älter als 10 Jahre")
    assert count(person) == "0 von 15"


def test_a_filter_that_no_record_has_a_value_for_is_not_offered(person: Person) -> None:
    person.presses("Ctrl+2")
    person.presses("Ctrl+L")
    boxes = {box.objectName() for box in person.top().findChildren(QComboBox) if box.isVisible()}
    assert "filter-target_group" in boxes
    assert "filter-language" not in boxes


def test_a_slip_of_the_finger_is_told_and_what_is_meant_is_shown_below(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("bundesmat")
    assert "Keine Treffer für „bundesmat“, gemeint: „Bundesamt“" in person.sees_texts()
    hits = person.sees_rows()
    assert hits
    person.clicks(person.button("„Bundesamt“ suchen"))
    assert search_text(person) == "Bundesamt"
    assert "gemeint" not in person.sees_texts()
    assert person.sees_rows() == hits


def test_what_only_the_filters_hide_is_counted(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+2")
    choose(person, "level", tr("Independent organisation"))
    person.presses("Ctrl+K")
    person.types("bamf dort")
    assert "Ohne die Filter: 6 Treffer." in person.sees_texts()
    person.clicks(person.button(tr("Reset filters")))
    assert person.sees_rows()[0] == "BAMF Dortmund"


def test_enter_pressed_faster_than_the_answer_opens_the_hit_of_the_whole_text(person: Person) -> None:
    person.presses_at_once(*"bamf", "Space", *"dort", "Return")
    person.waits()
    assert search_text(person) == "bamf dort"
    assert person.focused().objectName() == "records"
    assert "0231 9058-0" in person.reads()


def test_an_arrow_pressed_faster_than_the_answer_moves_among_its_hits(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.presses_at_once(*"bamf", "Down")
    person.waits()
    assert person.sees_chosen() == person.sees_rows()[1]


def test_what_matched_is_marked(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("DORTM")
    assert person.sees_marks()[0] == "Dortm"


def test_a_long_list_brings_more_rows_as_one_goes_down(opens: Opens, paths: Paths) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        names = titles(3000)
        connection.execute("BEGIN")
        Index(connection).rebuild([f"eintrag-{at}" for at in range(3000)], batches(names))
        connection.execute("COMMIT")
    person = opens(paths)
    person.presses("Ctrl+2")
    shown, total = count(person).split(" von ")
    assert shown == total
    assert len(person.sees_rows()) == 500
    for _ in range(3):
        person.presses("End")
    assert f"{len(person.sees_rows()):,}".replace(",", ".") == total


def test_a_broken_index_mends_itself(opens: Opens, paths: Paths) -> None:
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("DROP TABLE search_name")
    person = opens(paths)
    person.types("bamf dort")
    person.presses("Return")
    assert "0231 9058-0" in person.reads()


def test_groups_say_how_many_records_they_have(person: Person) -> None:
    person.presses("Ctrl+2")
    view = person.finds(QAbstractItemView, "records")
    shown = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert "Kontaktstellen (16)" in shown


def test_back_brings_the_search_and_its_hits_back(person: Person, tr: Translate) -> None:
    person.types("integrationspauschale")
    person.presses("Esc")
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("bamf dort")
    person.presses("Return", "Return")
    hits, start = person.sees_rows(), person.reads()
    person.presses("Tab", "Return")
    person.presses("Ctrl+K", "Esc", "Alt+Left")
    assert search_text(person) == "bamf dort"
    assert person.sees_rows() == hits
    assert person.reads() == start
    assert person.focused().objectName() == "reading"


@pytest.mark.parametrize("goes_on", [("Down",), ("Ctrl+3",)])
def test_what_was_copied_is_told_until_another_record_or_tab_comes(person: Person, goes_on: tuple[str, ...]) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+Shift+C")
    assert "0231 9058-0" in person.window.statusBar().currentMessage()
    person.presses(*goes_on)
    assert person.window.statusBar().currentMessage() == ""


def test_the_keys_under_f1_can_be_scrolled_by_arrow_keys(person: Person) -> None:
    person.presses("F1")
    bar = person.finds(QTextEdit, "reading").verticalScrollBar()
    assert bar.maximum() > 0
    person.presses("Down", "Down")
    assert bar.value() > 0
    person.presses("Return")
    assert person.top() is person.window


def test_letters_typed_in_a_tab_without_hits_begin_a_new_search(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Ctrl+3")
    assert person.focused().objectName() == "search"
    person.types("moers")
    assert search_text(person) == "moers"


def test_the_last_clients_search_cannot_be_brought_back(person: Person) -> None:
    person.types("moers")
    person.presses("Ctrl+Shift+N", "Ctrl+Z")
    assert search_text(person) == ""


def test_what_is_typed_after_a_link_was_followed_is_not_taken_away(person: Person) -> None:
    person.types("bamf dort")
    person.presses("Return", "Return")
    person.presses_at_once("Tab", "Return", "Ctrl+K", *"bielefeld")
    person.waits()
    assert search_text(person) == "bielefeld"


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


def test_a_search_that_fails_leaves_nothing_of_the_one_before(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(paths)
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("bundesmat")
    for _ in range(2):  # the first harm is mended silently
        with closing(sqlite3.connect(paths.database)) as connection, connection:
            connection.execute("DROP TABLE search_word")
        person.types("x")
    assert tr("The search did not work.") in person.sees_texts()
    assert "gemeint" not in person.sees_texts()
    assert count(person) == ""
    assert all("(" not in title for title in tab_titles(person))
    person.presses("Return")
    assert person.window.statusBar().currentMessage() == tr("The search did not work.")
    person.presses("Ctrl+P")
    assert person.window.statusBar().currentMessage() == tr("Choose a record first.")


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


def test_a_list_whose_last_row_is_filtered_away_hands_the_keyboard_to_the_search_box(person: Person) -> None:
    person.presses("Ctrl+2", "Down")
    choose(person, "place", "Köln")
    person.presses("Ctrl+2")
    assert person.focused().objectName() == "records"
    choose(person, "role", "Nur im Netz")
    person.presses("Ctrl+2")
    assert person.focused().objectName() == "search"


def test_midnight_makes_no_list_wait_for_ever(qtbot: QtBot, paths: Paths, edges: FakeEdges, tr: Translate) -> None:
    days = [date(2026, 11, 23)]
    window = build(paths, tr, edges.as_edges(), today=lambda: days[0])
    person = Person(window, qtbot)
    with person.settles():
        window.show()
    person.presses("Ctrl+2")
    choose(person, "as_of", "älter als 1 Jahr")
    days[0] = date(2026, 11, 24)
    person.presses("Ctrl+M")
    assert "Merkliste" in window.statusBar().currentMessage()
    window.close()


def test_the_end_of_a_long_search_can_be_gone_to_again_and_again(opens: Opens, paths: Paths) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        names = titles(5000)
        connection.execute("BEGIN")
        Index(connection).rebuild([f"eintrag-{at}" for at in range(5000)], batches(names))
        connection.execute("COMMIT")
    person = opens(paths)
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("beratung")
    person.presses("Return")
    for _ in range(8):
        person.presses("End", "Home")
    assert "mehr als" not in count(person)
    assert count(person).split(" von ")[0] == f"{len(person.sees_rows()):,}".replace(",", ".")


def test_the_next_client_finds_the_lists_in_their_usual_order(person: Person) -> None:
    person.presses("Ctrl+2")
    usual = person.sees_rows()
    sort = person.finds(QComboBox, "sort")
    sort.setCurrentIndex(sort.findData("place"))
    person.waits()
    person.presses("Ctrl+Shift+N", "Ctrl+2")
    assert person.sees_rows() == usual


def test_a_window_closed_during_a_long_preview_waits_neither_for_it_nor_leaves_it_there(
    person: Person, tr: Translate
) -> None:
    directory = tr("Print the &directory …")
    person.chooses(directory)  # brings in what drawing needs
    person.presses("Esc")
    begun = time.perf_counter()
    person.chooses(directory)
    needed = time.perf_counter() - begun
    person.presses("Esc")
    action = next(action for action in person.window.findChildren(QAction) if action.text() == directory)
    action.trigger()
    begun = time.perf_counter()
    person.window.close()
    assert time.perf_counter() - begun < needed / 2
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
