"""The row that says how the programme is shown: as list, map, timeline, matrix or comparison."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.i18n import Translate
from desktop.views.tab import Aspect
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.tab_order import press_one

_SMALLEST = 28
_PADDING, _BAR = 6, 3


class Switch(QWidget):
    """One button for each way, of which one is pressed; `chosen` tells its key."""

    chosen = Signal(str)

    def __init__(self, aspects: Sequence[Aspect], tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        inner = QWidget()
        row = FlowLayout(inner, gap=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.addWidget(inner)
        for aspect in aspects:
            button = _Button(aspect, tr)
            self._buttons[aspect.key] = button
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, key=aspect.key: self.chosen.emit(key))

    def press(self, key: str) -> None:
        """Show which way is chosen."""
        press_one(self._buttons[key])


class _Button(QToolButton):
    """The pressed one has a bar below its name: its ground alone would be too little."""

    def __init__(self, aspect: Aspect, tr: Translate) -> None:
        super().__init__()
        self.setText(tr(aspect.short))
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setMinimumSize(_SMALLEST, _SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName(f"aspect-{aspect.key}")
        key = QKeySequence(aspect.keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{tr(aspect.name)} ({key})")
        self.setAccessibleDescription(key)

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + 2 * _PADDING, size.height() + _BAR + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            area = QRect(_PADDING, self.height() - _BAR, self.width() - 2 * _PADDING, _BAR)
            painter.fillRect(area, Inks(self.palette()).title)
            painter.end()
