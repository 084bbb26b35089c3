"""Filters and orders of the lists."""

import sqlite3
from contextlib import closing
from datetime import datetime

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop.app.build import build
from desktop.app.paths import Paths
from desktop.i18n import Translate
from desktop.store.search.index import Index
from tests.bench.search_data import batches, titles
from tests.conftest import Opens
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.window import choose, count


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


def test_what_only_the_filters_hide_is_counted(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+2")
    choose(person, "level", tr("Independent organisation"))
    person.presses("Ctrl+K")
    person.types("bamf dort")
    assert "Ohne die Filter: 6 Treffer." in person.sees_texts()
    person.clicks(person.button(tr("Reset filters")))
    assert person.sees_rows()[0] == "BAMF Dortmund"


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
    assert len(person.sees_rows()) == 60
    for _ in range(3):
        person.presses("End")
    assert f"{len(person.sees_rows()):,}".replace(",", ".") == total


def test_groups_say_how_many_records_they_have(person: Person) -> None:
    person.presses("Ctrl+2")
    view = person.finds(QAbstractItemView, "records")
    shown = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert "Kontaktstellen (16)" in shown


def test_a_list_whose_last_row_is_filtered_away_hands_the_keyboard_to_the_search_box(person: Person) -> None:
    person.presses("Ctrl+2", "Down")
    choose(person, "place", "Köln")
    person.presses("Ctrl+2")
    assert person.focused().objectName() == "records"
    choose(person, "role", "Nur im Netz")
    person.presses("Ctrl+2")
    assert person.focused().objectName() == "search"


def test_midnight_makes_no_list_wait_for_ever(qtbot: QtBot, paths: Paths, edges: FakeEdges, tr: Translate) -> None:
    days = [datetime(2026, 11, 23).astimezone()]
    window = build(paths, tr, edges.as_edges, now=lambda: days[0])
    person = Person(window, qtbot)
    with person.settles():
        window.show()
    person.presses("Ctrl+2")
    choose(person, "as_of", "älter als 1 Jahr")
    days[0] = datetime(2026, 11, 24).astimezone()
    person.presses("Ctrl+M")
    assert "Merkliste" in window.statusBar().currentMessage()
    window.close()


def test_the_next_client_finds_the_lists_in_their_usual_order(person: Person) -> None:
    person.presses("Ctrl+2")
    usual = person.sees_rows()
    sort = person.finds(QComboBox, "sort")
    sort.setCurrentIndex(sort.findData("place"))
    person.waits()
    person.presses("Ctrl+Shift+N", "Ctrl+2")
    assert person.sees_rows() == usual
