"""A code on the screen, for the camera of a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from desktop.domain.qr import QrSymbol

_LEAST_MODULE = 3
"""In pixels of the layout: cameras read smaller ones, but not from across a desk."""
_USUAL_SIDE = 360


class CodeView(QWidget):
    """Draws a code as large as there is room, in whole pixels a module, dark on light whatever the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol: QrSymbol | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_symbol(self, symbol: QrSymbol, said: str) -> None:
        """Show a code, and what stands for it where it is not seen."""
        self._symbol = symbol
        self.setAccessibleName(said)
        self.setMinimumSize(self.minimumSizeHint())
        self.updateGeometry()
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        side = _LEAST_MODULE * self._symbol.modules if self._symbol else 0
        return QSize(side, side)

    @override
    def sizeHint(self) -> QSize:
        side = max(self.minimumSizeHint().width(), _USUAL_SIDE)
        return QSize(side, side)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return width

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._symbol is None:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        pixels = max(int(min(self.width(), self.height()) * ratio) // self._symbol.modules, 1)
        painter.scale(pixels / ratio, pixels / ratio)
        side = self._symbol.modules
        painter.fillRect(QRect(0, 0, side, side), Qt.GlobalColor.white)
        for column, row, length in self._symbol.bars:
            painter.fillRect(QRect(column, row, length, 1), Qt.GlobalColor.black)
        painter.end()
