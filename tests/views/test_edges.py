"""The real edges: message boxes, the file dialog and the door to other programs, as a person meets them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.i18n import Translate
from desktop.views.edges import real_edges
from desktop.views.files import Files
from desktop.views.leaving import may_throw_away
from desktop.views.notices import Notices
from desktop.views.opener import Opener
from tests.support.keys import press

W = TypeVar("W", bound=QWidget)
DANGEROUS = ("file", "javascript", "data", "ftp", "smb", "ms-msdt", "vbscript", "ssh")
HARMLESS = ("http", "https", "mailto", "tel")


class System(QObject):
    """A system that writes down what it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.asked.append(url.toString())


@pytest.fixture
def system(qapp: QApplication) -> Iterator[System]:
    """The system, asked for any kind of address."""
    listening = System()
    listen: Any = QDesktopServices.setUrlHandler  # its type stubs ask for bytes, which it refuses
    for scheme in (*DANGEROUS, *HARMLESS):
        listen(scheme, listening, "take")
    yield listening
    for scheme in (*DANGEROUS, *HARMLESS):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    "address", ["https://www.bamf.de/", "HTTP://moers.de", "mailto:info@moers.de", "tel:+492841201"]
)
def test_pages_mails_and_calls_are_opened(system: System, address: str) -> None:
    assert Opener().open(address)
    assert len(system.asked) == 1


@pytest.mark.parametrize("scheme", DANGEROUS)
def test_nothing_else_is_opened(system: System, scheme: str) -> None:
    assert not Opener().open(f"{scheme}:///etc/passwd")
    assert system.asked == []


@pytest.mark.parametrize(
    "address", ["", "/etc/passwd", "www.bamf.de", "C:\\Windows\\calc.exe", "https://a b", " https:"]
)
def test_what_is_no_address_is_not_opened(system: System, address: str) -> None:
    assert not Opener().open(address)
    assert system.asked == []


def test_a_notice_shows_markup_as_it_is_written(window: QWidget, tr: Translate) -> None:
    seen: list[tuple[str, str, Qt.TextFormat]] = []

    def look(box: QMessageBox) -> None:
        seen.append((box.windowTitle(), box.text(), box.textFormat()))
        press(box, "Return")

    for say in (Notices(tr).tell, Notices(tr).warn):
        then(QMessageBox, look)
        say(window, "Titel", "<b>fett</b> & <img src='file:///etc/passwd'>")
    assert seen == [("Titel", "<b>fett</b> & <img src='file:///etc/passwd'>", Qt.TextFormat.PlainText)] * 2


@pytest.mark.parametrize(("key", "is_taken"), [("Return", True), ("Esc", False)])
def test_an_offer_is_taken_with_return_and_declined_with_escape(
    window: QWidget, tr: Translate, key: str, is_taken: bool
) -> None:
    then(QMessageBox, lambda box: press(box, key))
    assert Notices(tr).offers(window, "Titel", "Kein Drucker", "Als PDF speichern") is is_taken


@pytest.mark.parametrize("key", ["Return", "Enter", "Esc"])
def test_what_would_be_lost_is_kept_by_a_key_that_was_pressed_too_early(
    window: QWidget, tr: Translate, key: str
) -> None:
    then(QMessageBox, lambda box: press(box, key))
    assert not may_throw_away(window, real_edges(tr), tr)


def test_what_would_be_lost_goes_by_its_own_key(window: QWidget, tr: Translate) -> None:
    def throw_away(box: QMessageBox) -> None:
        (way,) = (one for one in box.buttons() if one.text() == tr("&Throw away"))
        way.click()

    then(QMessageBox, throw_away)
    assert may_throw_away(window, real_edges(tr), tr)


@pytest.mark.parametrize(("key", "chosen"), [("Return", "Speichern"), ("Esc", "Weiter")])
def test_of_several_ways_return_takes_the_first_and_escape_the_last(
    window: QWidget, tr: Translate, key: str, chosen: str
) -> None:
    then(QMessageBox, lambda box: press(box, key))
    assert Notices(tr).asks(window, "Titel", "Wie weiter?", ("Speichern", "Verwerfen", "Weiter")) == chosen


def test_a_name_without_a_suffix_becomes_a_pdf(window: QWidget, tr: Translate, tmp_path: Path) -> None:
    then(QFileDialog, lambda dialog: answer(dialog, tmp_path / "Moers"))
    assert Files(tr).place_for_pdf(window, "Blatt.pdf") == tmp_path / "Moers.pdf"


def test_a_package_may_be_called_anything(window: QWidget, tr: Translate, tmp_path: Path) -> None:
    package = tmp_path / "Stand.zip"
    package.write_bytes(b"PK")
    offered: list[str] = []

    def choose(dialog: QFileDialog) -> None:
        offered.extend(dialog.nameFilters())
        dialog.selectNameFilter(offered[-1])
        answer(dialog, package)

    then(QFileDialog, choose)
    assert Files(tr).package_to_apply(window) == package
    assert offered[-1] == "Alle Dateien (*)"


def test_a_date_at_the_end_of_a_name_is_no_suffix(window: QWidget, tr: Translate, tmp_path: Path) -> None:
    then(QFileDialog, lambda dialog: answer(dialog, tmp_path / "Moers 22.11"))
    assert Files(tr).place_for_pdf(window, "Blatt.pdf") == tmp_path / "Moers 22.11.pdf"


@pytest.mark.parametrize("typed", ["alt", "alt.pdf"])
@pytest.mark.parametrize("may_overwrite", [True, False])
def test_an_existing_file_is_overwritten_only_if_a_person_says_so(
    window: QWidget, tr: Translate, tmp_path: Path, typed: str, may_overwrite: bool
) -> None:
    (tmp_path / "alt.pdf").write_bytes(b"old")

    def decide(question: QMessageBox) -> None:
        sort = QMessageBox.StandardButton.Yes if may_overwrite else QMessageBox.StandardButton.No
        if not may_overwrite:
            then(QFileDialog, lambda dialog: press(dialog, "Esc"))
        question.button(sort).click()

    def save(dialog: QFileDialog) -> None:
        then(QMessageBox, decide)
        answer(dialog, tmp_path / typed)

    then(QFileDialog, save)
    chosen = Files(tr).place_for_pdf(window, "Blatt.pdf")
    assert chosen == (tmp_path / "alt.pdf" if may_overwrite else None)


def test_a_name_that_ends_like_a_date_does_not_overwrite_unasked(
    window: QWidget, tr: Translate, tmp_path: Path
) -> None:
    (tmp_path / "Moers 22.11.pdf").write_bytes(b"old")

    def save_then_see_the_full_name(dialog: QFileDialog) -> None:
        then(QFileDialog, lambda again: press(again, "Esc"))
        answer(dialog, tmp_path / "Moers 22.11")

    then(QFileDialog, save_then_see_the_full_name)
    assert Files(tr).place_for_pdf(window, "Blatt.pdf") is None


def test_the_next_sheet_goes_to_the_same_folder_under_the_name_proposed(
    window: QWidget, tr: Translate, tmp_path: Path
) -> None:
    files = Files(tr)
    then(QFileDialog, lambda dialog: answer(dialog, tmp_path / "eins.pdf"))
    files.place_for_pdf(window, "eins.pdf")
    then(QFileDialog, lambda dialog: press(name_box(dialog), "Return"))
    assert files.place_for_pdf(window, "zwei.pdf") == tmp_path / "zwei.pdf"


def test_the_next_image_is_looked_for_where_the_last_one_was(window: QWidget, tr: Translate, tmp_path: Path) -> None:
    files, folders = Files(tr), list[Path]()
    (tmp_path / "Bilder").mkdir()
    (tmp_path / "Bilder" / "wappen.png").write_bytes(b"PNG")

    def look(dialog: QFileDialog) -> None:
        folders.append(Path(dialog.directory().absolutePath()))
        press(dialog, "Esc")

    then(QFileDialog, lambda dialog: answer(dialog, tmp_path / "Bilder" / "wappen.png"))
    assert files.image(window) == tmp_path / "Bilder" / "wappen.png"
    then(QFileDialog, look)
    assert files.image(window) is None
    assert folders == [tmp_path / "Bilder"]


def then(kind: type[W], deed: Callable[[W], object]) -> None:
    """Do something as soon as a dialog of that kind is in front."""

    def look() -> None:
        front = QApplication.activeModalWidget()
        if isinstance(front, kind):
            deed(front)
        else:
            QTimer.singleShot(1, look)

    QTimer.singleShot(0, look)


def answer(dialog: QFileDialog, path: Path) -> None:
    """Type a path over the proposed name and press Return."""
    name_box(dialog).setText(str(path))
    press(name_box(dialog), "Return")


def name_box(dialog: QFileDialog) -> QLineEdit:
    """Where the name is typed."""
    return next(box for box in dialog.findChildren(QLineEdit) if box.isVisible())


def test_packages_are_asked_for_in_the_shared_folder_and_nothing_else_is(
    window: QWidget, tr: Translate, tmp_path: Path
) -> None:
    share = tmp_path / "Netzlaufwerk"
    share.mkdir()
    files = Files(tr)
    files.begin_packages_in(share)
    begun: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        begun.append(dialog.directory().absolutePath())
        dialog.reject()

    for ask in (files.place_for_package, files.place_for_pdf):
        QTimer.singleShot(0, look)
        assert ask(window, "Datei") is None
    assert begun[0] == str(share)
    assert begun[1] != str(share)
