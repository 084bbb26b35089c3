"""The style for larger text: boxes, signs and arrows grow with the letters beside them.

A style of its own, for a measure that Python has a say in costs time at every start, and most people never ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyle
from typing_extensions import override

from desktop.views.style import Style

if TYPE_CHECKING:
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
_WIDENING = _Metric.PM_ScrollBarExtent
"""Grows half as much as the letters, which need the room more."""
_Part = QStyle.SubControl
_STEPS = {_Part.SC_SpinBoxUp: _Element.PE_IndicatorArrowUp, _Part.SC_SpinBoxDown: _Element.PE_IndicatorArrowDown}
_STEP_WIDTH = 15
"""Pixels of the buttons of a number box beside ordinary text."""
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
        if metric is _WIDENING:
            return size * (self.percent + _ORDINARY) // (2 * _ORDINARY)
        return size * self.percent // _ORDINARY if metric in _GROWING else size

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """The buttons of a number box take from its field what larger arrows need."""
        place = super().subControlRect(control, option, part, cast("QWidget", widget))
        if control is QStyle.ComplexControl.CC_SpinBox:
            more = _STEP_WIDTH * (self.percent - _ORDINARY) // _ORDINARY
            if part in _STEPS:
                place.setLeft(place.left() - more)
            elif part is _Part.SC_SpinBoxEditField:
                place.setRight(place.right() - more)
        return place

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
            return
        if element is _Element.PE_IndicatorCheckBox and widget is not None and widget.inherits("QMenu"):
            side = self.pixelMetric(_Metric.PM_IndicatorWidth, option, widget)
            middle = option.rect.center()
            option.rect = QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)
        super().drawPrimitive(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Fusion's own arrows in boxes never grow; larger ones are set upon them."""
        super().drawComplexControl(control, option, painter, widget)
        if control is QStyle.ComplexControl.CC_ComboBox and widget is not None:
            place = self.subControlRect(control, option, _Part.SC_ComboBoxArrow, widget)
            self._draw_arrow(_Element.PE_IndicatorArrowDown, place, option, painter)
        elif control is QStyle.ComplexControl.CC_SpinBox and widget is not None:
            for part, arrow in _STEPS.items():
                self._draw_arrow(arrow, self.subControlRect(control, option, part, widget), option, painter)

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
