"""A clerk edits a record by keyboard: everything is checked while it is typed, and nothing is lost."""

import json
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.editing import ConflictError, with_numbers
from desktop.domain.errors import ExpectedError
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, LocationRole
from desktop.views.editing.dialog import EditDialog
from desktop.views.editing.draft_state import opened_in
from desktop.views.editing.form import NEW_ID, Fresh
from tests.support.edges import FakeEdges
from tests.support.keys import press, write
from tests.views.editing.conftest import Opens

W = TypeVar("W", bound=QWidget)
EDITABLE = (QLineEdit, QPlainTextEdit, QComboBox, QListWidget, QAbstractButton)


@pytest.fixture
def koeln(catalogue: Catalogue) -> Location:
    return next(one for one in catalogue.records if isinstance(one, Location) and one.id == "bamf-koeln")


def focus() -> QWidget:
    QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*names: str) -> None:
    for name in names:
        press(focus(), name)


def types(text: str) -> None:
    write(focus(), text)


def pastes(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    keys("Ctrl+V")


def field(dialog: EditDialog, kind: type[W], name: str) -> W:
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name and one.isVisible())


def sees(dialog: EditDialog) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def saved_by(dialog: EditDialog) -> list[Record]:
    """What the form asks to keep; it is kept at once."""
    kept: list[Record] = []

    def keep(record: Record) -> None:
        kept.append(record)
        dialog.saved("saved 10:42", with_numbers(record))

    dialog.save_requested.connect(keep)
    return kept


def closes(dialog: EditDialog, edges: FakeEdges) -> None:
    edges.notices.choice = 1
    keys("Esc")


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


def test_a_number_is_added_by_keyboard_alone(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    keys("Ctrl+PgDown", "Ins")
    types("0211 / 4711-12")
    keys("Tab", "Down")
    keys("Ctrl+S")
    added = kept[0].phones[-1]  # type: ignore[attr-defined]
    assert (added.raw, added.kind.value, added.display) == ("0211 / 4711-12", "mobile", "0211 4711-12")
    keys("Esc")


def test_parts_are_moved_and_removed_by_keyboard(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    keys("Ctrl+PgDown", "End", "Alt+Up", "Ctrl+S")
    first, second = koeln.phones
    assert kept[-1].phones == (second, first)  # type: ignore[attr-defined]
    keys("Del", "Ctrl+S")
    assert kept[-1].phones == (first,)  # type: ignore[attr-defined]
    keys("Esc")


def test_a_pasted_number_is_cleaned_visibly_and_one_press_undoes_it(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    keys("Ctrl+PgDown", "Ins")
    pastes("Tel.: 0211/8888")
    line = field(dialog, QLineEdit, "Number (needed)")
    assert line.text() == "0211/8888"
    assert "Cleaned from “Tel.: 0211/8888”" in sees(dialog)
    keys("Tab", "Space")
    assert line.text() == "Tel.: 0211/8888"
    assert "Cleaned" not in sees(dialog)
    keys("Tab", "Ctrl+S")
    assert kept[0].phones[-1].raw == "Tel.: 0211/8888"  # type: ignore[attr-defined]
    keys("Esc")


def test_what_undo_of_the_field_brings_back_is_left_so(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    keys("Ctrl+PgDown", "Ins")
    pastes("Tel.: 0211/8888")
    keys("Ctrl+Z")
    line = field(dialog, QLineEdit, "Number (needed)")
    assert line.text() == "Tel.: 0211/8888"
    keys("Tab")
    assert line.text() == "Tel.: 0211/8888"
    closes(dialog, edges)


def test_what_is_pasted_a_second_time_is_cleaned_too(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    keys("Ctrl+PgDown", "Ins")
    line = field(dialog, QLineEdit, "Number (needed)")
    for _ in range(2):
        line.selectAll()
        pastes("Tel.: 0211/8888")
        assert line.text() == "0211/8888"
    closes(dialog, edges)


def test_a_disguised_mail_address_is_cleaned_when_one_goes_on(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    keys("Ctrl+PgDown")
    field(dialog, QListWidget, "E-mail addresses").setFocus()
    keys("Ins")
    types("info [at] moers.de")
    keys("Tab")
    assert field(dialog, QLineEdit, "E-mail address (needed)").text() == "info@moers.de"
    closes(dialog, edges)


def test_what_is_wrong_stands_beside_the_field_after_a_rest(
    edit: Opens, koeln: Location, edges: FakeEdges, qtbot: QtBot
) -> None:
    dialog = edit(koeln)
    keys("Ctrl+PgDown", "Ins")
    types("abc")
    words = "This is not a telephone number."
    assert words not in sees(dialog)
    qtbot.waitUntil(lambda: words in sees(dialog))
    assert words in focus().accessibleDescription()
    keys("Backspace", "Backspace", "Backspace")
    types("0211 5")
    qtbot.waitUntil(lambda: words not in sees(dialog))
    assert words not in focus().accessibleDescription()
    closes(dialog, edges)


def test_an_empty_new_record_is_not_scolded_before_somebody_writes(edit: Opens) -> None:
    dialog = edit(Fresh(Kind.ORGANIZATION))
    assert "fill in" not in sees(dialog)
    keys("Tab")
    assert "Please fill in this field." in sees(dialog)
    keys("Esc")
    assert not dialog.isVisible()


def test_saving_something_wrong_leads_to_the_first_field(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    keys("Ctrl+PgDown", "Ins")
    types("abc")
    keys("Ctrl+PgUp")
    field(dialog, QLineEdit, "Short name").setFocus()
    keys("Ctrl+S")
    assert kept == []
    assert focus() is field(dialog, QLineEdit, "Number (needed)")
    assert "Not saved. Telephone numbers: This is not a telephone number." in sees(dialog)
    pages = field(dialog, QListWidget, "Pages of the form")
    assert "Telephone, e-mail, web (1 to mend)" in [pages.item(row).text() for row in range(pages.count())]
    closes(dialog, edges)


def test_the_wrong_field_is_scrolled_into_sight(
    edit: Opens, koeln: Location, edges: FakeEdges, window: QWidget
) -> None:
    window.resize(683, 340)
    dialog = edit(koeln)
    keys("Ctrl+PgDown")
    field(dialog, QListWidget, "Web addresses").setFocus()
    keys("Ins")
    types("moers")
    keys("Ctrl+PgUp", "Ctrl+S")
    line = field(dialog, QLineEdit, "Web address (needed)")
    assert focus() is line
    assert not line.visibleRegion().isEmpty()
    closes(dialog, edges)


def test_a_new_contact_point_is_added_with_its_organisation_by_name(edit: Opens, qtbot: QtBot) -> None:
    dialog = edit(Fresh(Kind.LOCATION, {"role": "office"}))
    kept = saved_by(dialog)
    types("Servicestelle")
    field(dialog, QLineEdit, "Organisation (needed)").setFocus()
    types("bundesamt")
    qtbot.waitUntil(lambda: any(one.accessibleName().startswith("Found") for one in visible_lists(dialog)))
    keys("Return")
    chosen = field(dialog, QListWidget, "Chosen: Organisation")
    assert chosen.item(0).text() == "Bundesamt für Migration und Flüchtlinge (Organisation)"
    keys("Ctrl+S")
    (record,) = kept
    assert isinstance(record, Location)
    assert (record.id, record.organization_id, record.role) == (NEW_ID, "bamf", LocationRole.OFFICE)
    keys("Esc")


def visible_lists(dialog: EditDialog) -> list[QListWidget]:
    return [one for one in dialog.findChildren(QListWidget) if one.isVisible()]


def test_topics_are_narrowed_and_ticked_by_keyboard(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    while "Topics" not in focus().accessibleName():
        keys("Ctrl+PgDown")
    types("visum")
    keys("Down", "Space", "Ctrl+S")
    assert set(kept[0].subject_ids) - set(koeln.subject_ids) == {"visum"}
    keys("Esc")


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


def test_the_wheel_does_not_change_what_is_chosen(edit: Opens, koeln: Location, qtbot: QtBot) -> None:
    dialog = edit(koeln)
    box = field(dialog, QComboBox, "Kind of place (needed)")
    before = box.currentIndex()
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), *none, False)
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before
    keys("Esc")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_control_of_every_page_has_a_name_and_the_keyboard_reaches_it(
    edit: Opens, catalogue: Catalogue, kind: Kind
) -> None:
    dialog = edit(next(one for one in catalogue.records if one.KIND is kind))
    pages = field(dialog, QListWidget, "Pages of the form")
    for _ in range(pages.count()):
        QApplication.processEvents()
        for control in (one for one in dialog.findChildren(QWidget) if isinstance(one, EDITABLE) and one.isVisible()):
            inside = control.parentWidget()
            if isinstance(inside, QComboBox | QAbstractScrollArea) and not isinstance(control, QAbstractButton):
                continue
            if isinstance(control, QAbstractButton):
                assert control.accessibleName() or control.text()
            else:
                assert control.accessibleName(), control
        keys("Ctrl+PgDown")
    assert pages.currentRow() == pages.count() - 1
    keys("Esc")


def _opens_page(dialog: EditDialog, title: str) -> None:
    pages = field(dialog, QListWidget, "Pages of the form")
    (row,) = (row for row in range(pages.count()) if pages.item(row).text() == title)
    pages.setCurrentRow(row)


def test_a_doubt_names_its_field_as_the_form_does(edit: Opens, catalogue: Catalogue, edges: FakeEdges) -> None:
    bonn = next(one for one in catalogue.records if one.id == "bva-bonn")
    dialog = edit(bonn)
    kept = saved_by(dialog)
    _opens_page(dialog, "Doubts")
    place = field(dialog, QComboBox, "Field it is about")
    row = next(row for row, flag in enumerate(bonn.flags) if flag.field == "phones[1].raw")
    field(dialog, QListWidget, "Doubts").setCurrentRow(row)
    assert place.currentText() == "Telephone numbers, number 2"
    assert not dialog.is_changed
    place.setCurrentIndex(place.findText("Addresses"))
    place.activated.emit(place.currentIndex())
    keys("Ctrl+S")
    assert kept[0].flags[row].field == "addresses"
    closes(dialog, edges)


def test_the_source_is_told_by_its_title(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    _opens_page(dialog, "Source and check")
    assert "Landesportal chancen.nrw" in sees(dialog)
    assert "chancen-nrw" not in sees(dialog).split("\n")
    closes(dialog, edges)


def test_hours_are_told_in_the_form_as_on_the_page(edit: Opens, koeln: Location, edges: FakeEdges) -> None:
    dialog = edit(koeln)
    _opens_page(dialog, "Opening hours")
    slots = field(dialog, QListWidget, "Opening hours")
    slots.setFocus()
    keys("Ins", "M", "Tab")
    types("0800")
    keys("Tab")
    types("12.30")
    keys("Tab")
    assert slots.item(0).text() == "Monday 8:00–12:30"
    assert field(dialog, QLineEdit, "Opens (needed)").text() == "8:00"
    closes(dialog, edges)
