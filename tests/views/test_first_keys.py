"""Keys that are pressed before everything is there: none of them is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from desktop.app.build import build
from desktop.app.paths import Paths
from desktop.i18n import Translate
from tests.support.edges import FakeEdges
from tests.support.keys import press, write
from tests.support.leftovers import clear_away
from tests.support.person import Person


@pytest.fixture
def early(qtbot: QtBot, paths: Paths, edges: FakeEdges, tr: Translate) -> Iterator[Person]:
    """A person before a window that has only just been shown; no list is there yet."""
    window = build(paths, tr, edges.as_edges)
    window.show()
    QApplication.processEvents()
    yield Person(window, qtbot)
    window.close()
    window.deleteLater()
    clear_away()


def box(person: Person) -> QLineEdit:
    return next(one for one in person.window.findChildren(QLineEdit) if one.objectName() == "search")


def types_at_once(person: Person, text: str) -> None:
    """Type faster than any list can be read."""
    for letter in text:
        write(box(person), letter)


def everything_is_there(person: Person) -> bool:
    return bool(person.window.findChildren(QListView, "records")) and person.window.is_idle


def test_enter_that_is_pressed_before_the_lists_are_there_opens_the_best_hit(early: Person) -> None:
    types_at_once(early, "bamf dort")
    press(box(early), "Return")
    early.waits(until=lambda: everything_is_there(early) and early.focused().objectName() == "records")
    assert early.sees_chosen() == "BAMF Dortmund"


def test_a_newer_letter_calls_off_what_was_wished_for_the_text_before(early: Person) -> None:
    types_at_once(early, "moers")
    press(box(early), "Return")
    types_at_once(early, "x")
    early.waits(until=lambda: everything_is_there(early))
    assert early.focused() is box(early)
