"""How a line of the timeline is drawn: the date, the axis with its sign, the words, and the record below them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.views.tabs.programme.ink_pot import InkPot
from desktop.views.tabs.programme.timeline_model import ROW_ROLE, Mark, Row
from desktop.views.widgets.ink import Inks

_MARGIN = 8
_AXIS = 28
_DATE_IN_EMS = 9
_NARROW_IN_EMS = 34
_LONGEST_LINE_IN_EMS = 52
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value

Index = QModelIndex | QPersistentModelIndex


class _Areas:
    """Where the parts of a line stand; in a narrow view, and of what has no date, the first part stands above."""

    def __init__(self, row: Row, font: QFont, left: int, top: int, width: int) -> None:
        metrics, bold = QFontMetrics(font), QFontMetrics(bold_of(font))
        em = metrics.height()
        is_narrow = width < _NARROW_IN_EMS * em or row.mark is Mark.NOTHING
        date_width = 0 if is_narrow else _DATE_IN_EMS * em
        self.axis = left + _MARGIN + date_width + _AXIS // 2
        words_left = left + _MARGIN if row.mark is Mark.NOTHING else self.axis + _AXIS // 2
        room = max(min(width - (words_left - left) - _MARGIN, _LONGEST_LINE_IN_EMS * em), em)
        when_room = room if is_narrow else date_width
        self.when = _set(row.when, bold, left + _MARGIN if not is_narrow else words_left, top + _MARGIN, when_room)
        below = self.when.bottom() + 1 if is_narrow else top + _MARGIN
        self.text = _set(row.text, metrics, words_left, below, room)
        name = row.record.name if row.record else ""
        self.name = _set(name, metrics, words_left, self.text.bottom() + 3, room)
        self.middle = top + _MARGIN + em // 2
        self.height = max(self.when.bottom(), self.name.bottom() if name else self.text.bottom()) - top + _MARGIN


class TimelineDelegate(QStyledItemDelegate):
    """Draws with the palette's colours and the view's font; the axis of a gap is dotted, so no colour must tell it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._ink_pot = InkPot()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(0, _Areas(index.data(ROW_ROLE), option.font, 0, 0, width).height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        area, inks = option.rect, self._ink_pot.of(option.palette)
        areas = _Areas(row, option.font, area.left(), area.top(), area.width())
        painter.save()
        _draw_ground(painter, option, inks)
        _draw_axis(painter, area, areas, row.mark, inks)
        painter.setPen(inks.text if row.mark is not Mark.GAP else inks.quiet)
        painter.setFont(bold_of(option.font))
        painter.drawText(areas.when, _WRAPPED, row.when)
        painter.setFont(option.font)
        painter.drawText(areas.text, _WRAPPED, row.text)
        if row.record is not None:
            painter.setPen(inks.quiet)
            painter.drawText(areas.name, _WRAPPED, row.record.name)
        painter.restore()


def bold_of(font: QFont) -> QFont:
    """The same font in bold."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _set(text: str, metrics: QFontMetrics, left: int, top: int, width: int) -> QRect:
    """The area that a text takes within a width."""
    if not text:
        return QRect(left, top, width, 0)
    return QRect(left, top, width, metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAPPED, text).height())


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, inks: Inks) -> None:
    """As in the list of records: a tint and a bar for the chosen line, a frame for the one with the keyboard."""
    area = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, inks.chosen_ground)
        painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), inks.accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, inks.note_ground)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(inks.text)
        painter.drawRect(area.adjusted(0, 0, -1, -1))


def _draw_axis(painter: QPainter, area: QRect, areas: _Areas, mark: Mark, inks: Inks) -> None:
    """A line with a disc for a fact, a dashed line with an open ring for a gap, nothing behind the end."""
    if mark is Mark.NOTHING:
        painter.setPen(inks.rule)
        painter.drawLine(area.left() + _MARGIN, area.top(), area.right() - _MARGIN, area.top())
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_gap = mark is Mark.GAP
    painter.setPen(QPen(inks.edge, 2, Qt.PenStyle.DotLine if is_gap else Qt.PenStyle.SolidLine))
    painter.drawLine(areas.axis, area.top(), areas.axis, area.bottom() + 1)
    painter.setPen(QPen(inks.edge if is_gap else inks.title, 2))
    painter.setBrush(inks.ground if is_gap else inks.title)
    painter.drawEllipse(QRect(areas.axis - 5, areas.middle - 5, 10, 10))
