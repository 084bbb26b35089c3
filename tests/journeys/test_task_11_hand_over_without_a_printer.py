"""Task 11: hand over without a printer: one card over the whole screen, with a code for the telephone; or a PDF."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTextBrowser

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.vcard import card, forms
from desktop.i18n import Translate
from desktop.views.showing.code_view import CodeView
from desktop.views.showing.window import ShowWindow
from tests.conftest import Opens
from tests.support.codes import codes_in
from tests.support.dossiers import dossier_of
from tests.support.person import Person


def text_of(person: Person) -> QTextBrowser:
    return person.finds(QTextBrowser, "shown-record")


def chooses_language(person: Person, code: str) -> None:
    box = person.finds(QComboBox, "shown-language")
    box.setCurrentIndex(box.findData(code))
    person.waits()


@pytest.fixture
def shown(person: Person) -> Person:
    person.types("bamf dort")
    person.presses("F11")
    return person


def test_one_key_shows_the_record_over_the_whole_screen_and_esc_ends_it(shown: Person) -> None:
    window = shown.top()
    assert isinstance(window, ShowWindow)
    assert window.isFullScreen()
    text = text_of(shown).toPlainText()
    for fact in ("Außenstelle Dortmund", "Huckarder Str. 91, 44147 Dortmund", "0231 9058-0", "Stand 19.10.2022"):
        assert fact in text
    shown.presses("Esc")
    assert shown.top() is shown.window
    assert not shown.window.isFullScreen()


def test_the_key_that_began_it_also_ends_it(shown: Person) -> None:
    shown.presses("F11")
    assert shown.top() is shown.window


def test_a_telephone_reads_the_card_off_the_screen(shown: Person, catalogue: Catalogue) -> None:
    record = next(record for record in catalogue.records if record.id == "bamf-dortmund")
    dossier = dossier_of(record)
    assert isinstance(record, Location)
    found = card(record, dossier.organization)
    assert found
    assert codes_in(shown.top().grab().toImage()) == [forms(found)[0]]
    assert "Außenstelle Dortmund" in shown.finds(CodeView).accessibleName()


def test_the_type_is_at_least_twice_as_large_as_usual(shown: Person) -> None:
    cursor = text_of(shown).document().find("0231 9058-0")
    assert cursor.charFormat().fontPointSize() >= 2 * shown.window.font().pointSizeF()


def test_an_arabic_card_runs_from_right_to_left_and_keeps_numbers_as_they_are(shown: Person) -> None:
    chooses_language(shown, "ar")
    document = text_of(shown).document()
    lead, number = document.firstBlock().next(), document.find("0231 9058-0").block()
    assert lead.textDirection() == Qt.LayoutDirection.RightToLeft
    assert number.textDirection() == Qt.LayoutDirection.LeftToRight
    assert "لم يراجع أحد هذه الترجمة بعد" in document.toPlainText()
    assert "Übersetzung ungeprüft" in document.toPlainText()
    assert codes_in(shown.top().grab().toImage())


def test_every_arabic_letter_has_a_glyph(shown: Person) -> None:
    chooses_language(shown, "ar")
    block, glyphs = text_of(shown).document().firstBlock(), []
    while block.isValid():
        lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
        glyphs += [index for line in lines for run in line.glyphRuns() for index in run.glyphIndexes()]
        block = block.next()
    assert glyphs
    assert 0 not in glyphs


def test_the_language_stays_for_this_client_and_goes_with_the_next(shown: Person, tr: Translate) -> None:
    chooses_language(shown, "ar")
    shown.presses("Esc", "F11")
    assert shown.finds(QComboBox, "shown-language").currentData() == "ar"
    shown.presses("Esc", "Ctrl+Shift+N")
    shown.types("jmd bonn")
    shown.presses("F11")
    assert shown.finds(QComboBox, "shown-language").currentData() == tr.language


def test_a_record_with_nothing_but_a_website_gives_its_address(person: Person) -> None:
    person.presses("Ctrl+1")
    person.types("moers")
    person.presses("F11")
    assert person.finds(QTextBrowser, "shown-record").toPlainText().startswith("Moers")


def test_without_a_choice_it_says_so(person: Person, tr: Translate) -> None:
    person.presses("F11")
    assert person.top() is person.window
    assert person.window.statusBar().currentMessage() == tr("Choose a record first.")


def test_the_button_ends_it_too(shown: Person, tr: Translate) -> None:
    button = shown.button(tr("End showing (Esc)"))
    assert isinstance(button, QPushButton)
    shown.clicks(button)
    assert shown.top() is shown.window


def test_large_text_does_not_make_the_card_larger_than_the_screen(opens: Opens, person: Person) -> None:
    person.presses(*["Ctrl++"] * 6)
    person.types("bamf dort")
    person.presses("F11")
    document = text_of(person).document()
    assert document.size().width() <= text_of(person).viewport().width()
