"""The real printer edge, printing into a file: every page arrives, and it is not empty."""

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.views.paper.printer import PrintError, SystemPrinter
from tests.support.paper import paper, sample
from tests.support.sheet import Printed


def test_every_page_goes_to_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = paper(sample(), sample(title="Zweite Seite"))
    target = tmp_path / "gedruckt.pdf"
    SystemPrinter().print(into(target), sheet.pdf)

    assert len(Printed(target.read_bytes()).pages) == sheet.page_count
    assert _darkest_grey(target) < 100


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


def _darkest_grey(path: Path) -> int:
    """How dark the darkest point of the first page is, from 0 to 255."""
    document = QPdfDocument()
    document.load(str(path))
    image = document.render(0, (document.pagePointSize(0)).toSize())
    greys = [
        image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    ]
    document.close()
    return min(greys)
