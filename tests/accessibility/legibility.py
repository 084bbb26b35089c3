"""How well texts can be read, measured from a picture of the window: the strongest ink of each word on its ground."""

from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.views.widgets.ink import ENOUGH, ENOUGH_FOR_EDGES, contrast
from tests.accessibility.controls import told
from tests.accessibility.walking import picture

_DIFFERENT = 24
"""So much of 255 a channel differs before a pixel counts as drawn upon."""
_LOWEST, _NARROWEST = 6, 4
_GAP_IN_LINES = 0.7
_INSET = 3
_TEXTS = (QAbstractButton, QLineEdit, QMenuBar, QTabBar)
_SCROLLED = (QHeaderView, QAbstractItemView, QTextEdit, QPlainTextEdit)
Colour = tuple[int, int, int]


def faint(top: QWidget) -> Iterator[str]:
    """Words that stand out from their ground by less than 4.5 : 1 (WCAG 2.2, 1.4.3), what cannot be used excepted."""
    whole = picture(top)
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.window() is top:
            for area in _areas(widget):
                place = QRect(widget.mapTo(top, QPoint(0, 0)) + area.topLeft(), area.size())
                box = (place.left(), place.top(), place.right() + 1, place.bottom() + 1)
                for at, seen in _words(whole.crop(box), is_scrolled=isinstance(widget, _SCROLLED)):
                    yield f"{told(widget)} at {place.left() + at[0]}, {place.top() + at[1]}: {seen:.1f}"


def _areas(widget: QWidget) -> list[QRect]:
    """Where texts of a widget stand, as far as they are seen."""
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, _SCROLLED):
        view = widget.viewport()
        return [view.visibleRegion().boundingRect().translated(view.pos())]
    if isinstance(widget, QLabel):
        return [seen] if widget.text() else []
    if isinstance(widget, QGroupBox):
        title = widget.fontMetrics().size(0, widget.title())
        return [QRect(QPoint(0, 0), title)] if widget.title() else []
    if isinstance(widget, QComboBox):
        return [_field(widget)]
    if isinstance(widget, _TEXTS):
        inner = seen.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        return [inner] if inner.isValid() else []
    return []


def _field(box: QComboBox) -> QRect:
    """Where the chosen words stand, without the arrow."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)


def _words(image: Image.Image, *, is_scrolled: bool) -> Iterator[tuple[tuple[int, int], float]]:
    """Where ink as high as letters is too faint, and its contrast; a line that is half in sight is passed over.

    A single sign or picture needs less (1.4.11), and nobody can tell it from a letter here.
    """
    if min(image.size) < _LOWEST:
        return
    for top, bottom in _runs(_drawn(image, _ground(image)).getprojection()[1], 1):
        line = image.crop((0, top, image.width, bottom))
        height = bottom - top
        if height < _LOWEST or (is_scrolled and (top == 0 or bottom == image.height)):
            continue
        gap = max(int(height * _GAP_IN_LINES), 3)
        for left, right in _runs(_drawn(line, _ground(line)).getprojection()[0], gap):
            if right - left >= _NARROWEST:
                word = image.crop((max(left - 1, 0), top, min(right + 1, image.width), bottom))
                needed = ENOUGH if right - left > height else ENOUGH_FOR_EDGES
                if (seen := _strongest(word)) < needed:
                    yield (left, top), seen


def _ground(image: Image.Image) -> Colour:
    counted = image.getcolors(image.width * image.height) or []
    return max(counted, key=lambda one: one[0])[1]  # type: ignore[return-value]


def _drawn(image: Image.Image, ground: Colour) -> Image.Image:
    """Where there is something else than the ground."""
    difference = ImageChops.difference(image, Image.new("RGB", image.size, ground))
    red, green, blue = (channel.point(lambda value: 255 * (value > _DIFFERENT)) for channel in difference.split())
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _runs(projection: list[int], gap: int) -> list[tuple[int, int]]:
    """Beginning and end of what is drawn upon; smaller gaps belong to it."""
    found: list[tuple[int, int]] = []
    for at, is_drawn in enumerate(projection):
        if is_drawn and found and at - found[-1][1] < gap:
            found[-1] = (found[-1][0], at + 1)
        elif is_drawn:
            found.append((at, at + 1))
    return found


def _strongest(word: Image.Image) -> float:
    """The contrast of the strongest ink; where letters are thin no pixel of them may have all of it."""
    counted = word.getcolors(word.width * word.height) or []
    ground = _ground(word)
    return max(_contrast(ink, ground) for _, ink in counted)


@cache
def _contrast(ink: Colour, ground: Colour) -> float:
    return contrast(QColor(*ink), QColor(*ground))
