"""Rows of lists with room above their letters: some fonts draw the dots of Ä, Ö and Ü higher than they say."""

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.views.widgets.edged_buttons import edge

_MARGIN = 2
_LEAST = 24
"""What is clicked is at least so high (WCAG 2.2, 2.5.8)."""


class RoomyRows(QStyledItemDelegate):
    """Draws rows as the style does, a little higher."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).grownBy(margins()).expandedTo(QSize(0, _LEAST))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Boxes to tick get an edge that can be seen."""
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            self.initStyleOption(option, index)
            widget = option.widget
            box = widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, widget)
            painter.setPen(edge(option.palette))
            painter.drawRect(box.adjusted(0, 0, -1, -1))


def make_roomy(view: QAbstractItemView) -> None:
    """Give the rows of a list their room."""
    view.setItemDelegate(RoomyRows(view))


def margins() -> QMargins:
    """The room above and below letters."""
    return QMargins(0, _MARGIN, 0, _MARGIN)
