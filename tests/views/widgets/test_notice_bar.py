"""Notices above the tabs: a low window shows the one that weighs most, and the others come back when there is room."""

import pytest
from PySide6.QtWidgets import QFrame, QPushButton

from desktop.app.paths import Paths
from desktop.views.widgets.notice_bar import NoticeBar, Way, Weight
from tests.conftest import Opens
from tests.support.person import Person
from tests.support.scenes_of_trouble import outdate

LOW, HIGH = (900, 440), (1200, 900)


@pytest.fixture
def bar(person: Person) -> NoticeBar:
    (found,) = person.window.findChildren(NoticeBar)
    return found


def resizes(person: Person, size: tuple[int, int]) -> None:
    person.window.resize(*size)
    person.waits(until=lambda: person.window.height() == size[1])


def seen(bar: NoticeBar) -> set[str]:
    """The notices that are visible, by their words."""
    words = ("backups", "package", "read-only")
    return {word for word in words for one in bar.findChildren(QFrame, word) if one.isVisible()}


def test_what_a_low_window_left_out_is_there_when_it_is_high_again(person: Person, bar: NoticeBar) -> None:
    resizes(person, LOW)
    bar.tell("backups", "Sicherungen liegen neben der Datenbank.")
    bar.tell("package", "Ein neueres Paket liegt bereit.", [Way("Ansehen", bar.update)])
    assert seen(bar) == {"package"}
    resizes(person, HIGH)
    assert seen(bar) == {"backups", "package"}


def test_a_window_that_becomes_low_keeps_one_notice(person: Person, bar: NoticeBar) -> None:
    resizes(person, HIGH)
    bar.tell("backups", "Sicherungen liegen neben der Datenbank.")
    bar.tell("package", "Ein neueres Paket liegt bereit.", [Way("Ansehen", bar.update)])
    assert seen(bar) == {"backups", "package"}
    resizes(person, LOW)
    assert seen(bar) == {"package"}
    resizes(person, HIGH)
    assert seen(bar) == {"backups", "package"}


def test_that_nothing_can_be_changed_is_not_hidden_by_an_offer(opens: Opens, paths: Paths) -> None:
    outdate(paths)
    person = opens(paths)
    (bar,) = person.window.findChildren(NoticeBar)
    resizes(person, LOW)
    bar.tell("package", "Ein neueres Paket liegt bereit.", [Way("Ansehen", bar.update)])
    assert seen(bar) == {"read-only"}
    resizes(person, HIGH)
    assert seen(bar) == {"read-only", "package"}


def test_what_a_person_began_goes_before_everything_else(person: Person, bar: NoticeBar) -> None:
    resizes(person, LOW)
    bar.tell("read-only", "Hier kann nichts geändert werden.", weight=Weight.HINDERS)
    bar.tell("package", "Hinweis 1 von 5", [Way("Weiter", bar.update)], Weight.ASKED_FOR)
    assert seen(bar) == {"package"}


def test_the_keyboard_goes_to_the_notice_that_is_seen(person: Person, bar: NoticeBar) -> None:
    resizes(person, LOW)
    bar.tell("read-only", "Nur lesen.", [Way("Sicherung", bar.update)], Weight.HINDERS)
    bar.tell("package", "Ein neueres Paket liegt bereit.", [Way("Ansehen", bar.update)])
    bar.enter()
    focused = person.focused()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Sicherung"
