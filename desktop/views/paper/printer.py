"""The system's printers: asked with the system's own dialog, fed with the pages of a PDF.

QtPdf and QtPrintSupport are imported when the first sheet is printed, for they cost time that the start must not pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.domain.errors import N_, ExpectedError

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_MAX_DPI = 300


class PrintError(ExpectedError):
    """The printer did not take the sheet."""


class SystemPrinter:
    """Prints on what the system offers."""

    def is_available(self) -> bool:
        """Whether any printer is installed."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def names(self) -> tuple[str, ...]:
        """The printers that are installed."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return tuple(QPrinterInfo.availablePrinterNames())

    def choose(self, parent: QWidget, title: str, usual: str) -> QPrinter | None:
        """Show the system's print dialog, the usual printer in front, and return the printer as it was set there."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog

        printer = printer_named(usual)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    def print(self, chosen: object, pdf: bytes) -> None:
        """Draw every wanted page of the PDF on the printer; raises `PrintError` if it did not take them all."""
        from PySide6.QtGui import QPainter
        from PySide6.QtPrintSupport import QPrinter

        printer = cast("QPrinter", chosen)
        document = opened_pdf(pdf)
        painter = QPainter()
        _turn(printer, document, max(printer.fromPage(), 1) - 1)
        _demand(is_done=painter.begin(printer))
        try:
            _draw(document, printer, painter)
        except PrintError:
            printer.abort()
            raise
        finally:
            is_ended = painter.end()
            document.close()
        _demand(
            is_done=is_ended
            and printer.printerState() not in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
        )


def printer_named(name: str) -> QPrinter:
    """The printer of that name; the system's own where there is none, or where it is away today."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.printerInfo(name) if name else QPrinterInfo()
    mode = QPrinter.PrinterMode.HighResolution
    return QPrinter(mode) if found.isNull() else QPrinter(found, mode)


def opened_pdf(pdf: bytes) -> QPdfDocument:
    """The pages of a PDF; raises `PrintError` where there are none."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    _demand(is_done=document.error() == QPdfDocument.Error.None_ and document.pageCount() > 0)
    return document


def _draw(document: QPdfDocument, printer: QPrinter, painter: QPainter) -> None:
    """Paint the pages one to a sheet, as large as the paper, at a resolution that the eye cannot tell from more."""
    from PySide6.QtCore import QRectF, QSize, Qt

    scale = min(1.0, _MAX_DPI / printer.resolution())
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or document.pageCount()
    for number in range(first - 1, min(last, document.pageCount())):
        if number > first - 1:
            _turn(printer, document, number)
            _demand(is_done=printer.newPage())
        paper = printer.paperRect(printer.Unit.DevicePixel)
        fitted = document.pagePointSize(number).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        image = document.render(number, QSize(round(fitted.width() * scale), round(fitted.height() * scale)))
        _demand(is_done=not image.isNull())
        painter.drawImage(QRectF(paper.topLeft(), fitted), image)


def _turn(printer: QPrinter, document: QPdfDocument, number: int) -> None:
    """Turn the paper as the page is turned: a wide page on upright paper would be printed far too small."""
    from PySide6.QtGui import QPageLayout

    page = document.pagePointSize(number)
    is_wide = page.width() > page.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)


def _demand(*, is_done: bool) -> None:
    """Whatever step fails, a person can only do the same things about it."""
    if not is_done:
        raise PrintError(
            N_(
                "Printing did not work. Check that the printer is on, connected and has paper, and try again, or save "
                "the sheet as a PDF."
            )
        )
