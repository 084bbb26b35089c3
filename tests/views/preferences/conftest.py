"""A clerk before the settings."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from desktop.app.paths import Paths
from desktop.settings import Settings
from tests.conftest import Opens
from tests.support.person import Person

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def remembered() -> list[Settings]:
    return []


@pytest.fixture
def clerk(opens: Opens, paths: Paths, remembered: list[Settings]) -> Person:
    """A person who has just opened the settings."""
    person = opens(paths, remember=remembered.append)
    person.presses("Ctrl+,")
    return person


def turns_to(person: Person, page: str) -> None:
    """Go down the list of pages until this one is in front, by keyboard alone."""
    person.waits(lambda: QApplication.activeWindow() is person.top())
    pages = person.finds(QListWidget)
    pages.setFocus()
    person.presses("Home")
    for _ in range(pages.count()):
        if pages.currentItem().text() == page:
            return
        person.presses("Down")
    raise AssertionError(page)


def named(person: Person, name: str, kind: type[W]) -> W:
    """The visible field that a screen reader calls so."""
    found = [one for one in person.top().findChildren(kind) if one.accessibleName() == name and one.isVisible()]
    assert len(found) == 1, [one.accessibleName() for one in person.top().findChildren(kind)]
    return found[0]
