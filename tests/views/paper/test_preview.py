"""From the record in front to paper or file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QToolButton

from desktop.domain.errors import N_, FileWriteError
from desktop.i18n import Translate
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.person import Person
from tests.support.sheet import Printed


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who reads BAMF Dortmund."""
    person.types("bamf dort")
    person.presses("Return")
    return person


@pytest.fixture
def partner(person: Person) -> Person:
    """A person who reads a partner."""
    person.presses("Ctrl+4")
    person.types("polizei")
    person.presses("Return")
    return person


def test_the_preview_shows_the_pages_of_the_sheet(reader: Person, tr: Translate) -> None:
    reader.presses("Ctrl+P")
    document = reader.finds(QPdfView).document()
    assert document.pageCount() == 1
    assert "0231 9058-0" in document.getAllText(0).text()
    assert tr.plural("{count} page", "{count} pages", 1) in reader.sees_texts()
    reader.presses("Esc")
    assert reader.top() is reader.window


def test_what_is_pressed_while_the_sheet_is_being_made_is_done_when_it_is_there(
    reader: Person, edges: FakeEdges
) -> None:
    reader.presses_at_once("Ctrl+P", "Return")
    reader.waits(lambda: bool(edges.printer.printed))
    assert len(Printed(edges.printer.printed[0]).pages) == 1


def test_control_s_saves_the_sheet_without_a_preview(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+S")
    reader.waits()
    (saved,) = _files(edges)
    assert "0231 9058-0" in Printed(saved.read_bytes()).text
    assert saved.name in reader.window.statusBar().currentMessage()


def test_the_sheet_can_be_saved_from_the_preview_and_printed_afterwards(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+P", "Ctrl+S")
    assert len(_files(edges)) == 1
    reader.presses("Return")
    assert len(edges.printer.printed) == 1


def test_the_folder_of_a_saved_sheet_can_be_opened(reader: Person, edges: FakeEdges, tr: Translate) -> None:
    reader.presses("Ctrl+P")
    assert tr("Open &folder").replace("&", "") not in reader.sees_texts().replace("&", "")
    reader.presses("Ctrl+S")
    reader.clicks(reader.button(tr("Open &folder")))
    assert edges.opener.opened == [str(edges.files.folder)]
    reader.presses("Esc")


def test_the_preview_says_which_page_is_in_front(person: Person) -> None:
    person.types("moers")
    person.presses("Return", "Ctrl+P")
    assert "Seite 1 von 2" in person.sees_texts()
    person.finds(QPdfView).pageNavigator().jump(1, QPointF())
    assert "Seite 2 von 2" in person.sees_texts()
    person.presses("Esc")


def test_another_language_is_made_without_leaving_the_preview_and_kept_for_the_client(
    reader: Person, edges: FakeEdges
) -> None:
    reader.presses("Ctrl+P")
    languages = reader.finds(QComboBox, "language")
    languages.setCurrentIndex(languages.findData("en"))
    reader.waits()
    reader.presses("Return")
    assert "Telephone" in Printed(edges.printer.printed[0]).text
    reader.presses("Ctrl+P", "Return")
    assert "Telephone" in Printed(edges.printer.printed[1]).text
    reader.presses("Ctrl+Shift+N")
    reader.types("bamf dort")
    reader.presses("Ctrl+P", "Return")
    assert "Telefon" in Printed(edges.printer.printed[2]).text


def test_a_list_is_printed_as_it_is_filtered_with_the_columns_that_were_chosen(
    person: Person, edges: FakeEdges
) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("bamf")
    shown = [row for row in person.sees_rows() if row.startswith("BAMF")]
    person.presses("Ctrl+Shift+L")
    columns = person.finds(QToolButton, "columns")
    for action in columns.menu().actions():
        action.setChecked(action.data() in ("email", "address"))
    person.waits()
    person.presses("Return")
    text = Printed(edges.printer.printed[0]).squeezed
    for title in shown:
        assert title.replace(" ", "") in text
    assert "Ref431Posteingang@bamf.bund.de" in text
    assert "44147Dortmund" in text
    assert "02319058-0" not in text
    assert "BVA" not in text


def test_contacts_of_the_shortlist_fit_several_to_a_page(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+2")
    for text in ("bamf dort", "bamf köln"):
        person.presses("Ctrl+K")
        person.types(text)
        person.presses("Ctrl+M")
    person.presses("Ctrl+Shift+P")
    person.finds(QComboBox, "sheet").setCurrentIndex(1)
    person.waits()
    assert person.finds(QPdfView).document().pageCount() == 2
    person.finds(QCheckBox, "compact").click()
    person.waits()
    assert person.finds(QPdfView).document().pageCount() == 1
    person.presses("Esc")


def test_the_directory_is_printed_from_the_menu(person: Person, edges: FakeEdges, tr: Translate) -> None:
    person.chooses(tr("Print the &directory …"))
    person.finds(QPdfView).setFocus()
    person.presses("Return")
    text = Printed(edges.printer.printed[0]).text
    for name in ("Moers", "BAMF Dortmund", "Polizei"):
        assert name in text


def test_large_print_is_larger(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+P", "Return", "Ctrl+P")
    reader.finds(QCheckBox, "large-print").click()
    reader.waits()
    reader.finds(QPdfView).setFocus()
    reader.presses("Return")
    normal, large = (Printed(pdf) for pdf in edges.printer.printed)
    assert len(large.pages) > len(normal.pages)
    assert "0231 9058-0" in large.text


def test_thinking_better_of_it_saves_nothing(reader: Person, edges: FakeEdges) -> None:
    edges.files.folder = None
    reader.presses("Ctrl+S")
    assert edges.notices.told == []


def test_without_a_printer_the_window_offers_to_save(reader: Person, edges: FakeEdges) -> None:
    edges.printer.is_there = False
    reader.presses("Ctrl+P", "Return")
    assert len(edges.notices.told) == 1
    assert len(_files(edges)) == 1
    assert edges.printer.printed == []


def test_a_file_that_cannot_be_written_is_told(reader: Person, edges: FakeEdges, tmp_path: Path) -> None:
    edges.files.folder = tmp_path / "gibt es nicht"
    reader.presses("Ctrl+S")
    assert "gibt es nicht" in edges.notices.told[0]


def test_a_printer_that_fails_is_told_and_the_sheet_stays_in_front(reader: Person, edges: FakeEdges) -> None:
    edges.printer.failure = FileWriteError(N_("The printer does not answer. Check it, or save the sheet as a PDF."))
    reader.presses("Ctrl+P", "Return")
    assert len(edges.notices.told) == 1
    assert reader.top() is not reader.window
    reader.presses("Esc")


def test_a_partner_is_printed_alone(partner: Person, edges: FakeEdges) -> None:
    partner.presses("Ctrl+P", "Return")
    text = Printed(edges.printer.printed[0]).text
    assert "Polizei" in text
    assert "Sparkasse" not in text


def test_the_partner_list_is_chosen_among_the_sheets_and_has_the_rows_that_are_shown(
    partner: Person, edges: FakeEdges, tr: Translate
) -> None:
    shown = [row for row in partner.sees_rows() if "Polizei" in row]
    partner.presses("Ctrl+P")
    partner.finds(QComboBox, "sheet").setFocus()
    partner.presses("Down", "Return")
    sheet = Printed(edges.printer.printed[0])
    assert tr.plural("{count} partner organisation", "{count} partner organisations", len(shown)) in sheet.text
    assert "Sparkasse" not in sheet.text


def test_a_record_with_one_sheet_offers_no_choice(reader: Person) -> None:
    reader.presses("Ctrl+P")
    assert [box for box in reader.top().findChildren(QComboBox, "sheet") if box.isVisible()] == []
    reader.presses("Esc")


def test_a_list_under_another_spelling_is_printed_as_it_is_shown(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+4", "Ctrl+K")
    person.types("jobcentr")
    shown = person.sees_rows()
    assert shown
    person.presses("Ctrl+Shift+L", "Return")
    text = Printed(edges.printer.printed[0]).squeezed
    assert all(title.replace(" ", "") in text for title in shown)


def test_choosing_another_sheet_forgets_what_was_pressed_for_the_first(partner: Person, edges: FakeEdges) -> None:
    partner.presses_at_once("Ctrl+P", "Return")
    partner.finds(QComboBox, "sheet").setFocus()
    partner.presses("Down")
    assert edges.printer.printed == []
    partner.presses("Esc")


def test_without_a_chosen_record_it_says_what_is_missing(person: Person, tr: Translate) -> None:
    person.presses("Ctrl+P")
    assert person.top() is person.window
    assert person.window.statusBar().currentMessage() == tr("Choose a record first.")


def test_the_pages_can_be_made_larger_and_smaller(reader: Person) -> None:
    reader.presses("Ctrl+P")
    view = reader.finds(QPdfView)
    reader.presses("Ctrl++")
    larger = view.zoomFactor()
    reader.presses("Ctrl+-", "Ctrl+-")
    assert view.zoomFactor() < larger
    reader.presses("Ctrl+0")
    assert view.zoomMode() == QPdfView.ZoomMode.FitToWidth
    reader.presses("Esc")


def test_a_dialog_closed_before_the_file_is_there_says_in_the_window_where_it_is(
    reader: Person, edges: FakeEdges
) -> None:
    reader.presses("Ctrl+P")
    reader.presses_at_once("Ctrl+S", "Esc")
    clear_away()
    reader.waits()
    (saved,) = _files(edges)
    assert saved.name in reader.window.statusBar().currentMessage()


def test_a_dialog_closed_before_the_printer_is_done_says_in_the_window_that_it_is(
    reader: Person, edges: FakeEdges, tr: Translate
) -> None:
    edges.printer.ready.clear()
    reader.presses("Ctrl+P")
    reader.presses_at_once("Return", "Esc")
    clear_away()
    edges.printer.ready.set()
    reader.waits()
    assert reader.window.statusBar().currentMessage() == tr("The sheet was sent to the printer.")


def test_a_printer_that_fails_after_the_dialog_was_closed_is_told(reader: Person, edges: FakeEdges) -> None:
    edges.printer.failure = FileWriteError(N_("Try again"))
    edges.printer.ready.clear()
    reader.presses("Ctrl+P")
    reader.presses_at_once("Return", "Esc")
    clear_away()
    edges.printer.ready.set()
    reader.waits()
    assert len(edges.notices.told) == 1


def test_an_impatient_second_return_prints_no_second_copy(reader: Person, edges: FakeEdges, tr: Translate) -> None:
    edges.printer.ready.clear()
    reader.presses("Ctrl+P")
    reader.presses_at_once("Return", "Return", "Ctrl+P", "Ctrl+S")
    assert not reader.button(tr("&Print …")).isEnabled()
    assert not reader.button(tr("&Save as PDF …")).isEnabled()
    edges.printer.ready.set()
    reader.waits()
    assert len(edges.printer.printed) == 1
    assert _files(edges) == []


def test_a_sheet_that_could_not_be_printed_can_be_printed_again_with_the_same_key(
    reader: Person, edges: FakeEdges
) -> None:
    edges.printer.failure = FileWriteError(N_("Try again"))
    reader.presses("Ctrl+P", "Return")
    edges.printer.failure = None
    reader.presses("Return")
    assert len(edges.printer.printed) == 1
    assert reader.top() is reader.window


def test_return_presses_the_button_that_has_the_keyboard(reader: Person, edges: FakeEdges, tr: Translate) -> None:
    reader.presses("Ctrl+P")
    view = reader.finds(QPdfView)
    _by_name(reader, tr("Smaller")).setFocus()
    reader.presses("Return")
    assert view.zoomMode() == QPdfView.ZoomMode.Custom
    reader.button(tr("&Save as PDF …")).setFocus()
    reader.presses("Return")
    assert len(_files(edges)) == 1
    reader.button(tr("Close")).setFocus()
    reader.presses("Return")
    assert reader.top() is reader.window
    assert edges.printer.printed == []


def test_return_on_the_pages_prints(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+P")
    reader.finds(QPdfView).setFocus()
    reader.presses("Return")
    assert len(edges.printer.printed) == 1


def test_only_the_control_with_the_keyboard_looks_as_if_it_had_it(reader: Person, tr: Translate) -> None:
    reader.presses("Ctrl+P")
    _by_name(reader, tr("Smaller")).setFocus()
    assert not any(button.isDefault() for button in reader.top().findChildren(QPushButton))
    reader.presses("Esc")


def test_the_name_of_a_folder_is_shown_as_it_is(reader: Person, edges: FakeEdges, tmp_path: Path) -> None:
    edges.files.folder = tmp_path / "<b>fett<i>"
    edges.files.folder.mkdir()
    reader.presses("Ctrl+P", "Ctrl+S")
    (label,) = (label for label in reader.top().findChildren(QLabel) if "<b>fett<i>" in label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText
    reader.presses("Esc")


def _by_name(person: Person, name: str) -> QToolButton:
    buttons = person.top().findChildren(QToolButton)
    return next(button for button in buttons if button.isVisible() and button.accessibleName() == name)


def _files(edges: FakeEdges) -> list[Path]:
    assert edges.files.folder is not None
    return list(edges.files.folder.iterdir())
