"""A small picture of a sheet as it is printed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.views.background import Background, Job

_WIDTH = 560
_LOW = 240
_AFTER_MS = 200
"""So long a person has typed nothing before the sheet is drawn anew."""
_PAD = 14
_MOST = 2
_PAPER = 250
"""A pixel brighter than this is paper."""


class Miniature(QWidget):
    """Shows the first page without what is empty on it; drawn in the background, the last wish wins."""

    def __init__(self, name: str, background: Background, tr: Translate) -> None:
        super().__init__()
        self._background = background
        self._tr = tr
        self._room = _LOW
        self._said = tr("The sheet is being made …")
        self.picture: QImage | None = None
        self._make: Callable[[], bytes | None] = lambda: None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_idle(self) -> bool:
        """Whether the picture is the one that was wanted last."""
        return not self._timer.isActive()

    def show_soon(self, make: Callable[[], bytes | None]) -> None:
        """Show the PDF that this makes, as soon as a person pauses."""
        self._make = make
        self._timer.start()

    def set_room(self, height: int) -> None:
        """Be no higher than this."""
        if height != self._room:
            self._room = height
            self.updateGeometry()
            self.update()

    def end(self) -> None:
        """Draw no more."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, max(min(_LOW, self._room), self.fontMetrics().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.picture is None:
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self._said)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        natural = self.picture.size() / self.picture.devicePixelRatio()
        size = natural if natural.width() < whole.width() else whole
        area = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
        painter.drawImage(area, self.picture)
        painter.setPen(QColor(Qt.GlobalColor.gray))
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _draw(self) -> None:
        make, ratio = self._make, self.devicePixelRatioF()

        def drawn() -> QImage | None:
            pdf = make()
            return None if pdf is None else picture_of(pdf, round(_WIDTH * ratio), round(_LOW * ratio))

        if self._job is not None:
            self._job.cancel()
        self._job = self._background.run(drawn, self._show, self._say)

    def _show(self, picture: QImage | None) -> None:
        if picture is None:
            self._tell(self._tr("There is no sheet to show yet."))
            return
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture = picture
        self.setAccessibleDescription("")
        self.update()

    def _say(self, error: ExpectedError) -> None:
        self._tell(error.message.in_words(self._tr))

    def _tell(self, text: str) -> None:
        self.picture, self._said = None, text
        self.setAccessibleDescription(text)
        self.update()


def picture_of(pdf: bytes, width: int, height: int) -> QImage:
    """The first page, so wide, without its longest empty stretch; of a page that is full, its top, so high."""
    from desktop.views.paper.printer import opened_pdf

    document = opened_pdf(pdf)
    try:
        page = document.pagePointSize(0)
        drawn = document.render(0, QSize(width, round(width * page.height() / page.width())))
    finally:
        document.close()
    whole = QImage(drawn.size(), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return _without(whole, _longest_empty(whole), height)


def _longest_empty(page: QImage) -> tuple[int, int]:
    """The first row and the one after the last of the longest stretch below the first words on which nothing stands."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    scanned = (cast("memoryview", grey.constScanLine(row)) for row in range(page.height()))
    is_empty = [min(bytes(line[: page.width()])) > _PAPER for line in scanned]
    stretches, at = [(0, 0)], 0
    for empty, rows in groupby(is_empty):
        length = len(list(rows))
        if empty and at and at + length < page.height():
            stretches.append((at, at + length))
        at += length
    return max(stretches, key=lambda one: one[1] - one[0])


def _without(page: QImage, empty: tuple[int, int], height: int) -> QImage:
    start, end = empty[0] + _PAD, empty[1] - _PAD
    below = page.height() - end
    if start >= end or start + below > _MOST * height:
        return page.copy(0, 0, page.width(), height)
    foot = QRect(0, end, page.width(), below)
    made = QImage(page.width(), start + below, page.format())
    painter = QPainter(made)
    painter.drawImage(0, 0, page, 0, 0, page.width(), start)
    painter.drawImage(QRect(0, start, page.width(), below), page, foot)
    painter.setPen(QColor(Qt.GlobalColor.gray))
    painter.drawLine(0, start, page.width(), start)
    painter.end()
    return made
