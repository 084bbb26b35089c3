"""The ring around a list with heads while the keyboard is there; such a list keeps its margins for the heads."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desktop.views.widgets.edged_buttons import edge
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.ringed_text import RING


def make_room(view: QAbstractScrollArea) -> None:
    """Give the list a frame that a ring fits into."""
    view.setFrameShape(QFrame.Shape.Box)
    view.setFrameShadow(QFrame.Shadow.Plain)
    view.setLineWidth(RING)


def draw_after(view: QAbstractScrollArea, event: QEvent) -> None:
    """Once the list has drawn itself, tell whether the keyboard is there."""
    if event.type() != QEvent.Type.Paint:
        return
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
