"""Places on a map: an equal-area projection, and which place lies next in a direction."""

from collections.abc import Mapping
from enum import Enum
from math import cos, hypot, radians, sin, sqrt
from typing import NamedTuple

from msgspec import Struct

from desktop.domain.dossier import Reference
from desktop.domain.vocabulary import MunicipalityKind

_EARTH_KM = 6371.0
_CENTRE = (51.45, 7.65)
"""Latitude and longitude of about the middle of North Rhine-Westphalia."""
_SIDEWAYS = 2.0
"""How much worse it is for a place to lie beside the direction than along it."""


class Point(NamedTuple):
    """Kilometres east and north of the middle of the map."""

    east: float
    north: float


class Outline(Struct, frozen=True):
    """The border of a Land as a ring of longitudes and latitudes in degrees, and where it comes from."""

    name: str
    source: str
    licence: str
    ring: tuple[tuple[float, float], ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """The border on the map."""
        return tuple(projected(latitude, longitude) for longitude, latitude in self.ring)


class Place(Struct, frozen=True):
    """A municipality where its administration has its seat."""

    record: Reference
    kind: MunicipalityKind
    seat: str
    latitude: float
    longitude: float
    summary: str = ""

    @property
    def point(self) -> Point:
        """The place on the map."""
        return projected(self.latitude, self.longitude)


class Direction(Enum):
    """Where an arrow key leads, as kilometres east and north."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, 1)
    DOWN = (0, -1)


def projected(latitude: float, longitude: float) -> Point:
    """A place on a plane on which areas have their true proportions (Lambert's azimuthal projection)."""
    middle, east = radians(_CENTRE[0]), radians(longitude - _CENTRE[1])
    north = radians(latitude)
    scale = _EARTH_KM * sqrt(2 / (1 + sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)))
    return Point(
        scale * cos(north) * sin(east),
        scale * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east)),
    )


def nearest(start: str, direction: Direction, points: Mapping[str, Point]) -> str | None:
    """The nearest place in a direction, those straight ahead first; nothing at the edge."""
    here, (east, north) = points[start], direction.value
    found = []
    for name, there in points.items():
        along = (there.east - here.east) * east + (there.north - here.north) * north
        beside = abs((there.east - here.east) * north) + abs((there.north - here.north) * east)
        if along > 0 and along * _SIDEWAYS >= beside:
            found.append((hypot(along, beside * _SIDEWAYS), name))
    return min(found)[1] if found else None
