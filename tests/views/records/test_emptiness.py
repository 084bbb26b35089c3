"""A list without hits: one word less is offered, never taken silently, and nothing else is shown."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.i18n import Translate
from desktop.views.widgets.empty_state import EmptyState
from tests.support.person import Person


@pytest.fixture
def clerk(person: Person) -> Person:
    person.presses("Ctrl+2", "Ctrl+K")
    return person


def test_a_word_that_keeps_all_others_from_being_found_may_be_left_out(clerk: Person) -> None:
    clerk.types("bamf köln telefon")
    assert "Keine Treffer für „bamf köln telefon“" in clerk.sees_texts()
    clerk.clicks(clerk.button("Ohne „telefon“ suchen"))
    assert clerk.finds(QLineEdit, "search").text() == "bamf köln"
    assert clerk.sees_rows()[0] == "BAMF Köln"


def test_the_keyboard_reaches_the_offer_and_then_the_list(clerk: Person) -> None:
    clerk.types("bamf köln telefon")
    clerk.presses("F6", "Space")
    assert clerk.finds(QLineEdit, "search").text() == "bamf köln"
    assert clerk.focused().objectName() == "records"


def test_one_word_alone_is_not_offered_to_be_left_out(clerk: Person) -> None:
    clerk.types("xylophon")
    assert "Ohne „" not in clerk.sees_texts()


def test_while_there_are_no_hits_no_record_and_no_instruction_is_shown(clerk: Person, tr: Translate) -> None:
    clerk.types("bamf dort")
    assert "0231 9058-0" in clerk.reads()
    clerk.types(" xylophon")
    assert clerk.reads() == tr("As soon as there are hits, the record is shown here.")


def test_a_record_that_a_link_led_to_does_not_stay_beside_an_empty_list(clerk: Person, tr: Translate) -> None:
    clerk.types("bamf dort")
    clerk.presses("Return", "Return", "Tab", "Return", "Ctrl+K")
    clerk.types("xylophon")
    assert clerk.reads() == tr("As soon as there are hits, the record is shown here.")


def test_a_reason_is_broken_between_words(clerk: Person, tr: Translate) -> None:
    clerk.presses("Ctrl+L")
    box = clerk.finds(QComboBox, "filter-subject")
    box.setCurrentText("Spätaussiedlung")
    clerk.presses("Ctrl+K")
    clerk.types("bamf dort")
    assert "Thema: Spätaussiedlung.\nOhne die Filter: 6 Treffer." in clerk.sees_texts()


@pytest.mark.parametrize(("width", "is_whole"), [(400, True), (60, False)])
def test_only_a_word_wider_than_the_list_is_broken_within(qtbot: QtBot, width: int, is_whole: bool) -> None:
    shown = EmptyState()
    qtbot.addWidget(shown)
    shown.resize(width, 300)
    shown.show()
    shown.say("Leer", "Kinderbetreuungseinrichtung\nmit Garten")
    texts = [label.text() for label in shown.findChildren(QLabel)]
    assert ("Kinderbetreuungseinrichtung\nmit Garten" in texts) is is_whole
    assert [text.replace("\N{ZERO WIDTH SPACE}", "") for text in texts] == [
        "Leer",
        "Kinderbetreuungseinrichtung\nmit Garten",
    ]
