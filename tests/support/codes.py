"""QR codes read from a printed page, as a telephone does."""

import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_DOTS_PER_POINT = 200 / 72  # the resolution of a plain office printer's draft mode


def codes_on(pdf: bytes) -> list[str]:
    """What the codes of all pages say, from page to page."""
    return [code.text for image in _pages(pdf) for code in zxingcpp.read_barcodes(image)]


def codes_in(picture: QImage) -> list[str]:
    """What the codes in a picture of a screen say."""
    return [code.text for code in zxingcpp.read_barcodes(_grey(picture))]


def _pages(pdf: bytes) -> list[Image.Image]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    images = [_rendered(document, page) for page in range(document.pageCount())]
    document.close()
    return images


def _rendered(document: QPdfDocument, page: int) -> Image.Image:
    points = document.pagePointSize(page)
    size = QSize(int(points.width() * _DOTS_PER_POINT), int(points.height() * _DOTS_PER_POINT))
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return _grey(paper)


def _grey(picture: QImage) -> Image.Image:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombytes("L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())
