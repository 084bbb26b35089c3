"""Lists with heads around which a ring tells that the keyboard is there; they keep their margins for the heads."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTreeView, QTreeWidget
from typing_extensions import override

from desktop.views.widgets.edged_buttons import edge
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.ringed_text import RING


class RingedTree(QTreeView):
    """Shows a model."""

    def __init__(self) -> None:
        super().__init__()
        _make_room(self)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        _follow(self, event)
        return handled


class RingedItems(QTreeWidget):
    """Holds its items itself."""

    def __init__(self) -> None:
        super().__init__()
        _make_room(self)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        _follow(self, event)
        return handled


def _make_room(view: QAbstractScrollArea) -> None:
    """Give the list a frame that a ring fits into."""
    view.setFrameShape(QFrame.Shape.Box)
    view.setFrameShadow(QFrame.Shadow.Plain)
    view.setLineWidth(RING)


def _follow(view: QAbstractScrollArea, event: QEvent) -> None:
    """Once the list has drawn itself, tell whether the keyboard is there; when it comes or goes, draw it anew."""
    if isinstance(event, QFocusEvent):
        view.update()
    elif event.type() == QEvent.Type.Paint:
        _draw(view)


def _draw(view: QAbstractScrollArea) -> None:
    painter = QPainter(view)
    painter.setPen(QPen(view.palette().window().color(), RING))
    painter.drawRect(view.rect().adjusted(1, 1, -1, -1))
    if view.hasFocus():
        painter.setPen(QPen(Inks(view.palette()).ring, RING))
        painter.drawRect(view.rect().adjusted(1, 1, -1, -1))
    else:
        painter.setPen(edge(view.palette()))
        painter.drawRect(view.rect().adjusted(1, 1, -2, -2))
    painter.end()
