"""The next client finds the window as it was in the morning."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView

from desktop.i18n import Translate
from tests.support.person import Person


def shows_filters(person: Person) -> bool:
    return any(box.isVisible() for box in person.top().findChildren(QComboBox, "filter-subject"))


@pytest.fixture
def clerk(person: Person) -> Person:
    """A clerk whose window is so low that filters are folded away until they are asked for."""
    person.window.resize(1180, 700)
    person.presses("Ctrl+2")
    assert not shows_filters(person)
    return person


def test_the_list_stands_at_its_beginning_again(clerk: Person) -> None:
    clerk.presses("Ctrl+2", "End")
    bar = clerk.finds(QAbstractItemView, "records").verticalScrollBar()
    assert bar.value() > 0
    clerk.presses("Ctrl+Shift+N")
    assert bar.value() == 0


def test_filters_that_were_opened_are_folded_away_in_every_tab(clerk: Person) -> None:
    clerk.presses("Ctrl+L", "Ctrl+1", "Ctrl+L")
    assert shows_filters(clerk)
    clerk.presses("Ctrl+Shift+N")
    assert not shows_filters(clerk)
    clerk.presses("Ctrl+2")
    assert not shows_filters(clerk)


def test_the_status_line_speaks_of_nothing_that_was_before(clerk: Person, tr: Translate) -> None:
    clerk.presses("Ctrl+2", "Down", "Down", "Ctrl+M", "Ctrl+Shift+N")
    assert clerk.window.statusBar().currentMessage() == tr("Ready for the next client.")
    assert not any(view.isVisible() for view in clerk.top().findChildren(QListView, "shortlist"))


def test_what_was_taken_off_the_last_list_cannot_be_brought_back(clerk: Person, tr: Translate) -> None:
    clerk.presses("Ctrl+2", "Down", "Down", "Ctrl+M", "Ctrl+Shift+M", "Del")
    clerk.presses("Ctrl+Shift+N", "Ctrl+Shift+M", "Ctrl+Z")
    assert clerk.finds(QListView, "shortlist").model().rowCount() == 0
    assert clerk.window.statusBar().currentMessage() == tr("There is nothing to bring back.")
