"""From the record in front to paper or file."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from desktop.domain.errors import N_, FileWriteError
from desktop.i18n import Translate
from desktop.views.widgets.shortened_label import ShortenedLabel
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.person import Person
from tests.support.sheet import Printed


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


def test_thinking_better_of_it_saves_nothing(reader: Person, edges: FakeEdges) -> None:
    edges.files.folder = None
    reader.presses("Ctrl+S")
    reader.waits()
    assert len(edges.files.proposed) == 1
    assert edges.notices.told == []
    assert "Gespeichert" not in reader.window.statusBar().currentMessage()


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


def test_a_long_path_neither_widens_the_preview_nor_pushes_its_buttons_below_each_other(
    reader: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    edges.files.folder = tmp_path / "Gemeinsame Ablage der Servicestelle Zuwanderung" / ("Blätter für Familien " * 6)
    edges.files.folder.mkdir(parents=True)
    reader.presses("Ctrl+P")
    preview = reader.top()
    size = preview.size()
    reader.presses("Ctrl+S")
    (label,) = (label for label in preview.findChildren(QLabel) if str(edges.files.folder) in label.text())
    assert str(edges.files.folder) in label.toolTip()
    buttons = [reader.button(tr(one)) for one in ("Open &folder", "&Save as PDF …", "&Print …", "Close")]
    assert len({button.y() for button in buttons}) == 1
    assert preview.size() == size
    assert preview.minimumSizeHint().width() <= size.width()
    reader.presses("Esc")


def test_however_long_the_path_is_the_folder_of_a_saved_sheet_can_be_read(
    reader: Person, edges: FakeEdges, tmp_path: Path, tr: Translate
) -> None:
    edges.files.folder = tmp_path / ("Gemeinsame Ablage " * 12) / "Dokumente"
    edges.files.folder.mkdir(parents=True)
    reader.presses("Ctrl+P")
    pages = tr.plural("{count} page", "{count} pages", 1)
    assert pages in reader.sees_texts()
    reader.presses("Ctrl+S")
    labels = [label for label in reader.top().findChildren(ShortenedLabel) if label.isVisible()]
    (shown,) = (label.shown for label in labels if str(edges.files.folder) in label.text())
    assert shown.startswith(tr("Saved: {path}", path=Path("…", "Dokumente")))
    assert pages in reader.sees_texts()
    reader.presses("Esc")


def _by_name(person: Person, name: str) -> QToolButton:
    buttons = person.top().findChildren(QToolButton)
    return next(button for button in buttons if button.isVisible() and button.accessibleName() == name)


def _files(edges: FakeEdges) -> list[Path]:
    assert edges.files.folder is not None
    return list(edges.files.folder.iterdir())
