"""Larger and smaller text in the whole window, on top of what the system says."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.settings import TEXT_PERCENTS


class TextSize(QObject):
    """Scales the system's font for one window and all in it; the font itself stays the system's."""

    def __init__(self, window: QWidget, percent: int) -> None:
        super().__init__(window)
        self._window = window
        self.percent = 100
        self._set(percent)

    def larger(self) -> None:
        """A step up."""
        self._set(next((size for size in TEXT_PERCENTS if size > self.percent), TEXT_PERCENTS[-1]))

    def smaller(self) -> None:
        """A step down."""
        self._set(next((size for size in reversed(TEXT_PERCENTS) if size < self.percent), TEXT_PERCENTS[0]))

    def normal(self) -> None:
        """As the system has it."""
        self._set(100)

    def _set(self, percent: int) -> None:
        if percent == self.percent:
            return
        self.percent = percent
        font = QApplication.font()
        font.setPointSizeF(max(QApplication.font().pointSizeF(), 6) * percent / 100)
        self._window.setFont(font)
