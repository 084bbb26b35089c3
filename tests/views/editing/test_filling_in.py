"""A clerk fills in a form by keyboard: everything is cleaned and checked while it is typed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.vocabulary import Kind, LocationRole
from desktop.views.editing.dialog import EditDialog
from desktop.views.editing.form import NEW_ID, Fresh
from tests.support.edges import FakeEdges
from tests.views.editing.clerk import closes, field, focus, keys, pastes, phones, saved_by, sees, types
from tests.views.editing.conftest import Opens


def test_a_number_is_added_by_keyboard_alone(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    keys("Ctrl+PgDown", "Ins")
    types("0211 / 4711-12")
    keys("Tab", "Down")
    keys("Ctrl+S")
    added = phones(kept[0])[-1]
    assert (added.raw, added.kind.value, added.display) == ("0211 / 4711-12", "mobile", "0211 4711-12")
    keys("Esc")


def test_parts_are_moved_and_removed_by_keyboard(edit: Opens, koeln: Location) -> None:
    dialog = edit(koeln)
    kept = saved_by(dialog)
    keys("Ctrl+PgDown", "End", "Alt+Up", "Ctrl+S")
    first, second = koeln.phones
    assert phones(kept[-1]) == (second, first)
    keys("Del", "Ctrl+S")
    assert phones(kept[-1]) == (first,)
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
    assert phones(kept[0])[-1].raw == "Tel.: 0211/8888"
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


def test_the_wheel_does_not_change_what_is_chosen(edit: Opens, koeln: Location, qtbot: QtBot) -> None:
    dialog = edit(koeln)
    box = field(dialog, QComboBox, "Kind of place (needed)")
    before = box.currentIndex()
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), *none, False)
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before
    keys("Esc")


EDITABLE = (QLineEdit, QPlainTextEdit, QComboBox, QListWidget, QAbstractButton)


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
