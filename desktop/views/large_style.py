"""The style for larger text: boxes, signs and arrows grow with the letters beside them.

A style of its own, for a measure that Python has a say in costs time at every start, and most people never ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle
from typing_extensions import override

from desktop.views.style import Style

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QStyleHintReturn, QStyleOption, QStyleOptionComplex, QWidget

_Element = QStyle.PrimitiveElement
_Metric = QStyle.PixelMetric
_GROWING = frozenset(
    {
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
        _Metric.PM_SmallIconSize,
        _Metric.PM_ButtonIconSize,
        _Metric.PM_ListViewIconSize,
    }
)
_TIPS = {
    _Element.PE_IndicatorArrowDown: ((-1, -0.5), (1, -0.5), (0, 0.6)),
    _Element.PE_IndicatorArrowUp: ((-1, 0.5), (1, 0.5), (0, -0.6)),
    _Element.PE_IndicatorArrowRight: ((-0.5, -1), (-0.5, 1), (0.6, 0)),
    _Element.PE_IndicatorArrowLeft: ((0.5, -1), (0.5, 1), (-0.6, 0)),
}
"""The corners of each arrow around its middle, in halves of its width."""
_ORDINARY = 100
_LOW = 500
"""Pixels of a screen on which a long menu has no room."""
_HALF = 4.0
"""Pixels of half an arrow beside ordinary text."""


class LargeStyle(Style):
    """Draws what `Style` draws, for text of this many percent."""

    def __init__(self, percent: int) -> None:
        super().__init__()
        self.percent = percent

    @override
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        size = super().pixelMetric(metric, option, widget)
        return size * self.percent // 100 if metric in _GROWING else size

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """A menu that is higher than the screen scrolls; a second column would stand beyond its edge."""
        if hint is QStyle.StyleHint.SH_Menu_Scrollable:
            return 1
        return super().styleHint(hint, option, widget, returned)

    @override
    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element in _TIPS:
            self._draw_arrow(element, option.rect, option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Fusion's own arrow in a box never grows; a larger one is set upon it."""
        super().drawComplexControl(control, option, painter, widget)
        if control is QStyle.ComplexControl.CC_ComboBox and widget is not None:
            place = self.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxArrow, widget)
            self._draw_arrow(_Element.PE_IndicatorArrowDown, place, option, painter)

    def _draw_arrow(
        self, element: QStyle.PrimitiveElement, place: QRect, option: QStyleOption, painter: QPainter
    ) -> None:
        area = QRectF(place)
        half = min(_HALF * self.percent / 100, (min(area.width(), area.height()) - 2) / 2)
        middle = area.center()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.buttonText())
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) * half for x, y in _TIPS[element]]))
        painter.restore()


def take_style(percent: int) -> None:
    """Let an application that has the program's style draw itself for text of this many percent."""
    before = QApplication.style()
    if not isinstance(before, Style):
        return
    is_large = percent > _ORDINARY or QGuiApplication.primaryScreen().availableSize().height() < _LOW
    if is_large or isinstance(before, LargeStyle):
        QApplication.setStyle(LargeStyle(percent) if is_large else Style())
