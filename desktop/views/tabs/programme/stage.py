"""The right side of the tab: the record, and the map beside it as long as there is room for both."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.views.tabs.programme.view import View
from desktop.views.widgets.tab_order import put_in_place

_RECORD_IN_EMS = 22
_MAP_IN_EMS = 22


class Stage(QWidget):
    """Shows the record alone, record and map, or the map alone in a narrow window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = QWidget()
        self._map: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_record(self, record: QWidget) -> None:
        """Show the record here from now on."""
        self._record = record
        self._row.addWidget(record, 1)
        record.show()

    def show_map(self, shown: View) -> None:
        """Show the map, with the record beside it where there is room."""
        if self._map is None:
            self._map = shown
            self._row.insertWidget(0, shown, 1)
            shown.furnished.connect(lambda: put_in_place(self._record, [*shown.findChildren(QWidget), self._record]))
        self._map.show()
        self._arrange()

    def hide_map(self) -> None:
        """Show nothing but the record."""
        if self._map is not None:
            self._map.hide()
        self._record.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        if self._map is not None and not self._map.isHidden():
            wanted = (_RECORD_IN_EMS + _MAP_IN_EMS) * self.fontMetrics().height()
            self._record.setVisible(self.width() >= wanted)
