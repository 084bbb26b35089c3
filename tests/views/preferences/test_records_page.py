"""Who changes records, how often they are checked, and the PIN."""

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from desktop.app.account import account_name
from desktop.app.paths import Paths
from desktop.domain.pin import fits, kept
from desktop.domain.review import Reason, checked
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.clock import Clock
from desktop.services.editing import Desk
from desktop.services.review import Review
from desktop.settings import Settings
from tests.conftest import NOW, Opens
from tests.support.dossiers import dossier
from tests.support.person import Person
from tests.views.preferences.conftest import named, turns_to


@pytest.fixture
def admin(clerk: Person) -> Person:
    turns_to(clerk, "Einträge")
    return clerk


def types_pin(person: Person, pin: str, again: str) -> None:
    named(person, "Neue PIN", QLineEdit).setText(pin)
    named(person, "Neue PIN noch einmal", QLineEdit).setText(again)


def test_the_page_says_under_which_name_the_history_will_speak_of_a_person(admin: Person) -> None:
    field = named(admin, "Ihr Name im Verlauf", QLineEdit)
    assert field.placeholderText() == account_name()
    assert f"geändert von {account_name()}" in admin.sees_texts()
    field.setText("A. Yılmaz")
    assert "geändert von A. Yılmaz" in admin.sees_texts()
    admin.presses("Esc")


def test_the_name_that_is_kept_stands_in_the_history_of_the_next_change(admin: Person, tr: Translate) -> None:
    named(admin, "Ihr Name im Verlauf", QLineEdit).setText("A. Yılmaz")
    admin.presses("Ctrl+Return", "Ctrl+K")
    admin.types("bamf dort")
    admin.presses("Return", "F2", "Ctrl+Shift+D", "Ctrl+Z")
    admin.presses("Ctrl+Shift+H")
    assert "A. Yılmaz" in _everything(admin)
    admin.presses("Esc")


def _everything(person: Person) -> str:
    """What stands in the lists in front."""
    models = [view.model() for view in person.top().findChildren(QAbstractItemView) if view.isVisible()]
    found = [model.index(row, 0) for model in models for row in range(model.rowCount(QModelIndex()))]
    return "\n".join(str(index.data()) for index in found)


def _says(label: QLabel, text: str) -> bool:
    return label.text() == text


def due(paths: Paths, tr: Translate, months: int) -> int:
    """How many records the work-list names for this interval."""
    catalogue = Catalogue(paths.database, paths.shipped, tr)
    try:
        desk = Desk(lambda: "?", lambda: NOW, lambda: months)
        return Review(catalogue, desk).work_list().counts[Reason.PAST]
    finally:
        catalogue.close()


def test_the_page_counts_at_once_how_many_checks_would_be_due(
    admin: Person, paths: Paths, tr: Translate, qtbot: QtBot, remembered: list[Settings]
) -> None:
    said = admin.finds(QLabel, "due")
    catalogue = Catalogue(paths.database, paths.shipped, tr, Clock(lambda: NOW))
    with catalogue.writing() as unit:
        old = checked(dossier("moers").record, "A. Yılmaz", NOW.date().replace(year=2025, month=10), 12)
        unit.records.put([replace(old, provenance=replace(old.provenance, next_check=None))])
    catalogue.close()
    field = named(admin, "Einträge werden geprüft alle", QSpinBox)
    counts = {months: due(paths, tr, months) for months in (6, 36)}
    assert counts[36] == counts[6] - 1
    for months, count in counts.items():
        field.setValue(months)
        told = f"Heute wären {count} Einträge fällig."
        qtbot.waitUntil(partial(_says, said, told))
    admin.presses("Ctrl+Return")
    assert remembered[-1].review_months == 36


def test_a_new_pin_is_kept_only_as_what_is_made_of_it_and_guards_editing_from_then_on(
    admin: Person, remembered: list[Settings], tr: Translate
) -> None:
    admin.finds(QCheckBox).click()
    types_pin(admin, "4711", "4711")
    assert (
        tr("On keeping: the new PIN holds, for editing, for event mode and for these settings.") in admin.sees_texts()
    )
    admin.presses("Ctrl+Return")
    assert fits("4711", remembered[-1].pin)
    assert "4711" not in str(remembered[-1])
    admin.presses("F2")
    assert admin.top() is not admin.window
    admin.presses("Esc")


@pytest.fixture
def guarded(opens: Opens, paths: Paths, remembered: list[Settings]) -> Person:
    """A person before the page of an office with a PIN."""
    person = opens(paths, Settings(pin=kept("4711")), remember=remembered.append)
    person.presses("Ctrl+,")
    person.types("4711")
    person.presses("Return")
    turns_to(person, "Einträge")
    return person


def test_a_pin_that_nobody_touches_stays(guarded: Person, remembered: list[Settings], tr: Translate) -> None:
    assert tr("On keeping: the PIN stays as it is.") in guarded.sees_texts()
    guarded.presses("Ctrl+Return")
    assert fits("4711", remembered[-1].pin)


def test_a_pin_can_be_changed(guarded: Person, remembered: list[Settings]) -> None:
    types_pin(guarded, "Rathaus 1", "Rathaus 1")
    guarded.presses("Ctrl+Return")
    assert fits("Rathaus 1", remembered[-1].pin)
    assert not fits("4711", remembered[-1].pin)


def test_a_pin_can_be_removed_and_then_nobody_is_asked(
    guarded: Person, remembered: list[Settings], tr: Translate
) -> None:
    guarded.finds(QCheckBox).click()
    assert tr("On keeping: the PIN is removed.") in guarded.sees_texts()
    guarded.presses("Ctrl+Return")
    assert remembered[-1].pin == ""
    guarded.presses("F2")
    assert guarded.top() is guarded.window
    assert "Bearbeiten freigegeben – F2 sperrt" in guarded.sees_texts()


@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [
        ("123", "123", "A PIN needs 4 to 64 characters."),
        ("", "", "A PIN needs 4 to 64 characters."),
        ("4711", "4712", "The two PINs differ. Please type them again."),
    ],
)
def test_a_pin_that_cannot_be_kept_is_told_beside_the_field_from_any_page_until_it_is_right(
    admin: Person, remembered: list[Settings], tr: Translate, pin: str, again: str, said: str
) -> None:
    admin.finds(QCheckBox).click()
    types_pin(admin, pin, again)
    turns_to(admin, "Daten")
    admin.presses("Ctrl+Return")
    assert remembered == []
    assert admin.finds(QLabel, "pin-trouble").text() == tr(said)
    assert admin.focused().accessibleName() == "Neue PIN"
    types_pin(admin, "4711", "4711")
    assert tr(said) not in admin.sees_texts()
    admin.presses("Ctrl+Return")
    assert fits("4711", remembered[-1].pin)
