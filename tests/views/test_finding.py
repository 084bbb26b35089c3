"""The search box of the whole window, letter by letter."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QTabWidget,
)

from desktop.app.paths import Paths
from desktop.i18n import Translate
from desktop.store.search.index import Index
from tests.bench.search_data import batches, titles
from tests.conftest import Opens
from tests.support.person import Person
from tests.support.window import choose, count, search_text, tab_titles


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


@pytest.mark.parametrize("key", ["Ctrl+K", "Ctrl+F", "Shift+F6", "/"])
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
    assert person.sees_marks()[0] == ["Dortm"]


def test_a_broken_index_mends_itself(opens: Opens, paths: Paths) -> None:
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("DROP TABLE search_name")
    person = opens(paths)
    person.types("bamf dort")
    person.presses("Return")
    assert "0231 9058-0" in person.reads()


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
