"""What is cut off, covered or pushed out of sight."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from tests.accessibility.controls import told

_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where Qt may break a long word; that the lines it makes have room is seen by the height."""
_SLACK = 1
_RIM = 6
_OWN_CHILDREN = (QLineEdit, QComboBox, QAbstractSpinBox, QTabBar, QAbstractScrollArea, QMainWindow, QHeaderView)
"""They put their own parts one upon the other, as it is meant."""


def _shown(top: QWidget) -> list[QWidget]:
    return [
        one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top and not one.size().isEmpty()
    ]


def cut_off(top: QWidget) -> Iterator[str]:
    """Texts that have less room than they need."""
    for widget in _shown(top):
        match widget:
            case QLabel() if widget.text() and widget.textFormat() is not Qt.TextFormat.RichText:
                yield from _label(widget)
            case QAbstractButton() if widget.text():
                needed, got = widget.minimumSizeHint().expandedTo(widget.sizeHint()), widget.size()
                if needed.width() > got.width() + _SLACK or needed.height() > got.height() + _SLACK:
                    yield f"{told(widget)} has {got.toTuple()} of {needed.toTuple()}"
            case QComboBox():
                yield from _box(widget)
            case QLineEdit() if not widget.text() and widget.placeholderText():
                room = widget.width() - widget.textMargins().left() - widget.textMargins().right() - 8
                yield from _narrow(widget, widget.placeholderText(), room)
            case QGroupBox() if widget.title():
                yield from _narrow(widget, widget.title(), widget.width())
            case QTabBar():
                yield from _tabs(widget)
            case _:
                pass


def _narrow(widget: QWidget, text: str, room: int) -> Iterator[str]:
    needed = QFontMetrics(widget.font()).size(Qt.TextFlag.TextShowMnemonic, text).width()
    if needed > room + _SLACK and not widget.toolTip():
        yield f"{told(widget)}: “{text}” has {room} of {needed} pixels"


def _label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _narrow(label, label.text(), label.contentsRect().width())
        if label.height() + _SLACK < label.sizeHint().height():
            yield f"“{label.text()[:60]}” is {label.height()} of {label.sizeHint().height()} high"
        return
    if label.height() + _SLACK < label.heightForWidth(label.width()):
        yield f"“{label.text()[:60]}” is {label.height()} of {label.heightForWidth(label.width())} high"
    for word in label.text().replace(_BREAK, " ").split():
        yield from _narrow(label, word, label.contentsRect().width())


def _box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    needed = QFontMetrics(box.font()).horizontalAdvance(box.currentText())
    if needed > field.width() + 4 and not box.toolTip():
        yield f"{told(box)}: “{box.currentText()}” has {field.width()} of {needed} pixels"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        if not bar.rect().contains(bar.tabRect(number)):
            yield f"the tab “{bar.tabText(number)}” is out of sight"


def covered(top: QWidget) -> Iterator[str]:
    """Parts of one area that lie upon each other."""
    by_parent: dict[int, list[QWidget]] = {}
    for widget in _shown(top):
        if not isinstance(widget.parent(), _OWN_CHILDREN) and not isinstance(widget, QSplitterHandle):
            by_parent.setdefault(id(widget.parent()), []).append(widget)
    for siblings in by_parent.values():
        for one, other in combinations(siblings, 2):
            common = one.geometry() & other.geometry()
            if common.width() > _SLACK and common.height() > _SLACK and not _is_free(one, other):
                yield f"{told(one)} {one.geometry().getRect()} lies upon {told(other)} {other.geometry().getRect()}"


def _is_free(one: QWidget, other: QWidget) -> bool:
    """Whether their shapes leave each other alone, but for the rim of a target, as those of places on the map do."""
    if one.mask().isEmpty() or other.mask().isEmpty():
        return False
    common = one.mask().translated(one.pos()) & other.mask().translated(other.pos())
    return common.boundingRect().width() <= _RIM or common.boundingRect().height() <= _RIM


def outside(top: QWidget, screen: tuple[int, int]) -> Iterator[str]:
    """A dialog larger than the screen, or controls that are not within it and cannot be scrolled to."""
    if top.width() > screen[0] or top.height() > screen[1]:
        yield f"{told(top)} is {top.size().toTuple()} on a screen of {screen}"
    for widget in _shown(top):
        if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) and not _is_scrolled(widget, top):
            place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
            if not top.rect().adjusted(-1, -1, 1, 1).contains(place):
                yield f"{told(widget)} at {place.getRect()} lies outside of {top.size().toTuple()}"


def _is_scrolled(widget: QWidget, top: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not top:
        if isinstance(around, QScrollArea):
            return True
        around = around.parentWidget()
    return False


def scrolled_sideways(top: QWidget) -> Iterator[str]:
    """Forms and lists that have to be pushed to the side to be read."""
    for widget in _shown(top):
        if isinstance(widget, QScrollArea):
            inside, room = widget.widget(), widget.viewport().width()
            if inside is not None and inside.width() > room + _SLACK:
                yield f"{told(widget)} shows {room} of {inside.width()} pixels"
        elif isinstance(top, QDialog) and isinstance(widget, QAbstractScrollArea):
            is_barred = widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if widget.horizontalScrollBar().maximum() and not is_barred:
                yield f"{told(widget)} has to be pushed to the side"
