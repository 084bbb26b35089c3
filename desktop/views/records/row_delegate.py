"""How one line of a list is drawn: title, second line, badge, and what matched; or the heading of a group."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from desktop.views.records.lines import Line, Mark
from desktop.views.records.list_model import LINE_ROLE
from desktop.views.records.record_list import GAP, MARGIN, record_height
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.plain_tip import plain_tip

_BAR = 4
_BADGE_PADDING = 14
_SHOWN_BEFORE = 12
"""How many letters before a match are kept where the text has to be cut to bring it into sight."""

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.TextElideMode.ElideRight


class _Type(NamedTuple):
    """A font with its measures."""

    font: QFont
    metrics: QFontMetrics


class _Look(NamedTuple):
    """Inks and type of a view; made once, for making them takes as long as drawing a row."""

    inks: Inks
    plain: _Type
    bold: _Type


class RowDelegate(QStyledItemDelegate):
    """Draws with the palette's colours and the view's font; nothing is said by colour alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._look: _Look | None = None
        self._look_of: tuple[int, str] = (0, "")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height()
        line: Line = index.data(LINE_ROLE)
        return QSize(200, record_height(height) if line.hit else record_height(height) - height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        look = self._look_for(option)
        if line.hit is None:
            _draw_heading(painter, option.rect, line, look)
        else:
            _draw_ground(painter, option, look.inks)
            _draw_record(painter, option.rect, line, look)

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        line: Line | None = index.data(LINE_ROLE) if index.isValid() else None
        if line is None or line.hit is None:
            return False
        whole = "\n".join(part for part in (line.title, line.subtitle, line.badge) if part)
        QToolTip.showText(event.globalPos(), plain_tip(whole), view)
        return True

    def _look_for(self, option: QStyleOptionViewItem) -> _Look:
        key = (option.palette.cacheKey(), option.font.key())
        if self._look is None or self._look_of != key:
            bold = QFont(option.font)
            bold.setBold(True)
            plain = _Type(QFont(option.font), QFontMetrics(option.font))
            self._look, self._look_of = _Look(Inks(option.palette), plain, _Type(bold, QFontMetrics(bold))), key
        return self._look


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


def _draw_heading(painter: QPainter, whole: QRect, line: Line, look: _Look) -> None:
    area = whole.adjusted(MARGIN, 0, -MARGIN, -5)
    painter.setFont(look.bold.font)
    painter.setPen(look.inks.title)
    title = look.bold.metrics.elidedText(line.title, _RIGHT, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)
    painter.drawLine(whole.bottomLeft(), whole.bottomRight())


def _draw_record(painter: QPainter, whole: QRect, line: Line, look: _Look) -> None:
    """Title and badge on the first line; a badge that would cut the title begins the second."""
    area = whole.adjusted(MARGIN + _BAR, 0, -MARGIN, 0)
    metrics = look.plain.metrics
    height = metrics.height()
    first = QRect(area.left(), area.top() + (area.height() - 2 * height - GAP) // 2, area.width(), height)
    second = first.translated(0, height + GAP)
    if line.badge:
        badge = QRect(first)
        badge.setLeft(first.right() - metrics.horizontalAdvance(line.badge) - _BADGE_PADDING)
        if look.bold.metrics.horizontalAdvance(line.title) + MARGIN > badge.left() - first.left():
            badge.moveTopLeft(second.topLeft())
            second.setLeft(badge.right() + MARGIN)
        _draw_badge(painter, look, badge, line.badge)
    _draw_text(painter, look.bold, look.inks.text, first, line.title, line.title_mark, look.inks)
    _draw_text(painter, look.plain, look.inks.quiet, second, line.subtitle, line.subtitle_mark, look.inks)


def _draw_text(painter: QPainter, type_: _Type, ink: QColor, area: QRect, text: str, mark: Mark, inks: Inks) -> None:
    """A text of one line; what matched is underlined on a ground of its own."""
    font, metrics = type_
    painter.setFont(font)
    if mark:
        text, mark = _in_sight(text, mark, metrics, area.width())
        start = area.left() + metrics.horizontalAdvance(text, mark.start)
        ground = QRect(area)
        ground.setLeft(start)
        ground.setWidth(min(metrics.horizontalAdvance(text, mark.end) + area.left() - start, area.right() - start))
        painter.fillRect(ground, inks.mark_ground)
        painter.setPen(inks.text)
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
    painter.setPen(inks.text if mark else ink)
    painter.drawText(area, _LEFT, metrics.elidedText(text, _RIGHT, area.width()))


def _in_sight(text: str, mark: Mark, metrics: QFontMetrics, width: int) -> tuple[str, Mark]:
    """A text whose beginning is cut, at a word, where what matched would stand beyond the edge."""
    if metrics.horizontalAdvance(text, mark.end) <= width:
        return text, mark
    first = max(mark.start - _SHOWN_BEFORE, 0)
    first = text.find(" ", first, mark.start) + 1 or mark.start
    cut = first - len("… ")
    return f"… {text[first:]}", Mark(mark.start - cut, mark.end - cut)


def _draw_badge(painter: QPainter, look: _Look, area: QRect, text: str) -> None:
    painter.setFont(look.plain.font)
    painter.setPen(look.inks.edge)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(area.adjusted(0, -1, 0, 1), 7, 7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(look.inks.quiet)
    painter.drawText(area, _CENTRE, text)
