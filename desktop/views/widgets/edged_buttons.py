"""Check boxes and radio buttons whose edges can be seen; the style's own are too faint on dark grounds."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton
from typing_extensions import override

from desktop.views.widgets.ink import ENOUGH_FOR_EDGES, MUCH, blend, is_strong, readable


class EdgedCheckBox(QCheckBox):
    """A check box with a square around it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setPen(edge(self.palette()))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


class EdgedRadioButton(QRadioButton):
    """A radio button with a circle around it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge(self.palette()))
        painter.drawEllipse(area.adjusted(0, 0, -1, -1))


def edge(palette: QPalette) -> QColor:
    """A colour for edges that stands out from windows and from fields."""
    text = palette.text().color()
    ground = min(
        palette.window().color(), palette.base().color(), key=lambda one: abs(one.lightness() - text.lightness())
    )
    return readable(blend(ground, text, 0.3), ground, text, MUCH if is_strong(ground, text) else ENOUGH_FOR_EDGES)
