"""Rows of lists with room above their letters: some fonts draw the dots of Ä, Ö and Ü higher than they say."""

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

_MARGIN = 2


class RoomyRows(QStyledItemDelegate):
    """Draws rows as the style does, a little higher."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).grownBy(margins())


def make_roomy(view: QAbstractItemView) -> None:
    """Give the rows of a list their room."""
    view.setItemDelegate(RoomyRows(view))


def margins() -> QMargins:
    """The room above and below letters."""
    return QMargins(0, _MARGIN, 0, _MARGIN)
