"""A walk with Tab through all controls of a window, and what is seen of the keyboard on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QTextBrowser, QWidget

from desktop.views.widgets.ink import ENOUGH_FOR_EDGES, contrast
from tests.accessibility.controls import controls, told
from tests.support.keys import press

_MOST_STEPS_IN_A_TEXT = 60
_LEAST_PIXELS = 24
"""A mark of the keyboard is at least as large as this; a caret alone is smaller."""
_NEAR = 8


@dataclass
class Walk:
    """The controls in the order in which Tab came to them, and the pictures of each without the keyboard and with."""

    top: QWidget
    start: QWidget
    wanted: list[QWidget]
    stops: list[QWidget] = field(default_factory=list)
    is_round: bool = False
    unmarked: list[str] = field(default_factory=list)


def walk(top: QWidget, key: str = "Tab", *, looks: bool = False) -> Walk:
    """Go round once from where the keyboard is."""
    wanted = _reachable(top)
    start = _enter(top, wanted)
    if len(wanted) == 1:
        return Walk(top, start, wanted, [start], is_round=True)
    found = Walk(top, start, wanted)
    plain = {id(widget): picture(widget) for widget in wanted if looks and widget is not start}
    at, steps = start, 0
    while steps < _MOST_STEPS_IN_A_TEXT + 2 * len(wanted):
        press(at, key)
        QApplication.processEvents()
        now = top.focusWidget() or top
        steps = steps + 1 if now is at else 0
        is_home = now is start and at is not start
        if now is not at:
            found.stops.append(now)
            if looks and now is start:
                _look(found, now, None)
            elif looks and id(now) in plain:
                _look(found, now, plain.pop(id(now)))
        at = now
        if is_home or len(found.stops) > 2 * len(wanted) + 4:
            break
    found.is_round = at is start and bool(found.stops)
    return found


def _reachable(top: QWidget) -> list[QWidget]:
    """What Tab should come to: of buttons of which one is always on, only that one; arrows lead to the others."""
    found = controls(top)
    groups: dict[int, list[QAbstractButton]] = {}
    for widget in found:
        if isinstance(widget, QAbstractButton) and _is_one_of_several(widget):
            groups.setdefault(id(widget.group() or widget.parent()), []).append(widget)
    passed = {
        id(one)
        for members in groups.values()
        if any(each.isChecked() for each in members)
        for one in members
        if not one.isChecked()
    }
    return [widget for widget in found if id(widget) not in passed and not _has_nothing_to_scroll(widget)]


def _is_one_of_several(button: QAbstractButton) -> bool:
    group = button.group()
    return button.isCheckable() and (button.autoExclusive() or (group is not None and group.exclusive()))


def _has_nothing_to_scroll(widget: QWidget) -> bool:
    """An area that Tab passes or not, as long as everything in it is seen."""
    return isinstance(widget, QScrollArea) and not widget.verticalScrollBar().maximum()


def _enter(top: QWidget, wanted: Sequence[QWidget]) -> QWidget:
    at = top.focusWidget()
    if at is None or at not in wanted:
        at = wanted[0]
        at.setFocus()
        QApplication.processEvents()
    return at


def _look(found: Walk, widget: QWidget, before: Image.Image | None) -> None:
    """Compare a control with the keyboard on it with itself without."""
    after = picture(widget)
    if before is None:
        other = next((one for one in found.wanted if one is not widget), None)
        if other is None:
            return
        other.setFocus()
        QApplication.processEvents()
        before = picture(widget)
        widget.setFocus()
        QApplication.processEvents()
    marked = marks(before, after)
    if marked < _LEAST_PIXELS:
        found.unmarked.append(f"{told(widget)}: {marked} pixels tell that the keyboard is here")


def picture(widget: QWidget) -> Image.Image:
    """A control as it is drawn now."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def marks(before: Image.Image, after: Image.Image) -> int:
    """How many pixels have another colour now that stands out from the one before."""
    if before.size != after.size:
        return before.width
    changed = ImageChops.difference(before, after).getbbox()
    if changed is None:
        return 0
    both = zip(_pixels(before.crop(changed)), _pixels(after.crop(changed)), strict=True)
    known: dict[tuple[bytes, bytes], bool] = {}
    count = 0
    for pair in both:
        if pair[0] != pair[1]:
            if pair not in known:
                known[pair] = contrast(QColor(*pair[0]), QColor(*pair[1])) >= ENOUGH_FOR_EDGES
            count += known[pair]
    return count


def _pixels(image: Image.Image) -> Iterator[bytes]:
    data = image.tobytes()
    return (data[at : at + 3] for at in range(0, len(data), 3))


def missed(found: Walk) -> Iterator[str]:
    """Controls that the walk did not come to, or came to twice."""
    stops = {id(one) for one in found.stops}
    if not found.is_round:
        yield f"Tab does not come back to {told(found.start)}: {[told(one) for one in found.stops[-4:]]}"
    for widget in found.wanted:
        if id(widget) not in stops:
            yield f"Tab does not come to {told(widget)}"
    for widget in found.stops:
        if sum(one is widget for one in found.stops) > 1:
            yield f"Tab comes twice to {told(widget)}"


def leaps(found: Walk) -> Iterator[str]:
    """Steps against the order of reading: up to something that does not stand in a column further right.

    Once in each round the walk goes from the end back to the beginning, which is none.
    """
    against = list(_leaps(found))
    yield from against if len(against) > 1 else ()


def _leaps(found: Walk) -> Iterator[str]:
    for before, after in zip([found.start, *found.stops], found.stops, strict=False):
        one, other = _place(before, found.top), _place(after, found.top)
        goes_up = other.bottom() < one.top() + _NEAR and other.left() < one.right() - _NEAR
        goes_left = _beside(one, other) and other.right() < one.left() + _NEAR
        if goes_up or goes_left:
            yield f"from {told(before)} {one.getRect()} back to {told(after)} {other.getRect()}"


def _beside(one: QRect, other: QRect) -> bool:
    return min(one.bottom(), other.bottom()) - max(one.top(), other.top()) > min(one.height(), other.height()) // 2


def _place(widget: QWidget, top: QWidget) -> QRect:
    """Where a control is seen; what is scrolled out of sight counts as at the edge of its area."""
    place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not top:
        if isinstance(around, QScrollArea):
            area = QRect(around.mapTo(top, QPoint(0, 0)), around.size())
            place.moveTop(min(max(place.top(), area.top()), area.bottom() - place.height()))
        around = around.parentWidget()
    return place


def turned(there: Walk, back: Walk) -> Iterator[str]:
    """Where Shift+Tab goes another way than Tab; in a text it need not stop at the same links."""
    if not back.is_round:
        yield f"Shift+Tab does not come back to {told(back.start)}"
    forth = [one for one in there.stops if not isinstance(one, QTextBrowser)]
    home = [one for one in reversed(back.stops) if not isinstance(one, QTextBrowser)]
    if there.is_round and back.is_round and forth and forth[0] in home:
        begin = home.index(forth[0])
        if [*home[begin:], *home[:begin]] != forth:
            yield f"Shift+Tab goes {[told(one) for one in home]} and not {[told(one) for one in forth]}"
