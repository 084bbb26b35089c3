"""The map of the programme: the same choice as in the list, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.app.paths import Paths
from desktop.settings import Settings
from tests.conftest import Opens
from tests.support.person import Person
from tests.support.screenshots import SCREEN, TITLE_BAR

NAMES = [
    "Bielefeld",
    "Dormagen",
    "Dortmund",
    "Hamm",
    "Köln",
    "Kreis Lippe",
    "Moers",
    "Mülheim an der Ruhr",
    "Münster",
    "Rheine",
    "Rheinisch-Bergischer Kreis",
    "Wuppertal",
]


def spots(person: Person) -> list[QRadioButton]:
    return [spot for spot in person.finds(QWidget, "map").findChildren(QRadioButton) if spot.isVisible()]


def spot(person: Person, name: str) -> QRadioButton:
    return next(each for each in spots(person) if each.accessibleName() == name)


def chosen(person: Person) -> list[str]:
    return [each.accessibleName() for each in spots(person) if each.isChecked()]


@pytest.fixture
def reader(person: Person) -> Person:
    """A person with the map beside the list, and the keyboard on it."""
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    person.presses("Alt+2")
    return person


def test_the_map_shows_every_model_municipality_and_the_list_stays_beside_it(reader: Person) -> None:
    assert [each.accessibleName() for each in spots(reader)] == NAMES
    assert set(NAMES) <= set(reader.sees_rows())


def test_a_screen_reader_hears_name_legal_form_and_seat(reader: Person) -> None:
    spoken = QAccessible.queryAccessibleInterface(spot(reader, "Kreis Lippe"))
    assert spoken.role() is QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Kreis Lippe"
    assert spoken.text(QAccessible.Text.Description).startswith("Kreis, Sitz Detmold. ")


def test_arrows_go_to_the_nearest_in_their_direction(reader: Person) -> None:
    reader.types("k")
    assert chosen(reader) == ["Köln"]
    for key, name in (("Right", "Rheinisch-Bergischer Kreis"), ("Up", "Wuppertal"), ("Up", "Mülheim an der Ruhr")):
        reader.presses(key)
        assert chosen(reader) == [name]
        assert reader.focused() is spot(reader, name)
        assert reader.sees_chosen() == name
        assert name in reader.reads()


def test_at_the_edge_an_arrow_leads_nowhere(reader: Person) -> None:
    reader.presses("End", "Home")
    assert chosen(reader) == ["Bielefeld"]
    reader.types("rheine")
    reader.presses("Up")
    assert chosen(reader) == ["Rheine"]


def test_letters_lead_to_the_name_that_begins_with_them_and_umlauts_need_not_be_typed(reader: Person) -> None:
    reader.types("mul")
    assert chosen(reader) == ["Mülheim an der Ruhr"]
    reader.presses("Home")
    reader.types("mün")
    assert chosen(reader) == ["Münster"]


def test_what_is_chosen_in_the_list_is_chosen_on_the_map(reader: Person) -> None:
    reader.presses("Ctrl+1", "Home", "Down", "Down", "Down")
    assert chosen(reader) == [reader.sees_chosen()]
    reader.presses("Up", "Up", "Up", "Up")
    assert reader.sees_chosen() not in NAMES
    assert chosen(reader) == []


def test_a_click_chooses_and_the_name_can_be_clicked_as_well(reader: Person) -> None:
    hamm = spot(reader, "Hamm")
    QTest.mouseClick(hamm, Qt.MouseButton.LeftButton, pos=QPoint(hamm.width() // 2, hamm.height() // 2))
    reader.waits()
    assert chosen(reader) == ["Hamm"]
    assert reader.sees_chosen() == "Hamm"


def test_enter_opens_the_record_and_escape_leads_back_to_the_map(reader: Person) -> None:
    reader.types("w")
    reader.presses("Return")
    assert reader.focused().objectName() == "reading"
    assert "Wuppertal" in reader.reads()
    reader.presses("Esc")
    assert reader.focused() is spot(reader, "Wuppertal")
    reader.presses("Esc")
    assert reader.focused().objectName() == "records"


def test_a_filter_that_hides_the_chosen_row_gives_way(reader: Person) -> None:
    reader.presses("Ctrl+K")
    reader.types("moers")
    spot(reader, "Hamm").click()
    reader.waits()
    assert reader.sees_chosen() == "Hamm"


def test_no_name_covers_another_and_every_target_is_large_enough(reader: Person) -> None:
    areas, room = [], reader.finds(QWidget, "map").rect()
    for each in spots(reader):
        area = each.mask().boundingRect().translated(each.pos())
        assert area.width() >= 24
        assert area.height() >= 24
        assert room.contains(area)
        areas.append(each.mask().translated(each.pos()))
    wide = [each for each in spots(reader) if each.width() > 40]
    assert len(wide) == len(NAMES), "a name found no place"
    for number, one in enumerate(areas):
        for other in areas[number + 1 :]:
            shared = one.intersected(other).boundingRect()
            assert shared.width() <= 12 or shared.height() <= 12, "only neighbouring markers may touch"


def test_on_a_small_screen_at_200_percent_every_municipality_has_its_name_whichever_is_chosen(reader: Person) -> None:
    reader.window.resize(SCREEN[0] // 2, SCREEN[1] // 2 - TITLE_BAR)
    reader.waits()
    for name in NAMES:
        spot(reader, name).click()
        reader.waits()
        assert [each.accessibleName() for each in spots(reader) if each.width() <= 40] == []


def test_the_same_key_takes_the_map_away_and_the_next_start_remembers(opens: Opens, paths: Paths) -> None:
    kept: list[Settings] = []
    person = opens(paths, remember=kept.append)
    person.presses("Alt+2")
    assert spots(person)
    person.window.close()
    assert kept[-1].aspects == {"programme": "map"}

    again = opens(paths, kept[-1], remember=kept.append)
    assert len(spots(again)) == len(NAMES)
    again.presses("Alt+2")
    assert not any(each.isVisible() for each in again.window.findChildren(QRadioButton))
    again.window.close()
    assert kept[-1].aspects == {"programme": "list"}


def test_in_a_narrow_window_the_map_makes_way_for_the_record(opens: Opens, paths: Paths) -> None:
    person = opens(paths, Settings(text_percent=200))
    person.window.resize(SCREEN[0], SCREEN[1] - TITLE_BAR)
    person.presses("Alt+2")
    assert not any(widget.isVisible() for widget in person.window.findChildren(QWidget, "reading"))
    person.types("moers")
    person.presses("Return")
    assert "Moers" in person.reads()
    person.presses("Esc")
    assert chosen(person) == ["Moers"]


def test_a_start_without_the_map_makes_none(person: Person) -> None:
    assert person.window.findChildren(QWidget, "map") == []


def test_tab_reaches_the_chosen_municipality_alone(reader: Person) -> None:
    reader.types("hamm")
    tab_stops = [each for each in spots(reader) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each.accessibleName() for each in tab_stops] == ["Hamm"]


def test_the_next_client_finds_nothing_chosen(reader: Person) -> None:
    reader.types("hamm")
    reader.presses("Ctrl+Shift+N")
    assert chosen(reader) == []
    assert reader.finds(QWidget, "map").accessibleName() == "Karte der Modellkommunen"
