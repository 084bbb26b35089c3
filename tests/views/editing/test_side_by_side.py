"""Two versions side by side: what differs is shown in words, and a person chooses whose value each field gets."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QGroupBox, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.errors import InvalidRecordError
from desktop.domain.hours import Slot
from desktop.domain.phone import Phone, completed
from desktop.domain.vocabulary import Weekday
from desktop.i18n import Translate, load
from desktop.views.editing.comparing import Choice
from desktop.views.editing.side_by_side import Side, SideBySide, names_wanted
from tests.support.keys import press
from tests.support.places import TRANSLATIONS

ENGLISH = load(TRANSLATIONS, "en")


@pytest.fixture
def opened(catalogue: Catalogue) -> Location:
    return next(one for one in catalogue.records if isinstance(one, Location) and one.id == "bamf-koeln")


def shown(
    qtbot: QtBot, left: Location, right: Location, opened: Location | None = None, *, joins: bool = False
) -> SideBySide:
    view = SideBySide(Side("Mine", left), Side("Theirs", right), ENGLISH, opened=opened, joins=joins)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    return view


def group(view: SideBySide, title: str) -> QGroupBox:
    return next(box for box in view.findChildren(QGroupBox) if box.title() == title)


def button(view: SideBySide, title: str, text: str) -> QRadioButton:
    return next(one for one in group(view, title).findChildren(QRadioButton) if one.text() == text)


def test_only_what_differs_is_shown_in_words(qtbot: QtBot, opened: Location) -> None:
    other = replace(opened, interpreter=True, phones=(completed(Phone(raw="0221 555-0", label="Pforte")),))
    view = shown(qtbot, opened, other)
    assert {box.title() for box in view.findChildren(QGroupBox)} == {"Telephone numbers", "Interpreter"}
    texts = [one.text() for one in group(view, "Telephone numbers").findChildren(QLabel) if one.isVisible()]
    assert "0221 555-0 (Telephone; Pforte)" in texts


def test_whoever_changed_a_field_is_proposed(qtbot: QtBot, opened: Location) -> None:
    view = shown(qtbot, replace(opened, cost="frei"), replace(opened, accessibility="ebenerdig"), opened)
    assert view.undecided == 0
    assert view.result() == replace(opened, cost="frei", accessibility="ebenerdig")


def test_what_both_changed_waits_for_a_choice(qtbot: QtBot, opened: Location) -> None:
    view = shown(qtbot, replace(opened, cost="frei"), replace(opened, cost="5 Euro"), opened)
    assert view.undecided == 1
    button(view, "Costs", "Theirs").click()
    assert view.undecided == 0
    assert view.result() == replace(opened, cost="5 Euro")


def test_the_keyboard_alone_is_enough(qtbot: QtBot, opened: Location) -> None:
    view = shown(qtbot, replace(opened, cost="frei"), replace(opened, cost="5 Euro"), opened)
    view.focus_next()
    press(button(view, "Costs", "Mine"), "Space")
    assert view.result() == replace(opened, cost="frei")
    press(button(view, "Costs", "Mine"), "Right")
    assert view.result() == replace(opened, cost="5 Euro")


def test_every_choice_says_what_it_is_about(qtbot: QtBot, opened: Location) -> None:
    view = shown(qtbot, opened, replace(opened, cost="5 Euro"))
    assert button(view, "Costs", "Theirs").accessibleName() == "Costs. Theirs: 5 Euro"


def test_numbers_of_two_duplicates_stand_one_after_the_other(qtbot: QtBot, opened: Location) -> None:
    number = completed(Phone(raw="0221 555-0"))
    twin = replace(opened, id="bamf-koeln-2", phones=(number, *opened.phones[:1]), cost="frei")
    view = shown(qtbot, opened, twin, joins=True)
    merged = view.result()
    assert merged == replace(opened, phones=(*opened.phones, number), cost="frei")
    view.choose_all(Choice.RIGHT)
    assert view.result() == replace(twin, id=opened.id)


def test_a_day_and_the_person_who_checked_are_chosen_together(qtbot: QtBot, opened: Location) -> None:
    checked = replace(opened.provenance, checked_on=date(2026, 11, 23), checked_by="A. Yılmaz")
    view = shown(qtbot, opened, replace(opened, provenance=checked))
    button(view, "Checked on, Checked by", "Theirs").click()
    assert view.result().provenance == checked


def test_values_that_do_not_fit_together_are_refused_in_words(qtbot: QtBot, opened: Location) -> None:
    slot = Slot(weekday=Weekday.MONDAY, opens="08:00", closes="12:00")
    view = shown(qtbot, replace(opened, hours_of="bamf"), replace(opened, opening_hours=(slot,)))
    button(view, "Takes over the hours of", "Mine").click()
    button(view, "Opening hours", "Theirs").click()
    with pytest.raises(InvalidRecordError, match="takes over the hours"):
        view.result()


def test_references_are_told_by_their_names(qtbot: QtBot, opened: Location) -> None:
    other = replace(opened, organization_id="bva")
    assert {"bva", opened.organization_id} <= names_wanted([opened, other])
    view = SideBySide(Side("A", opened), Side("B", other), ENGLISH, names={"bva": "Bundesverwaltungsamt"})
    qtbot.addWidget(view)
    assert "Bundesverwaltungsamt" in [one.text() for one in view.findChildren(QLabel)]


def test_all_of_one_side_is_one_press(qtbot: QtBot, opened: Location, tr: Translate) -> None:
    theirs = replace(opened, cost="frei", accessibility="ebenerdig")
    view = shown(qtbot, opened, theirs, opened)
    next(one for one in view.findChildren(QPushButton) if one.text().endswith("Mine")).click()
    assert view.result() == opened


def test_two_alike_versions_say_so(qtbot: QtBot, opened: Location) -> None:
    view = shown(qtbot, opened, opened)
    assert view.is_alike
    assert "Both versions are alike." in [one.text() for one in view.findChildren(QLabel)]
    assert view.result() == opened


def test_a_number_that_is_only_spelled_otherwise_does_not_stand_there_twice(qtbot: QtBot, opened: Location) -> None:
    same, more = Phone(raw="(02 21) 9 24 26 - 0"), Phone(raw="0221 / 92426 - 0", label="Pforte")
    view = shown(qtbot, opened, replace(opened, phones=(completed(same), completed(more))), joins=True)
    numbers = [(phone.text, phone.label) for phone in view.result().phones]  # type: ignore[attr-defined]
    assert numbers.count(("0221 92426-0", None)) == 1
    assert ("0221 92426-0", "Pforte") in numbers
