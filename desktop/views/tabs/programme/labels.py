"""Where the names on a map stand, so that none covers another name, a marker or the edge."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

_MOST_TRIES = 4000
"""So many names are tried at most; then as many as fit one after the other have to do."""
_MOST_TURNS = 8
"""So many times it is begun anew with the names that found no place."""
_FAR = (3, 4, 6, 9, 13, 18)
"""How far a name may be from its marker where there is no room beside it, as multiples of the usual distance."""
_TURNS, _STEPS = 24, 16
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Right of the marker is best, then left, above, below and the corners."""


class Wording(NamedTuple):
    """A name as it may be set, in one line or in two, and the room that it takes."""

    text: str
    size: QSizeF


class Wish(NamedTuple):
    """A marker and how its name may be set, the best first."""

    marker: QPointF
    wordings: tuple[Wording, ...]


class Label(NamedTuple):
    """A name in its place; one that stands away from its marker is joined to it by a line that begins there."""

    text: str
    area: QRectF
    joint: QPointF | None = None


class _Plan:
    """Tries places until all names have one, or patience ends."""

    def __init__(self, wishes: Sequence[Wish], radius: float, room: QRectF, first: int | None) -> None:
        self._wishes = wishes
        self._radius = radius
        self._room = room
        self._first = first
        self._markers = [_square(wish.marker, radius) for wish in wishes]
        self._near_places: dict[int, tuple[list[Label], list[Label]]] = {}
        self._far_places: dict[int, list[tuple[Label, list[QPointF]]]] = {}
        self._order = sorted(range(len(wishes)), key=lambda number: (number != first, self._freedom(number)))
        self._tries = 0
        self.best: dict[int, Label] = {}

    def try_all(self, depth: int, placed: dict[int, Label]) -> bool:
        """Whether every name from this one on has found its place; some may be left out when patience has ended."""
        if len(placed) > len(self.best):
            self.best = dict(placed)
        if depth == len(self._order):
            return True
        number = self._order[depth]
        for label in self._free(number, placed):
            self._tries += 1
            if self._tries > _MOST_TRIES:
                return False
            if self.try_all(depth + 1, {**placed, number: label}):
                return True
        return False

    def fill_up(self) -> None:
        """Give those that were left out a place, as far as there is one; else begin anew with them."""
        order = self._order
        placed = self._filled(order, self.best)
        for _ in range(_MOST_TURNS):
            if len(placed) > len(self.best):
                self.best = placed
            missing = [number for number in order if number not in placed]
            if not missing:
                return
            order = [*missing, *(number for number in order if number in placed)]
            placed = self._filled(order, {})

    def _filled(self, order: Sequence[int], begun: dict[int, Label]) -> dict[int, Label]:
        """What was begun, with one name after the other beside its marker or, where there is no room, further away."""
        placed = dict(begun)
        for number in sorted(order, key=lambda one: one != self._first):
            if number not in placed:
                label = next(chain(self._free(number, placed), self._far(number, placed)), None)
                placed.update({number: label} if label else {})
        return placed

    def _far(self, number: int, placed: dict[int, Label]) -> Iterator[Label]:
        """Places further away, the nearest first, to which a line leads that crosses nothing."""
        names = [other.area for other in placed.values()]
        lines = [(self._wishes[at].marker, other.joint) for at, other in placed.items() if other.joint]
        points = [point for ends in lines for point in _points(*ends)]
        for label, on_line in self._beyond(number):
            if (
                not any(label.area.intersects(area) for area in names)
                and not any(area.contains(point) for area in names for point in on_line)
                and not any(label.area.contains(point) for point in points)
            ):
                yield label

    def _free(self, number: int, placed: dict[int, Label]) -> Iterator[Label]:
        """The places that nothing else takes; the first name may cover markers where it finds no other place."""
        names = [other.area for other in placed.values()]
        within, clear = self._beside(number)
        free = [label for label in clear if not any(label.area.intersects(area) for area in names)]
        yield from free or (within if number == self._first else ())

    def _beside(self, number: int) -> tuple[list[Label], list[Label]]:
        """The places around a marker within the room, and those of them that cover no other marker."""
        if number not in self._near_places:
            others = self._others(number)
            around = candidates(self._wishes[number], self._radius)
            within = [label for label in around if self._room.contains(label.area)]
            clear = [label for label in within if not any(label.area.intersects(area) for area in others)]
            self._near_places[number] = within, clear
        return self._near_places[number]

    def _beyond(self, number: int) -> list[tuple[Label, list[QPointF]]]:
        """The places further away that cover no other marker, with points of the line that leads there."""
        if number not in self._far_places:
            others, marker = self._others(number), self._wishes[number].marker
            found = []
            for label in far_candidates(self._wishes[number], self._radius):
                assert label.joint is not None
                on_line = _points(marker, label.joint)
                if (
                    self._room.contains(label.area)
                    and not any(label.area.intersects(area) for area in others)
                    and not any(area.contains(point) for area in others for point in on_line)
                ):
                    found.append((label, on_line))
            self._far_places[number] = found
        return self._far_places[number]

    def _others(self, number: int) -> list[QRectF]:
        return [area for at, area in enumerate(self._markers) if at != number]

    def _freedom(self, number: int) -> int:
        return sum(1 for _ in self._free(number, {}))


def labels(wishes: Sequence[Wish], radius: float, room: QRectF, first: int | None = None) -> list[Label | None]:
    """A place for each name; nothing for one that finds none, the `first` one least of all."""
    plan = _Plan(wishes, radius, room, first)
    if not plan.try_all(0, {}):
        plan.fill_up()
    return [plan.best.get(number) for number in range(len(wishes))]


def candidates(wish: Wish, radius: float) -> Iterator[Label]:
    """The places around a marker, the best first; a wording in one line is tried everywhere before one in two."""
    for wording in wish.wordings:
        for across, down in _AROUND:
            width, height = wording.size.width(), wording.size.height()
            reach = radius if not (across and down) else radius * 0.6
            left = wish.marker.x() + across * reach - (width / 2) * (1 - across)
            top = wish.marker.y() + down * reach - (height / 2) * (1 - down)
            yield Label(wording.text, QRectF(left, top, width, height))


def far_candidates(wish: Wish, radius: float) -> Iterator[Label]:
    """Places ever further away from a marker, all round it."""
    for times in _FAR:
        for turn in range(_TURNS):
            angle = 2 * pi * turn / _TURNS
            for wording in wish.wordings:
                half = QPointF(wording.size.width() / 2, wording.size.height() / 2)
                away = QPointF(cos(angle) * (times * radius + half.x()), sin(angle) * (times * radius + half.y()))
                area = QRectF(wish.marker + away - half, wording.size)
                yield Label(wording.text, area, _nearest(area, wish.marker))


def _nearest(area: QRectF, point: QPointF) -> QPointF:
    """The point of an area that is nearest to a point outside."""
    return QPointF(
        min(max(point.x(), area.left()), area.right()),
        min(max(point.y(), area.top()), area.bottom()),
    )


def _points(start: QPointF, end: QPointF) -> list[QPointF]:
    """Points along a line, close to each other."""
    return [start + (end - start) * (step / _STEPS) for step in range(1, _STEPS)]


def _square(middle: QPointF, radius: float) -> QRectF:
    side = 2 * radius - 2
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
