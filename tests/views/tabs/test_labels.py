"""Names on a map: none upon another, and the chosen one even where there is room for few."""

from itertools import combinations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.views.tabs.programme.labels import Wish, Wording, labels

ROOM = QRectF(0, 0, 200, 120)


def wish(left: float, top: float, text: str = "Ort") -> Wish:
    return Wish(QPointF(left, top), (Wording(text, QSizeF(50, 24)),))


def test_a_name_stands_right_of_its_marker_where_there_is_room() -> None:
    (found,) = labels([wish(60, 60)], 10, ROOM)
    assert found is not None
    assert found.area == QRectF(70, 48, 50, 24)


def test_at_the_edge_it_stands_on_the_other_side() -> None:
    (found,) = labels([wish(190, 60)], 10, ROOM)
    assert found is not None
    assert found.area.right() == 180


def test_names_close_together_make_way_for_each_other_and_for_the_markers() -> None:
    markers = [(60, 60), (90, 60), (60, 84), (100, 80)]
    found = [label for label in labels([wish(*each) for each in markers], 8, ROOM) if label is not None]
    assert len(found) == 4
    assert not any(one.area.intersects(other.area) for one, other in combinations(found, 2))
    for number, label in enumerate(found):
        others = [QPointF(*each) for at, each in enumerate(markers) if at != number]
        assert not any(label.area.contains(marker) for marker in others)


def test_where_not_all_find_room_the_chosen_one_has_its_name() -> None:
    crowd = [wish(68 + number * 6, 50 + number * 11 % 30) for number in range(12)]
    for chosen in (0, 5, 11):
        found = labels(crowd, 4, QRectF(0, 20, 200, 80), chosen)
        assert found[chosen] is not None
        assert None in found


def test_in_two_lines_a_long_name_fits_where_it_would_not_in_one() -> None:
    long = Wish(QPointF(60, 60), (Wording("Bergischer Kreis", QSizeF(170, 24)), Wording("B\nK", QSizeF(80, 40))))
    (found,) = labels([long], 10, ROOM)
    assert found is not None
    assert found.text == "B\nK"


def test_a_name_without_room_beside_its_marker_stands_further_away_at_the_end_of_a_line() -> None:
    crowd = [Wish(QPointF(200 + 14 * at, 150), (Wording("x" * 6, QSizeF(60, 24)),)) for at in range(6)]
    found = labels(crowd, 10, QRectF(0, 0, 480, 300))
    assert all(found)
    areas = [label.area for label in found if label]
    assert not any(one.intersects(other) for at, one in enumerate(areas) for other in areas[:at])
    joined = [label for label in found if label and label.joint]
    assert joined
