"""The manual stands beside the work, is searched, and is used by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextFormat
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.settings import Settings
from tests.conftest import Opens
from tests.support.manual import Manual, open_manuals
from tests.support.person import Person


@pytest.fixture
def manual(person: Person, qtbot: QtBot) -> Manual:
    """The manual, opened from the search box."""
    person.presses("F1")
    return Manual(qtbot)


def test_it_opens_beside_the_window_which_goes_on(manual: Manual, person: Person) -> None:
    assert QApplication.activeModalWidget() is None
    person.types("bamf dort")
    person.presses("Return")
    assert "0231 9058-0" in person.reads()


def test_all_chapters_are_listed_and_arrows_go_from_one_to_the_next(manual: Manual) -> None:
    assert manual.rows()[0] == "Erste Schritte"
    assert len(manual.rows()) >= 16
    before = manual.title()
    manual.presses("F6", "F6", "Down")
    assert manual.title() == manual.rows()[manual.rows().index(before) + 1]


def test_typing_anywhere_searches_and_marks_what_was_found(manual: Manual) -> None:
    manual.types("rueckgaeng")
    assert manual.rows()[0] == "Rückgängig und Verlauf"
    assert set(manual.marked()) == {"Rückgäng"}
    assert f"{len(manual.rows())} von " in manual.said()


def test_a_mark_is_also_underlined(manual: Manual) -> None:
    manual.types("merkliste")
    marks = manual.pane.extraSelections()
    assert marks
    assert all(mark.format.hasProperty(QTextFormat.Property.FontUnderline) for mark in marks)


def test_a_chapter_is_read_from_the_first_mark(manual: Manual) -> None:
    manual.types("signing")
    bar = manual.pane.verticalScrollBar()
    assert bar.value() > 0 or bar.maximum() == 0
    assert manual.marked()


def test_arrows_and_enter_work_while_one_types(manual: Manual) -> None:
    manual.presses("Ctrl+F")
    manual.types("pdf")
    manual.presses("Down")
    assert manual.title() == manual.rows()[1]
    manual.presses("Return")
    assert manual.focused() is manual.pane


def test_without_a_hit_it_says_so_and_keeps_the_chapter(manual: Manual) -> None:
    manual.types("merkliste")
    before = manual.title()
    manual.types("xylophon")
    assert manual.rows() == []
    assert "0 von " in manual.said()
    assert manual.title() == before


def test_esc_clears_the_search_first_and_closes_then(manual: Manual, person: Person) -> None:
    manual.types("drucken")
    manual.presses("Esc")
    assert manual.box.text() == ""
    assert manual.window.isVisible()
    manual.presses("Esc")
    assert open_manuals() == []
    assert person.window.isVisible()


def test_links_lead_on_and_one_key_leads_back(manual: Manual) -> None:
    before = manual.title()
    manual.presses("Tab", "Return")
    assert manual.title() != before
    manual.presses("Alt+Left")
    assert manual.title() == before
    manual.presses("Alt+Left", "Alt+Left")
    assert manual.title() == before


def test_back_leaves_a_search_for_what_was_read_before(manual: Manual) -> None:
    before = manual.title()
    manual.types("sicherung")
    assert manual.title() != before
    manual.presses("Alt+Left")
    assert manual.title() == before


def test_a_long_chapter_is_scrolled_by_arrow_keys(person: Person, qtbot: QtBot) -> None:
    person.presses("Shift+F1")
    manual = Manual(qtbot)
    bar = manual.pane.verticalScrollBar()
    assert bar.maximum() > 0
    manual.presses("Down", "Down")
    assert bar.value() > 0


def test_f6_goes_round_field_list_and_text(manual: Manual) -> None:
    seen = []
    for _ in range(3):
        manual.presses("F6")
        seen.append(manual.focused())
    assert seen == [manual.box, manual.contents, manual.pane]
    manual.presses("Shift+F6")
    assert manual.focused() is manual.contents


def test_every_control_has_a_name(manual: Manual) -> None:
    for part in manual.window.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name), part


def test_it_closes_with_the_window(manual: Manual, person: Person) -> None:
    person.window.close()
    assert open_manuals() == []


def test_it_can_be_read_while_a_dialog_is_open(person: Person, qtbot: QtBot) -> None:
    person.types("bamf dort")
    person.presses("Return", "Ctrl+P", "F1")
    manual = Manual(qtbot)
    assert manual.title() == "Drucken und PDF"
    manual.types("sprache")
    assert manual.marked()


def test_pictures_are_drawn_and_never_wider_than_the_text(opens: Opens, paths: Paths, qtbot: QtBot) -> None:
    person = opens(paths, Settings(text_percent=200))
    person.presses("F1")
    manual = Manual(qtbot)
    manual.window.resize(480, 500)
    qtbot.waitUntil(lambda: manual.pane.horizontalScrollBar().maximum() == 0)
    manual.presses("Ctrl+F")
    manual.types("erste schritte")
    assert manual.title() == "Erste Schritte"
    assert manual.pane.horizontalScrollBar().maximum() == 0
    assert "￼" in manual.pane.toPlainText()


def test_on_a_small_screen_the_chapter_has_more_room_than_the_list(manual: Manual, qtbot: QtBot) -> None:
    manual.window.resize(440, 340)
    qtbot.waitUntil(lambda: manual.window.width() == 440)
    assert manual.pane.width() > manual.contents.width()


def test_no_label_or_button_is_cut_off_at_200_percent(opens: Opens, paths: Paths, qtbot: QtBot) -> None:
    person = opens(paths, Settings(text_percent=200))
    person.presses("Shift+F1")
    manual = Manual(qtbot)
    assert manual.window.width() <= person.window.screen().availableSize().width()
    for part in (manual.box, manual.contents, manual.pane):
        assert manual.window.rect().contains(part.mapTo(manual.window, part.rect().bottomRight()))
