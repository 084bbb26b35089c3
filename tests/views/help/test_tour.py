"""The short introduction is offered once, and is in nobody's way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.paths import Paths
from desktop.domain.errors import N_, FileWriteError
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.help.pointer import Pointer
from desktop.views.help.tour import STEPS
from tests.conftest import Opens
from tests.support.person import Person
from tests.support.window import search_text

FIRST = Settings(is_tour_due=True)
OFFER = "Is Wegweiser new to you? Five hints show where everything begins."


@pytest.fixture
def newcomer(opens: Opens, paths: Paths) -> Person:
    """A person at the very first start."""
    return opens(paths, FIRST)


@pytest.fixture
def shown(newcomer: Person, tr: Translate) -> Person:
    """The same with the first hint on the screen."""
    newcomer.clicks(newcomer.button(tr("&Short introduction")))
    return newcomer


def hint(person: Person, tr: Translate) -> int:
    """The number of the hint on the screen; 0 without one."""
    texts = person.sees_texts()
    return next((number for number, step in enumerate(STEPS, 1) if tr(step.text) in texts), 0)


def pointer(person: Person) -> QWidget:
    return person.window.findChildren(Pointer)[0]


def test_it_is_offered_at_the_first_start_with_the_keyboard_in_the_search_box(newcomer: Person, tr: Translate) -> None:
    assert tr(OFFER) in newcomer.sees_texts()
    assert QApplication.activeModalWidget() is None
    assert newcomer.focused().objectName() == "search"


def test_it_is_not_offered_again(opens: Opens, paths: Paths, tr: Translate) -> None:
    kept: list[Settings] = []
    opens(paths, FIRST, kept.append)
    assert not kept[-1].is_tour_due
    assert tr(OFFER) not in opens(paths, kept[-1]).sees_texts()


def test_settings_that_cannot_be_written_stop_nothing(opens: Opens, paths: Paths, tr: Translate) -> None:
    def remember(_: Settings) -> None:
        raise FileWriteError(N_("There is no room left."))

    assert tr(OFFER) in opens(paths, FIRST, remember).sees_texts()


def test_who_does_not_want_it_is_left_alone(newcomer: Person, tr: Translate) -> None:
    newcomer.clicks(newcomer.button(tr("N&o, thanks")))
    assert tr(OFFER) not in newcomer.sees_texts()
    assert hint(newcomer, tr) == 0


def test_the_offer_stays_while_one_works_already(newcomer: Person, tr: Translate) -> None:
    newcomer.types("moers")
    assert tr(OFFER) in newcomer.sees_texts()
    assert newcomer.sees_rows()[0] == "Moers"


def test_one_hint_after_the_other_points_to_its_place_and_the_keyboard_stays_where_one_types(
    shown: Person, tr: Translate, qtbot: QtBot
) -> None:
    places: list[QRect] = []
    for number in range(1, len(STEPS) + 1):
        assert hint(shown, tr) == number
        assert shown.focused().objectName() == "search"
        qtbot.waitUntil(lambda: pointer(shown).isVisible() and pointer(shown).geometry() not in places)
        places.append(pointer(shown).geometry())
        if number < len(STEPS):
            shown.clicks(shown.button(tr("Ne&xt")))
    shown.clicks(shown.button(tr("End hin&ts")))
    assert hint(shown, tr) == 0
    assert not pointer(shown).isVisible()


def test_the_first_letter_ends_it_and_is_not_lost(shown: Person, tr: Translate) -> None:
    shown.types("moers")
    assert hint(shown, tr) == 0
    assert not pointer(shown).isVisible()
    assert search_text(shown) == "moers"
    assert shown.sees_rows()[0] == "Moers"


@pytest.mark.parametrize(
    "work",
    [
        lambda person: person.presses("Ctrl+2"),
        lambda person: person.presses("Down"),
        lambda person: QTest.mouseClick(
            person.finds(QWidget, "reading").viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5)
        ),
    ],
)
def test_a_command_or_a_click_of_work_ends_it(shown: Person, tr: Translate, work: Callable[[Person], object]) -> None:
    work(shown)
    shown.waits()
    assert hint(shown, tr) == 0


def test_the_way_to_its_buttons_by_keyboard_does_not_end_it(shown: Person, tr: Translate, qtbot: QtBot) -> None:
    shown.presses("Tab", "F6")
    assert hint(shown, tr) == 1
    shown.button(tr("Ne&xt")).setFocus()
    shown.presses("Space")
    qtbot.waitUntil(lambda: hint(shown, tr) == 2)
    assert shown.focused().objectName() == "search"


def test_it_can_be_seen_again_from_the_menu(person: Person, tr: Translate) -> None:
    person.chooses(tr("Short &introduction"))
    assert hint(person, tr) == 1
    person.types("b")
    person.chooses(tr("Short &introduction"))
    assert hint(person, tr) == 1


def test_the_frame_follows_the_size_of_the_window(shown: Person, qtbot: QtBot) -> None:
    before = pointer(shown).width()
    shown.window.resize(600, 600)
    qtbot.waitUntil(lambda: pointer(shown).width() < before)


def test_the_frame_swallows_no_click(shown: Person) -> None:
    assert pointer(shown).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_goes_with_the_window(shown: Person, tr: Translate) -> None:
    shown.window.close()
    assert not shown.window.isVisible()
