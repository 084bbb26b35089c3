"""From the record in front to paper or file."""

from pathlib import Path

import pytest
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QComboBox

from desktop.domain.errors import N_, FileWriteError
from desktop.i18n import Translate
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


@pytest.fixture
def reader(person: Person) -> Person:
    """A person who reads BAMF Dortmund."""
    person.types("bamf dort")
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


def test_a_record_with_two_sheets_lets_one_choose(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+4", "Ctrl+P")
    sheets = person.finds(QComboBox)
    assert sheets.count() == 2
    sheets.setCurrentIndex(1)
    person.waits()
    person.presses("Return")
    assert "Aachen" in Printed(edges.printer.printed[0]).text


def test_the_partner_list_has_the_rows_that_are_shown(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+4")
    person.types("polizei")
    person.presses("Ctrl+P", "Return")
    text = Printed(edges.printer.printed[0]).text
    assert "Polizei" in text
    assert "Sparkasse" not in text


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


def _files(edges: FakeEdges) -> list[Path]:
    assert edges.files.folder is not None
    return list(edges.files.folder.iterdir())
