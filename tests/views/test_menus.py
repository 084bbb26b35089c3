"""The menus as a person opens them."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from tests.support.person import Person


def opened(person: Person, number: int) -> QMenu:
    """One of the menus, open; only the first of them is opened by itself, the others from their neighbour."""
    bar = person.window.menuBar()
    bar.setActiveAction(bar.actions()[number])
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


@pytest.mark.parametrize("number", range(6))
def test_every_menu_opens_with_its_pictures(person: Person, number: int) -> None:
    menu = opened(person, number)
    drawn = [action for action in menu.actions() if not action.icon().isNull()]
    assert drawn
    menu.close()


def test_what_has_been_found_in_the_round_of_tab_stays_what_it_is(person: Person) -> None:
    bar, status = person.window.menuBar(), person.window.statusBar()
    person.presses("Ctrl+Shift+F11", "F12", "Ctrl+Shift+F11", "Ctrl+2")
    person.types("bamf")
    assert isValid(bar)
    assert isValid(status)
    assert bar.isVisible()
