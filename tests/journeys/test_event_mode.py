"""A laptop on a table at an event: everybody may search, nobody may change anything, and a PIN ends it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.app.paths import Paths
from desktop.domain.backup import Reason
from desktop.domain.pin import kept
from desktop.i18n import Translate
from desktop.services.drafts import Drafts
from desktop.settings import Settings
from desktop.store.backup import back_up, folder_of
from desktop.views.pin_dialog import PinDialog
from tests.conftest import NOW, Opens
from tests.support.person import Person

BEGIN = "Ctrl+Shift+F11"
FOR_STAFF = ("F2", "Ctrl+E", "Ctrl+,", "Ctrl+Del", "Ctrl+Shift+K", "Ctrl+Q", "Ctrl+Shift+H")


@pytest.fixture(scope="module")
def pin() -> str:
    return kept("4711")


@pytest.fixture
def remembered() -> list[Settings]:
    return []


@pytest.fixture
def guarded(opens: Opens, paths: Paths, pin: str, remembered: list[Settings]) -> Iterator[Person]:
    """A person at a laptop that stands on a table, guarded by a PIN; in the end it is packed up."""
    person = opens(paths, Settings(pin=pin), remember=remembered.append)
    person.presses(BEGIN)
    yield person
    if person.window.isFullScreen():
        person.presses(BEGIN)
        gives(person, "4711")


def gives(person: Person, pin: str) -> None:
    line = person.top().findChild(QLineEdit)
    assert line
    line.setText(pin)
    person.presses("Return")


def can(person: Person, tr: Translate, msgid: str) -> bool:
    action = next(one for one in person.window.findChildren(QAction) if one.text() == tr(msgid))
    return action.isVisible() and action.isEnabled()


def test_it_fills_the_screen_in_larger_type_and_says_how_to_go_on(person: Person, tr: Translate) -> None:
    before = person.window.font().pointSizeF()
    person.presses(BEGIN)
    assert person.window.isFullScreen()
    assert person.window.font().pointSizeF() > before
    assert tr("&Next client (F12)").replace("&", "") in person.sees_texts().replace("&", "")
    assert tr("Anybody can end it: no PIN is set (File, Settings).") in person.window.statusBar().currentMessage()


def test_everybody_can_search_show_and_begin_anew(guarded: Person) -> None:
    guarded.types("bamf dort")
    guarded.presses("Return")
    assert "0231 9058-0" in guarded.reads()
    guarded.presses("F12")
    assert guarded.finds(QLineEdit, "search").text() == ""
    assert "0231 9058-0" not in guarded.reads()


@pytest.mark.parametrize("keys", FOR_STAFF)
def test_nobody_gets_at_what_is_for_staff(guarded: Person, keys: str) -> None:
    guarded.types("bamf dort")
    guarded.presses(keys)
    assert guarded.top() is guarded.window
    assert guarded.window.isVisible()


def test_what_was_unlocked_before_is_locked(person: Person, tr: Translate) -> None:
    person.presses("F2", BEGIN)
    person.types("bamf dort")
    person.presses("Ctrl+Shift+D")
    assert not can(person, tr, "&Edit …")
    person.presses(BEGIN)
    assert tr("Read-only – F2 unlocks") in person.sees_texts()


def test_a_form_that_was_asked_for_a_moment_before_does_not_open_any_more(person: Person) -> None:
    person.types("bamf dort")
    person.presses("F2")
    person.presses_at_once("Ctrl+E", BEGIN)
    person.waits()
    assert person.top() is person.window
    person.presses(BEGIN)


def test_a_draft_is_neither_gone_on_with_nor_thrown_away_before_it_has_ended(
    opens: Opens, paths: Paths, pin: str, tr: Translate
) -> None:
    drafts = Drafts(paths.data / "drafts", lambda: NOW - timedelta(hours=1))
    drafts.keep("moers-1", "Moers", {})
    person = opens(paths, Settings(pin=pin))
    throw_away = tr("&Discard").replace("&", "")
    assert throw_away in person.sees_texts().replace("&", "")
    person.presses(BEGIN)
    assert throw_away not in person.sees_texts().replace("&", "")
    person.presses(BEGIN)
    gives(person, "4711")
    person.clicks(person.button(throw_away))
    assert isinstance(person.top(), PinDialog)
    person.presses("Esc")
    assert len(drafts.all()) == 1
    person.clicks(person.button(throw_away))
    gives(person, "4711")
    person.waits()
    assert drafts.all() == ()
    assert throw_away not in person.sees_texts().replace("&", "")


def test_not_even_without_a_pin_records_are_changed_by_what_was_opened_before(
    opens: Opens, paths: Paths, tr: Translate
) -> None:
    back_up(paths.database, folder_of(paths.database), Reason.EDIT, NOW)
    paths.database.write_bytes(b"x" * 5000)
    person = opens(paths)
    person.presses(BEGIN)
    person.clicks(person.button(tr("&Restore a backup …")))
    assert person.top() is person.window
    assert "F12" in person.window.statusBar().currentMessage()
    assert paths.database.read_bytes() == b"x" * 5000
    person.presses(BEGIN)


def test_a_wrong_pin_ends_nothing_and_the_right_one_does(guarded: Person, tr: Translate) -> None:
    guarded.presses(BEGIN)
    assert isinstance(guarded.top(), PinDialog)
    gives(guarded, "0000")
    assert tr("This PIN is not right.") in guarded.sees_texts()
    gives(guarded, "4711")
    assert guarded.top() is guarded.window
    assert not guarded.window.isFullScreen()
    assert can(guarded, tr, "&Edit …")


def test_the_window_closes_only_with_the_pin(guarded: Person, remembered: list[Settings]) -> None:
    guarded.window.close()
    assert guarded.window.isVisible()
    gives(guarded, "4711")
    assert not guarded.window.isVisible()
    assert not remembered[-1].is_event
    assert remembered[-1].text_percent == 100


def test_a_laptop_that_was_switched_off_goes_on_where_it_was(opens: Opens, paths: Paths, pin: str) -> None:
    person = opens(paths, Settings(pin=pin, is_event=True))
    assert person.window.isFullScreen()
    person.presses("F2")
    assert person.top() is person.window
    person.presses(BEGIN)
    assert isinstance(person.top(), PinDialog)
    gives(person, "4711")


def test_without_a_pin_it_ends_at_once_and_the_type_is_as_before(person: Person) -> None:
    before = person.window.font().pointSizeF()
    person.presses(BEGIN, BEGIN)
    assert not person.window.isFullScreen()
    assert person.window.font().pointSizeF() == before
