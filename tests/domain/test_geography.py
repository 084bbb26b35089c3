"""Where places lie on the map, and which one is next."""

from itertools import pairwise
from math import hypot

import msgspec
import pytest

from desktop.domain.geography import Direction, Outline, Point, nearest, projected
from desktop.domain.municipality import Municipality
from tests.support.dossiers import shipped
from tests.support.places import ROOT

KOELN, BIELEFELD = (50.938, 6.957), (52.021, 8.532)


@pytest.fixture(scope="module")
def outline() -> Outline:
    file = ROOT / "resources" / "geography" / "north-rhine-westphalia.json"
    return msgspec.json.decode(file.read_bytes(), type=Outline)


def _area_km2(points: tuple[Point, ...]) -> float:
    return abs(sum(a.east * b.north - b.east * a.north for a, b in pairwise(points))) / 2


def _is_within(point: Point, ring: tuple[Point, ...]) -> bool:
    """Whether a ray to the east crosses the border an odd number of times."""
    crossed = 0
    for a, b in pairwise(ring):
        if (a.north > point.north) != (b.north > point.north):
            east = a.east + (point.north - a.north) * (b.east - a.east) / (b.north - a.north)
            crossed += east > point.east
    return crossed % 2 == 1


def test_areas_and_distances_are_true(outline: Outline) -> None:
    assert _area_km2(outline.points) == pytest.approx(34_110, rel=0.02)
    one, other = projected(*KOELN), projected(*BIELEFELD)
    assert hypot(one.east - other.east, one.north - other.north) == pytest.approx(163, abs=2)


def test_the_border_is_closed_and_says_where_it_comes_from(outline: Outline) -> None:
    assert outline.ring[0] == outline.ring[-1]
    assert (outline.source, outline.licence) == ("Natural Earth, admin 1", "public domain")


def test_every_model_municipality_lies_within_the_border(outline: Outline) -> None:
    found = [record for record in shipped().records if isinstance(record, Municipality)]
    assert len(found) == 12
    for record in found:
        assert _is_within(projected(record.latitude, record.longitude), outline.points), record.name


POINTS = {"middle": Point(0, 0), "east": Point(10, 1), "far east": Point(30, 0), "north": Point(-1, 12)}


@pytest.mark.parametrize(
    ("direction", "name"),
    [(Direction.RIGHT, "east"), (Direction.UP, "north"), (Direction.LEFT, None), (Direction.DOWN, None)],
)
def test_the_nearest_place_in_a_direction(direction: Direction, name: str | None) -> None:
    assert nearest("middle", direction, POINTS) == name


def test_what_lies_straight_ahead_comes_before_what_is_nearer_beside() -> None:
    points = {"here": Point(0, 0), "beside": Point(6, 9), "ahead": Point(14, 0)}
    assert nearest("here", Direction.RIGHT, points) == "ahead"
