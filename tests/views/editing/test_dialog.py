"""A clerk saves, leaves, comes back, and meets somebody else at the same record: nothing is lost."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Location
from desktop.domain.editing import ConflictError
from desktop.domain.errors import ExpectedError
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind
from desktop.views.editing.draft_state import opened_in
from desktop.views.editing.form import Fresh
from tests.support.edges import FakeEdges
from tests.views.editing.clerk import closes, field, focus, keys, saved_by, sees, types
from tests.views.editing.conftest import Opens


def test_the_first_field_has_the_keyboard_and_nothing_is_unsaved(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    assert focus().accessibleName() == "Name (needed)"
    assert dialog.windowTitle() == f"Edit: {koeln.name}"
    keys("Esc")
    assert not dialog.isVisible()


def test_a_change_shows_a_dot_and_saving_says_when(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    types(" Neu")
    assert dialog.windowTitle() == "● Edit: Neu"
    keys("Ctrl+S")
    assert kept == [replace(koeln, name="Neu")]
    assert dialog.opened == kept[0]
    assert dialog.windowTitle() == "Edit: Neu"
    assert "saved 10:42" in sees(dialog)
    keys("Esc")


def test_control_and_enter_saves_and_closes(edit: Opens, koeln: Location, qtbot: QtBot) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    types("Neu")
    with qtbot.waitSignal(dialog.closed):
        keys("Ctrl+Return")
    assert [one.name for one in kept] == ["Neu"]


@pytest.mark.parametrize(("choice", "is_open", "count"), [(0, False, 1), (1, False, 0), (2, True, 0)])
def test_leaving_asks_only_when_something_is_unsaved(
    edit: Opens, koeln: Location, edges: FakeEdges, choice: int, is_open: bool, count: int
) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    types("Neu")
    edges.notices.choice = choice
    keys("Esc")
    assert len(edges.notices.told) == 1
    assert (dialog.isVisible(), len(kept)) == (is_open, count)
    if is_open:
        closes(dialog, edges)


def test_what_is_refused_is_told_and_stays_as_it_was_typed(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    dialog.save_requested.connect(lambda _: dialog.refuse(ExpectedError("The disk is full.")))
    types("Neu")
    keys("Ctrl+Return")
    assert dialog.isVisible()
    assert "The disk is full." in sees(dialog)
    assert dialog.is_changed
    closes(dialog, edges)


def test_a_draft_brings_back_what_was_typed_even_if_it_is_wrong(
    edit: Opens, koeln: Location, edges: FakeEdges, qtbot: QtBot
) -> None:
    dialog = edit(koeln)
    keys("Ctrl+PgDown", "Ins")
    with qtbot.waitSignal(dialog.changed):
        types("abc")
    state = json.loads(json.dumps(dialog.state()))
    closes(dialog, edges)
    again = edit(opened_in(state))
    again.restore(state)
    assert again.is_changed
    assert again.opened == koeln
    assert again.state() == state
    assert "abc" in [field(again, QListWidget, "Telephone numbers").item(row).text() for row in range(3)]
    closes(again, edges)


def test_a_draft_of_a_new_record_begins_with_a_new_one(edit: Opens, edges: FakeEdges) -> None:
    dialog = edit(Fresh(Kind.PRACTICE))
    types("Sprachcafé")
    state = json.loads(json.dumps(dialog.state()))
    closes(dialog, edges)
    again = edit(opened_in(state))
    again.restore(state)
    kept = saved_by(again)
    keys("Ctrl+S")
    assert [one.name for one in kept] == ["Sprachcafé"]
    keys("Esc")


def test_two_writers_are_brought_together_field_by_field(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    theirs = replace(koeln, name="Ihrer", short_name="Ihre Kürze")
    asked: list[tuple[Record | None, Record]] = []

    def keep(record: Record) -> None:
        asked.append((dialog.opened, record))
        if dialog.opened == koeln:
            error = ConflictError(koeln.name, theirs)
            dialog.show_conflict(error.theirs)
        else:
            dialog.saved("saved", record)

    dialog.save_requested.connect(keep)
    types("Meiner")
    keys("Ctrl+S")
    assert "Both sides changed this. Please choose." in sees(dialog)
    keys("Ctrl+S")
    assert "1 field still waits for your choice." in sees(dialog)
    button = next(
        one for one in dialog.findChildren(QRadioButton) if one.accessibleName() == "Name. Your version: Meiner"
    )
    assert focus() is button
    keys("Space", "Ctrl+S")
    assert asked[-1] == (theirs, replace(theirs, name="Meiner"))
    assert not dialog.is_changed
    keys("Esc")
    assert not dialog.isVisible()


def test_the_conflict_can_be_left_without_losing_a_word(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    dialog.save_requested.connect(lambda _: dialog.show_conflict(replace(koeln, name="Ihrer")))
    types("Meiner")
    keys("Ctrl+S", "Esc")
    assert field(dialog, QLineEdit, "Name (needed)").text() == "Meiner"
    assert dialog.is_changed
    closes(dialog, edges)


def test_a_record_that_was_deleted_meanwhile_can_be_added_anew(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    dialog.save_requested.connect(lambda _: dialog.show_conflict(None))
    types("Meiner")
    keys("Ctrl+S")
    assert dialog.opened is None
    assert "deleted this record" in sees(dialog)
    dialog.save_requested.disconnect()
    kept = saved_by(dialog)
    keys("Ctrl+S")
    assert kept == [replace(koeln, name="Meiner")]
    keys("Esc")
