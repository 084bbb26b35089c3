"""How one line of a list is drawn: title, second line, badge; or the heading of a group."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from desktop.views.records.arrange import Line
from desktop.views.records.list_model import LINE_ROLE
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.plain_tip import plain_tip

_MARGIN = 10
_GAP = 3
_BAR = 4
_BADGE_PADDING = 14

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class RowDelegate(QStyledItemDelegate):
    """Draws with the palette's colours and the view's font; nothing is said by colour alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._inks: Inks | None = None
        self._inks_of = 0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height()
        line: Line = index.data(LINE_ROLE)
        return QSize(200, (2 * height if line.row else height) + _GAP + _MARGIN + 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        inks = self._inks_for(option.palette)
        painter.save()
        if line.row is None:
            _draw_heading(painter, option, line, inks)
        else:
            _draw_ground(painter, option, inks)
            _draw_record(painter, option, line, inks)
        painter.restore()

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        line: Line | None = index.data(LINE_ROLE) if index.isValid() else None
        if line is None or line.row is None:
            return False
        whole = "\n".join(part for part in (line.title, line.subtitle, line.badge) if part)
        QToolTip.showText(event.globalPos(), plain_tip(whole), view)
        return True

    def _inks_for(self, palette: QPalette) -> Inks:
        if self._inks is None or self._inks_of != palette.cacheKey():
            self._inks, self._inks_of = Inks(palette), palette.cacheKey()
        return self._inks


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, inks: Inks) -> None:
    """The line's ground; the chosen one has a tint and a bar, the one with the focus a frame as well."""
    area = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, inks.chosen_ground)
        painter.fillRect(QRect(area.left(), area.top(), _BAR, area.height()), inks.accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, inks.note_ground)
    painter.setPen(inks.rule)
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(inks.text)
        painter.drawRect(area.adjusted(0, 0, -1, -2))


def _draw_heading(painter: QPainter, option: QStyleOptionViewItem, line: Line, inks: Inks) -> None:
    font = QFont(option.font)
    font.setBold(True)
    area = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -5)
    painter.setFont(font)
    painter.setPen(inks.title)
    metrics = QFontMetrics(font)
    title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _draw_record(painter: QPainter, option: QStyleOptionViewItem, line: Line, inks: Inks) -> None:
    """Title and badge on the first line; a badge that would cut the title begins the second."""
    bold = QFont(option.font)
    bold.setBold(True)
    metrics, bold_metrics = QFontMetrics(option.font), QFontMetrics(bold)
    area = option.rect.adjusted(_MARGIN + _BAR, 0, -_MARGIN, 0)
    height = metrics.height()
    first = QRect(area.left(), area.top() + (area.height() - 2 * height - _GAP) // 2, area.width(), height)
    badge = QRect(first)
    badge.setLeft(first.right() - metrics.horizontalAdvance(line.badge) - _BADGE_PADDING)
    title_width = bold_metrics.horizontalAdvance(line.title) + _MARGIN
    second = first.translated(0, height + _GAP)
    if line.badge and title_width > badge.left() - first.left():
        badge.moveTopLeft(second.topLeft())
        second.setLeft(badge.right() + _MARGIN)
    if line.badge:
        _draw_badge(painter, option.font, badge, line.badge, inks)
    _draw_text(painter, bold, inks.text, first, line.title)
    _draw_text(painter, option.font, inks.quiet, second, line.subtitle)


def _draw_text(painter: QPainter, font: QFont, ink: QColor, area: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, shown)


def _draw_badge(painter: QPainter, font: QFont, area: QRect, text: str, inks: Inks) -> None:
    painter.setFont(font)
    painter.setPen(inks.edge)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(area.adjusted(0, -1, 0, 1), 7, 7)
    painter.setPen(inks.quiet)
    painter.drawText(area, _CENTRE, text)
