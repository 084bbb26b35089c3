"""The map of the Land with its model municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.folding import sort_key
from desktop.domain.geography import Direction, Outline, Place, Point, nearest
from desktop.i18n import Translate
from desktop.views.tabs.programme.ink_pot import InkPot
from desktop.views.tabs.programme.labels import Wish, labels
from desktop.views.tabs.programme.spot import Spot
from desktop.views.widgets.typing import typed_text

_MARGIN_IN_EMS = 0.8
_SMALLEST = QSize(160, 120)
_USUAL = QSize(420, 420)
_TYPED_TOGETHER_S = 1.0
"""Letters that follow each other so fast are the beginning of one name."""
_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}


class StateMap(QWidget):
    """Draws the border and puts a spot for each place upon it; arrows go to the nearest place in their direction.

    `chosen` tells the id of the record that a person chose here, `opened` that it is to be read, `left` that the person
    wants back to the list.
    """

    chosen = Signal(str)
    opened = Signal()
    left = Signal()

    def __init__(self, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._ring: tuple[Point, ...] = ()
        self._spots: dict[str, Spot] = {}
        self._points: dict[str, Point] = {}
        self._border = QPolygonF()
        self._ink_pot = InkPot()
        self._chosen: str | None = None
        self._is_wanted = False
        self._typed, self._typed_at = "", 0.0
        self.setObjectName("map")
        self.setMinimumSize(_SMALLEST)
        self.setAccessibleName(tr("Map of the model municipalities"))
        self.setAccessibleDescription(tr("Arrow keys go to the nearest municipality, Enter opens it, Esc goes back."))

    def show_outline(self, outline: Outline) -> None:
        """Draw this border from now on."""
        self._ring = outline.points
        self._arrange()

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these municipalities in the place of those before."""
        has_keyboard = self._is_wanted or any(spot.hasFocus() for spot in self._spots.values())
        for spot in self._spots.values():
            spot.hide()
            spot.deleteLater()
        self._spots = {}
        for place in sorted(places, key=lambda each: sort_key(each.record.name)):
            spot = Spot(place, self._tr, self._press, self._ink_pot, self)
            spot.clicked.connect(lambda _=False, name=place.record.id: self._take(name))
            spot.show()
            self._spots[place.record.id] = spot
        self._points = {name: spot.place.point for name, spot in self._spots.items()}
        self.choose(self._chosen)
        self._arrange()
        if has_keyboard:
            self.enter()

    def choose(self, record_id: str | None) -> None:
        """Show which record is chosen elsewhere, if it is on the map; the Tab key then leads to that one alone."""
        self._chosen = record_id
        entry = record_id if record_id in self._spots else next(iter(self._spots), None)
        for name, spot in self._spots.items():
            spot.choose(is_chosen=name == record_id)
            spot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == entry else Qt.FocusPolicy.ClickFocus)
        if record_id is not None and record_id in self._spots:
            self._spots[record_id].raise_()
            if not self._spots[record_id].has_label:
                self._arrange()

    def enter(self) -> None:
        """Put the keyboard on the chosen municipality, or on the first one; if none is there yet, when one is."""
        name = self._chosen if self._chosen in self._spots else next(iter(self._spots), None)
        self._is_wanted = name is None
        if name is not None:
            self._spots[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def sizeHint(self) -> QSize:
        return _USUAL

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        inks = self._ink_pot.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), inks.ground)
        painter.setPen(QPen(inks.edge, 1.2))
        painter.setBrush(inks.note_ground)
        painter.drawPolygon(self._border)
        painter.end()

    def _arrange(self) -> None:
        """Fit everything into the room there is."""
        shown = [*self._ring, *self._points.values()]
        if not shown or not self.isVisible() or self.width() < 2 or self.height() < 2:
            return
        on_screen = _Fit(shown, QRectF(self.rect()), self.fontMetrics().height() * _MARGIN_IN_EMS)
        self._border = QPolygonF([on_screen(point) for point in self._ring])
        spots = list(self._spots.values())
        middles = [on_screen(self._points[spot.place.record.id]) for spot in spots]
        wishes = [Wish(middle, spot.wordings()) for spot, middle in zip(spots, middles, strict=True)]
        first = next((at for at, spot in enumerate(spots) if spot.isChecked()), None)
        found = labels(wishes, spots[0].reach, QRectF(self.rect()), first) if spots else []
        for spot, middle, label in zip(spots, middles, found, strict=True):
            spot.settle(middle, label)
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def _press(self, event: QKeyEvent) -> bool:
        """What a key on a municipality does; whether it did anything."""
        key = Qt.Key(event.key())
        names = list(self._spots)
        text = typed_text(event)
        self._typed = self._typed if text else ""
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._go(nearest(self._focused(), _ARROWS[key], self._points))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(names[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._focused())
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif text:
            self._go(self._beginning_with(text))
        else:
            return False
        return True

    def _beginning_with(self, letter: str) -> str | None:
        """The next municipality whose name begins with what was typed; one letter again leads to the next one."""
        now = monotonic()
        self._typed = self._typed + letter if now - self._typed_at < _TYPED_TOGETHER_S else letter
        self._typed_at = now
        names = list(self._spots)
        start = sort_key(self._typed)
        at = names.index(self._focused()) + (len(self._typed) == 1)
        turned = (*names[at:], *names[:at])
        return next((name for name in turned if sort_key(self._spots[name].place.record.name).startswith(start)), None)

    def _focused(self) -> str:
        return next((name for name, spot in self._spots.items() if spot.hasFocus()), next(iter(self._spots)))

    def _go(self, name: str | None) -> None:
        if name is not None:
            self._spots[name].setFocus(Qt.FocusReason.OtherFocusReason)
            self._take(name)

    def _take(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit(name)


class _Fit:
    """Turns kilometres into pixels: as large as the room allows, in its middle, north above."""

    def __init__(self, points: Sequence[Point], room: QRectF, margin: float) -> None:
        west, east = min(point.east for point in points), max(point.east for point in points)
        south, north = min(point.north for point in points), max(point.north for point in points)
        room = room.adjusted(margin, margin, -margin, -margin)
        self._scale = max(min(room.width() / max(east - west, 1), room.height() / max(north - south, 1)), 0.01)
        self._middle = room.center()
        self._east, self._north = (west + east) / 2, (south + north) / 2

    def __call__(self, point: Point) -> QPointF:
        return QPointF(
            self._middle.x() + (point.east - self._east) * self._scale,
            self._middle.y() - (point.north - self._north) * self._scale,
        )
