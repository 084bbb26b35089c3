"""A municipality on the map: a marker and a name that can be chosen by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QRadioButton, QWidget
from typing_extensions import override

from desktop.domain.geography import Place
from desktop.domain.vocabulary import MunicipalityKind, label
from desktop.i18n import Translate
from desktop.views.tabs.programme.ink_pot import InkPot
from desktop.views.tabs.programme.labels import Label, Wording
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.plain_tip import plain_tip

_TARGET = 24
"""Pixels that a target has at least each way (WCAG 2.2, 2.5.8)."""
_MARKER_IN_EMS = 0.36
_PADDING = 4
_RING = 2
_LINE = 1.5

Keys = Callable[[QKeyEvent], bool]


class Spot(QRadioButton):
    """One of several of which one is chosen; its shape tells the legal form, so that no colour has to."""

    def __init__(self, place: Place, tr: Translate, keys: Keys, ink_pot: InkPot, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink_pot = ink_pot
        self.place = place
        self._keys = keys
        self._label: Label | None = None
        self._middle = QPointF()
        form = tr(label(place.kind))
        self.setAccessibleName(place.record.name)
        seat = tr("{form}, seat {seat}", form=form, seat=place.seat) if place.seat != place.record.name else form
        self.setAccessibleDescription(f"{seat}. {place.summary}")
        self.setToolTip(plain_tip(f"{place.record.name}\n{seat}\n{place.summary}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName(f"spot-{place.record.id}")

    def wordings(self) -> tuple[Wording, ...]:
        """The name in one line and, if it has several words, in two."""
        name = self.place.record.name
        texts = [name]
        if " " in name:
            gaps = [at for at, letter in enumerate(name) if letter == " "]
            middle = min(gaps, key=lambda at: abs(2 * at - len(name)))
            texts.append(f"{name[:middle]}\n{name[middle + 1 :]}")
        metrics = QFontMetrics(self._bold())
        return tuple(Wording(text, _room(text, metrics)) for text in texts)

    @property
    def has_label(self) -> bool:
        """Whether there was room for the name."""
        return self._label is not None

    @property
    def reach(self) -> float:
        """How far from the middle of the marker its name begins."""
        return self._radius() + 5

    def choose(self, *, is_chosen: bool) -> None:
        """Be the chosen one or not; Qt lets none of several radio buttons go that is not followed by another."""
        self.setAutoExclusive(False)
        self.setChecked(is_chosen)
        self.setAutoExclusive(True)

    def settle(self, middle: QPointF, found: Label | None) -> None:
        """Take a place on the map, with the name beside the marker or without a name."""
        target = QRectF(middle.x() - _TARGET / 2, middle.y() - _TARGET / 2, _TARGET, _TARGET)
        whole = target.united(found.area) if found else target
        area = whole.toAlignedRect()
        self.setGeometry(area)
        corner = QPointF(area.topLeft())
        self._middle = middle - corner
        joint = found.joint - corner if found and found.joint else None
        self._label = Label(found.text, found.area.translated(-corner), joint) if found else None
        region = QRegion(target.translated(-corner).toAlignedRect(), QRegion.RegionType.Ellipse)
        if self._label:
            region += QRegion(self._label.area.toAlignedRect())
        if joint:
            region += QRegion(_strip(self._middle, joint).toPolygon())
        self.setMask(region)
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def nextCheckState(self) -> None:
        """What is chosen stays so when it is pressed again; the map says which one is."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        inks = self._ink_pot.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._label:
            if self._label.joint:
                painter.setPen(QPen(inks.edge, 1))
                painter.drawLine(self._middle, self._label.joint)
            self._draw_label(painter, self._label, inks)
        self._draw_marker(painter, inks)
        painter.end()

    def _draw_label(self, painter: QPainter, found: Label, inks: Inks) -> None:
        """The name; that of the chosen one is bold in a box, that with the keyboard has a frame."""
        box = QRectF(found.area.adjusted(1, 1, -1, -1).toAlignedRect())
        if self.isChecked():
            painter.setPen(QPen(inks.edge, 1))
            painter.setBrush(inks.chosen_ground)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        elif self.underMouse():
            painter.fillRect(box, inks.ground)
        if self.hasFocus():
            painter.setPen(QPen(inks.ring, _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(inks.text)
        painter.drawText(found.area, Qt.AlignmentFlag.AlignCenter, found.text)

    def _draw_marker(self, painter: QPainter, inks: Inks) -> None:
        """A disc, a square or a diamond; a ring round the chosen one."""
        radius = self._radius()
        painter.setPen(QPen(inks.ground, 1))
        painter.setBrush(inks.title)
        _draw_shape(painter, self.place.kind, self._middle, radius)
        if self.isChecked() or (self.hasFocus() and self._label is None):
            painter.setPen(QPen(inks.text, _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._middle, radius + 3, radius + 3)

    def _radius(self) -> float:
        return min(self.fontMetrics().height() * _MARKER_IN_EMS, _TARGET / 2 - 4)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


def _strip(start: QPointF, end: QPointF) -> QPolygonF:
    """A narrow strip along a line."""
    along = end - start
    length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1)
    side = QPointF(-along.y(), along.x()) * (_LINE / length)
    return QPolygonF([start + side, end + side, end - side, start - side])


def _room(text: str, metrics: QFontMetrics) -> QSizeF:
    lines = text.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines)
    height = max(metrics.height() * len(lines) + 2, _TARGET if len(lines) == 1 else 0)
    return QSizeF(width + 2 * _PADDING, height)


def _draw_shape(painter: QPainter, kind: MunicipalityKind, middle: QPointF, radius: float) -> None:
    if kind is MunicipalityKind.INDEPENDENT_CITY:
        painter.drawEllipse(middle, radius, radius)
    elif kind is MunicipalityKind.COUNTY_TOWN:
        side = radius * 0.9
        painter.drawRect(QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side))
    else:
        far = radius * 1.25
        corners = (QPointF(0, -far), QPointF(far, 0), QPointF(0, far), QPointF(-far, 0))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
