"""Pages behind tabs that stay as they are while a tab gets another name."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabWidget
from typing_extensions import override


class StillPages(QTabWidget):
    """Qt's own draws the whole page anew with each name (qtabwidget.cpp, `setUpLayout`), and names change with a key.

    A tab is renamed on the bar itself; the pages are laid out anew only where the bar wants another height.
    """

    def rename(self, number: int, words: str) -> None:
        """Give a tab another name."""
        if self.tabText(number) != words:
            self.tabBar().setTabText(number, words)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._is_laid_out():
            self.updateGeometry()
            return True
        return super().event(event)

    def _is_laid_out(self) -> bool:
        bar = self.tabBar()
        return bar.isVisible() and bar.height() == bar.sizeHint().height()
