"""The real printer edge, printing into a file: every page arrives, and it is not empty."""

from pathlib import Path

from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.views.paper.printer import SystemPrinter
from tests.support.paper import paper, sample
from tests.support.sheet import Printed


def test_every_page_goes_to_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = paper(sample(), sample(title="Zweite Seite"))
    target = tmp_path / "gedruckt.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(target))
    printer.setFullPage(True)

    SystemPrinter().print(printer, sheet.pdf)

    assert len(Printed(target.read_bytes()).pages) == sheet.page_count
    assert _darkest_grey(target) < 100


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
