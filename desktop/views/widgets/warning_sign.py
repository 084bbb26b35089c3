"""The sign for what is wrong: seen on every ground, also on the yellow that high contrast has for a chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

_SIZES = (16, 24, 32, 48, 64, 96)
_YELLOW, _INK, _HALO = "#ffc400", "#1b2127", "#ffffff"
_CORNERS = ((0.5, 0.14), (0.93, 0.88), (0.07, 0.88))
"""Of the triangle, as shares of the side."""
_EDGE, _AROUND = 0.07, 0.19
"""Widths of the dark edge and of the light one around it, as shares of the side."""


def warning_sign() -> QIcon:
    """A triangle with an exclamation mark; one that is chosen looks the same."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for side in _SIZES:
        picture = _drawn(side)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(picture, mode)
    return icon


def _drawn(side: int) -> QPixmap:
    from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(_YELLOW))
    triangle = QPolygonF([QPointF(x * side, y * side) for x, y in _CORNERS])
    for ink, width in ((_HALO, _AROUND), (_INK, _EDGE)):
        pen = QPen(QColor(ink), width * side)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(triangle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_INK))
    painter.drawRoundedRect(QRectF(0.45 * side, 0.36 * side, 0.1 * side, 0.27 * side), 0.04 * side, 0.04 * side)
    painter.drawEllipse(QRectF(0.44 * side, 0.68 * side, 0.12 * side, 0.12 * side))
    painter.end()
    return picture
