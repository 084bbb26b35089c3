"""The real printer edge, printing into a file: every page arrives, and it is not empty."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.printing.record import page_section
from desktop.printing.variant import NORMAL, PageFormat, Variant
from desktop.views.paper.printer import PrintError, SystemPrinter, printer_named
from tests.support.paper import ENGLISH, bound, paper, sample
from tests.support.sheet import Printed


def test_every_page_goes_to_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = paper(sample(), sample(title="Zweite Seite"))
    target = tmp_path / "gedruckt.pdf"
    SystemPrinter().print(into(target), sheet.pdf)

    assert len(Printed(target.read_bytes()).pages) == sheet.page_count
    for number in range(sheet.page_count):
        assert min(_greys(target, number)) < 100
        assert max(_greys(target, number)) == 255


def test_a_page_of_wide_format_fills_a_sheet_that_is_turned_and_the_next_one_an_upright_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wide = Variant(page_format=PageFormat.LANDSCAPE)
    turns = (wide, NORMAL, wide)
    made = bound("Blatt", [page_section(sample(), ENGLISH, variant, pages=1) for variant in turns])
    target = tmp_path / "gedruckt.pdf"
    SystemPrinter().print(into(target), made.pdf)

    assert [width > height for width, height in Printed(target.read_bytes()).sizes] == [True, False, True]
    for number in range(3):
        assert min(_greys(target, number, below=0.9)) < 150
        assert min(_greys(target, number, right_of=0.85)) < 150


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine")
def test_a_printer_that_does_not_answer_is_an_error_with_advice(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="PDF"):
        SystemPrinter().print(into(tmp_path / "gibt es nicht" / "gedruckt.pdf"), paper(sample()).pdf)


def test_a_printer_that_stops_between_two_pages_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    printer = OnePagePrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "gedruckt.pdf"))
    with pytest.raises(PrintError):
        SystemPrinter().print(printer, paper(sample(), sample(title="Zweite Seite")).pdf)


def test_pages_that_cannot_be_read_are_not_printed_as_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "gedruckt.pdf"
    with pytest.raises(PrintError):
        SystemPrinter().print(into(target), b"no PDF")
    assert not target.exists()


def test_a_printer_that_is_not_there_gives_way_to_the_system_s_own(qtbot: QtBot) -> None:
    usual = printer_named("").printerName()
    assert printer_named("Brother, den es nicht gibt").printerName() == usual


class OnePagePrinter(QPrinter):
    """A printer whose paper runs out."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        return False


def into(target: Path) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(target))
    printer.setFullPage(True)
    return printer


def _greys(path: Path, number: int = 0, *, below: float = 0, right_of: float = 0) -> list[int]:
    """How light the points of a page are, from 0 to 255, on white paper; of a part of it where shares are given."""
    document = QPdfDocument()
    document.load(str(path))
    paper = QImage(document.pagePointSize(number).toSize(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(number, paper.size()))
    painter.end()
    document.close()
    columns = range(int(paper.width() * right_of), paper.width(), 2)
    rows = range(int(paper.height() * below), paper.height(), 2)
    return [paper.pixelColor(x, y).lightness() for x in columns for y in rows]
