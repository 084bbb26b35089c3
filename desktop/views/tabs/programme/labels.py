"""Where the names on a map stand, so that none covers another name, a marker or the edge."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

_MOST_TRIES = 4000
"""So many names are tried at most; then as many as fit one after the other have to do."""
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
    """A name in its place."""

    text: str
    area: QRectF


class _Plan:
    """Tries places until all names have one, or patience ends."""

    def __init__(self, wishes: Sequence[Wish], radius: float, room: QRectF, first: int | None) -> None:
        self._wishes = wishes
        self._radius = radius
        self._room = room
        self._first = first
        self._markers = [_square(wish.marker, radius) for wish in wishes]
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
        """Give those that were left out a place, as far as there is one."""
        for number in self._order:
            if number not in self.best and (label := next(self._free(number, self.best), None)):
                self.best[number] = label

    def _free(self, number: int, placed: dict[int, Label]) -> Iterator[Label]:
        """The places that nothing else takes; the first name may cover markers where it finds no other place."""
        markers = [area for at, area in enumerate(self._markers) if at != number]
        taken = (*markers, *(other.area for other in placed.values()))
        within = [each for each in candidates(self._wishes[number], self._radius) if self._room.contains(each.area)]
        free = [label for label in within if not any(label.area.intersects(area) for area in taken)]
        yield from free or (within if number == self._first else ())

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


def _square(middle: QPointF, radius: float) -> QRectF:
    side = 2 * radius - 2
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
