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

    def choose(self, parent: QWidget, title: str) -> QPrinter | None:
        """Show the system's print dialog and return the printer as it was set there."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    def print(self, chosen: object, pdf: bytes) -> None:
        """Draw every wanted page of the PDF on the printer."""
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice
        from PySide6.QtGui import QPainter
        from PySide6.QtPdf import QPdfDocument

        printer = cast("QPrinter", chosen)
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintError(N_("The printer does not answer. Check it, or save the sheet as a PDF."))
        try:
            _draw(document, printer, painter)
        finally:
            painter.end()
            document.close()


def _draw(document: QPdfDocument, printer: QPrinter, painter: QPainter) -> None:
    """Paint the pages one to a sheet, as large as the paper, at a resolution that the eye cannot tell from more."""
    from PySide6.QtCore import QRectF, QSize, Qt

    paper = printer.paperRect(printer.Unit.DevicePixel)
    scale = min(1.0, _MAX_DPI / printer.resolution())
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or document.pageCount()
    for number in range(first - 1, min(last, document.pageCount())):
        if number > first - 1:
            printer.newPage()
        fitted = document.pagePointSize(number).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        image = document.render(number, QSize(round(fitted.width() * scale), round(fitted.height() * scale)))
        painter.drawImage(QRectF(paper.topLeft(), fitted), image)
