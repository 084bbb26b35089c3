"""How one line of a list is drawn: title, second line, badge, and what matched; or the heading of a group."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from desktop.views.records.lines import Line
from desktop.views.records.list_model import LINE_ROLE
from desktop.views.records.marks import Mark, Marks
from desktop.views.records.record_list import GAP, MARGIN, record_height
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.plain_tip import plain_tip

_BAR = 4
_BADGE_PADDING = 14
_KNOWN = 1000
_SHOWN_BEFORE = 12
"""How many letters before a match are kept where the text has to be cut to bring it into sight."""

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.TextElideMode.ElideRight
_SELECTED = QStyle.StateFlag.State_Selected.value  # plain numbers: the flags' own arithmetic costs a third of a row
_UNDER_MOUSE = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class _Type:
    """A font with its measures, in pixels; what was measured is known while the row is painted again and again."""

    def __init__(self, font: QFont) -> None:
        metrics = QFontMetrics(font)
        self.font = font
        self.ascent = metrics.ascent()
        self.height = metrics.height()
        self.width = lru_cache(_KNOWN)(lambda text: metrics.horizontalAdvance(text))
        self.cut = lru_cache(_KNOWN)(lambda text, width: metrics.elidedText(text, _RIGHT, width))


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
        return QSize(200, record_height(QFontMetrics(option.font).height()))

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
            self._look, self._look_of = _Look(Inks(option.palette), _Type(QFont(option.font)), _Type(bold)), key
        return self._look


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, inks: Inks) -> None:
    """The line's ground; the chosen one has a tint and a bar, the one with the focus a frame as well."""
    area, state = option.rect, option.state.value
    if state & _SELECTED:
        painter.fillRect(area, inks.chosen_ground)
        painter.fillRect(QRect(area.left(), area.top(), _BAR, area.height()), inks.accent)
    elif state & _UNDER_MOUSE:
        painter.fillRect(area, inks.note_ground)
    painter.setPen(inks.rule)
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
    if state & _FOCUSED:
        painter.setPen(inks.text)
        painter.drawRect(area.adjusted(0, 0, -1, -2))


def _draw_heading(painter: QPainter, area: QRect, line: Line, look: _Look) -> None:
    painter.setFont(look.bold.font)
    painter.setPen(look.inks.title)
    title = look.bold.cut(line.title, area.width() - 2 * MARGIN)
    painter.drawText(area.left() + MARGIN, area.bottom() - 5 - look.bold.height + look.bold.ascent, title)
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())


def _draw_record(painter: QPainter, area: QRect, line: Line, look: _Look) -> None:
    """The title has the first line to itself, the badge begins the second; a title alone stands in the middle."""
    height, lines = look.plain.height, 2 if line.badge or line.subtitle else 1
    left, right = area.left() + MARGIN + _BAR, area.right() - MARGIN
    first = area.top() + (area.height() - lines * height - (lines - 1) * GAP) // 2
    second, width = first + height + GAP, right - left
    title = line.title if look.bold.width(line.title) <= width else look.bold.cut(line.title, width)
    painter.setFont(look.bold.font)
    _draw_marks(painter, look.bold, look.inks, QRect(left, first, width, height), title, line.title_marks)
    painter.setPen(look.inks.text)
    painter.drawText(left, first + look.bold.ascent, title)
    if line.badge:
        badge_width = min(look.plain.width(line.badge) + _BADGE_PADDING, width)
        _draw_badge(painter, look, QRect(left, second, badge_width, height), line.badge)
        left += badge_width + MARGIN
    if line.subtitle:
        _draw_subtitle(painter, QRect(left, second, right - left, height), line, look)


def _draw_subtitle(painter: QPainter, area: QRect, line: Line, look: _Look) -> None:
    text, marks = line.subtitle, line.subtitle_marks
    painter.setFont(look.plain.font)
    if marks:
        text, marks = _in_sight(text, marks, line.sight, look.plain, area.width())
        _draw_marks(painter, look.plain, look.inks, area, text, marks)
    painter.setPen(look.inks.text if marks else look.inks.quiet)
    painter.drawText(area.left(), area.top() + look.plain.ascent, look.plain.cut(text, area.width()))


def _draw_marks(painter: QPainter, type_: _Type, inks: Inks, area: QRect, text: str, marks: Marks) -> None:
    """What matched is underlined, on a ground of its own."""
    for mark in marks:
        start = type_.width(text[: mark.start]) if mark.start else 0
        end = min(type_.width(text[: mark.end]), area.width())
        if end > start:
            ground = QRect(area.left() + start, area.top(), end - start, area.height())
            painter.fillRect(ground, inks.mark_ground)
            painter.setPen(inks.text)
            painter.drawLine(ground.left(), ground.bottom(), ground.right(), ground.bottom())


def _in_sight(text: str, marks: Marks, mark: Mark, type_: _Type, width: int) -> tuple[str, Marks]:
    """A text whose beginning is cut, at a word, where what must be seen would stand beyond the edge."""
    if not mark or type_.width(text[: mark.end]) <= width:
        return text, marks
    first = max(mark.start - _SHOWN_BEFORE, 0)
    first = text.find(" ", first, mark.start) + 1 or mark.start
    by = len("… ") - first
    return f"… {text[first:]}", tuple(one.moved(by) for one in marks if one.start >= first)


def _draw_badge(painter: QPainter, look: _Look, area: QRect, text: str) -> None:
    painter.setFont(look.plain.font)
    painter.setPen(look.inks.edge)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(area.adjusted(0, -1, 0, 1), 7, 7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(look.inks.quiet)
    room = area.width() - _BADGE_PADDING
    shown = text if look.plain.width(text) <= room else look.plain.cut(text, room)
    painter.drawText(area.left() + _BADGE_PADDING // 2, area.top() + look.plain.ascent, shown)
