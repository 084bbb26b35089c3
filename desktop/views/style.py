"""Fusion, with edges that can be seen and controls that can be hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QTabBar,
    QWidget,
)
from typing_extensions import override

from desktop.views.widgets.ink import ENOUGH_FOR_EDGES, MUCH, blend, is_strong, readable

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QAbstractScrollArea, QStyleOption, QStyleOptionComplex, QStyleOptionMenuItem

TARGET = 24
"""The least height of what is clicked, in pixels of the layout (WCAG 2.2, 2.5.8)."""
_HIT = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
_WITHIN = (QLineEdit, QDockWidget, QTabBar, QAbstractSpinBox)
"""What puts its own buttons where it has room for them."""
_Element = QStyle.PrimitiveElement
_Complex = QStyle.ComplexControl
_TAB = QStyle.ControlElement.CE_TabBarTabShape
_SELECTED = QStyle.StateFlag.State_Selected
_BAR = 3
"""Pixels of the bar on the tab in front."""
_BESIDE = 5
"""Pixels that a line between commands keeps from the edges of its menu."""
_IN_GROOVES = 0.4
"""What an edge needs more: the grooves of sliders are nearer to it than windows are."""
_ROUND = 2.0
_RING = 2
"""Pixels of the ring that tells where the keyboard is; a thinner one would hardly differ from an edge."""
_WITH_HEADS = {"QTableView", "QTreeView"}
"""They keep the room around their rows for heads; only named here, for PySide makes each class that is imported, and
a widget may be polished before it can be asked what it is."""
_ROUNDED = {_Element.PE_PanelButtonCommand, _Element.PE_FrameLineEdit, _Element.PE_PanelButtonTool}
_SQUARE = {_Element.PE_Frame, _Element.PE_IndicatorCheckBox, _Element.PE_FrameGroupBox, _Element.PE_FrameTabWidget}
_FOCUS = QStyle.StateFlag.State_HasFocus
_ENABLED = QStyle.StateFlag.State_Enabled
_KEYS = QStyle.StateFlag.State_KeyboardFocusChange
_RAISED = QStyle.StateFlag.State_Raised | QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On


class Style(QProxyStyle):
    """Draws what Fusion draws and, around what can be used, an edge of enough contrast (WCAG 2.2, 1.4.11)."""

    def __init__(self) -> None:
        super().__init__("fusion")
        self._edges: dict[int, QColor] = {}

    @override
    def polish(self, widget: QWidget) -> None:  # type: ignore[override]  # others take a palette
        """Make a control high enough to be hit; one that is keeps its height also where there is little room."""
        super().polish(widget)
        is_own = isinstance(widget, _HIT) and not isinstance(widget.parent(), _WITHIN)
        if is_own and widget.minimumHeight() < TARGET and widget.sizeHint().height() < TARGET:
            widget.setMinimumHeight(TARGET)
        kinds = {kind.__name__ for kind in type(widget).__mro__}
        if "QAbstractScrollArea" in kinds and not kinds & _WITH_HEADS:
            _widen_frame(cast("QAbstractScrollArea", widget))

    @override
    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element is _Element.PE_FrameFocusRect:
            if option.state & _KEYS:
                self._draw_ring(option, painter, _ROUND)
            return
        if element is _Element.PE_FrameTabWidget:  # Fusion's own is brighter than the fields in it where all is dark
            painter.fillRect(option.rect, option.palette.window())
        else:
            super().drawPrimitive(element, option, painter, widget)
        if element is _Element.PE_PanelButtonCommand:
            self._draw_rim(option, painter)
        if element in _ROUNDED:
            if element is not _Element.PE_PanelButtonTool or option.state & _RAISED:
                self._draw_edge(option, painter, _ROUND)
        elif element is _Element.PE_PanelMenu:
            self._draw_line(option.palette, option.rect, painter, 0.0)
        elif element in _SQUARE:
            self._draw_edge(option, painter, 0.0)

    @override
    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        super().drawControl(element, option, painter, widget)
        if element is QStyle.ControlElement.CE_MenuItem:
            self._draw_separator(cast("QStyleOptionMenuItem", option), painter)
        elif element is _TAB and option.state & _SELECTED:
            area, ink = option.rect, option.palette.highlight()
            painter.fillRect(area.left() + 1, area.top(), area.width() - 2, _BAR, ink)
            if widget is not None and widget.hasFocus():
                self._draw_ring(option, painter, _ROUND)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control is _Complex.CC_ScrollBar and widget is not None and option.state & _ENABLED:
            slider = self.subControlRect(control, option, QStyle.SubControl.SC_ScrollBarSlider, widget)
            self._draw_line(option.palette, slider, painter, 0.0)
        elif control is _Complex.CC_SpinBox:
            self._draw_edge(option, painter, _ROUND)
        elif control is _Complex.CC_ComboBox and option.state & _FOCUS and option.state & _ENABLED:
            self._draw_ring(option, painter, _ROUND)

    def _draw_rim(self, option: QStyleOption, painter: QPainter) -> None:
        """Fusion's bright line within a button, from which the ring would hardly differ where all is dark."""
        painter.save()
        painter.setPen(QPen(option.palette.button().color(), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_separator(self, option: QStyleOptionMenuItem, painter: QPainter) -> None:
        """Fusion's own line between commands is lost where all is dark."""
        if option.menuItemType is option.MenuItemType.Separator:
            line = option.rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
            painter.fillRect(line.left(), line.center().y(), line.width(), 1, self._edge(option.palette))

    def _draw_ring(self, option: QStyleOption, painter: QPainter, radius: float) -> None:
        """Tell where the keyboard is."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(radius))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(option.palette.highlight().color(), _RING))
        half = _RING / 2
        painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), radius, radius)
        painter.restore()

    def _draw_edge(self, option: QStyleOption, painter: QPainter, radius: float) -> None:
        """Where the keyboard is a ring is seen; what cannot be used has a fainter edge."""
        if option.state & _FOCUS and option.state & _ENABLED:
            self._draw_ring(option, painter, radius)
        else:
            self._draw_line(option.palette, option.rect, painter, radius, 1.0 if option.state & _ENABLED else 0.5)

    def _draw_line(
        self, palette: QPalette, place: QRect, painter: QPainter, radius: float, strength: float = 1.0
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(radius))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(strength)
        painter.setPen(QPen(self._edge(palette), 1))
        area = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, radius, radius)
        painter.restore()

    def _edge(self, palette: QPalette) -> QColor:
        key = palette.cacheKey()
        if key not in self._edges:
            ground, text = palette.window().color(), palette.windowText().color()
            self._edges.clear()
            enough = MUCH if is_strong(ground, text) else ENOUGH_FOR_EDGES + _IN_GROOVES
            self._edges[key] = readable(blend(ground, text, 0.4), ground, text, enough)
        return self._edges[key]


def _widen_frame(area: QAbstractScrollArea) -> None:
    """A frame is one pixel wide, and the ring two."""
    if area.frameShape() == area.Shape.StyledPanel:
        area.setViewportMargins(1, 1, 1, 1)
