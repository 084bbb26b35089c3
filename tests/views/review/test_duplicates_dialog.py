"""Whoever enters a record a second time is shown the first, and may make one of two."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QRadioButton
from shiboken6 import isValid

from desktop.domain.contact import Location
from desktop.domain.dossier import Reference
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.phone import Phone
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record
from desktop.domain.vocabulary import LocationRole
from desktop.views.review.duplicates_dialog import DuplicateCheck, DuplicatesDialog
from tests.views.review.conftest import Clerk


def new(**values: Any) -> Location:
    """A second record for a place that is there already."""
    plain = {
        "id": "koeln-neu",
        "name": "BAMF in Köln",
        "organization_id": "bva",
        "role": LocationRole.OFFICE,
        "phones": (Phone(raw="0221/92426-0"), Phone(raw="0221 555")),
        "provenance": Provenance(source=OWN_SOURCE.id),
    }
    return Location(**{**plain, **values})


@pytest.fixture
def opens(clerk: Clerk) -> Callable[[Record], DuplicatesDialog]:
    """Saves a record and opens the dialog about it."""

    def open_dialog(record: Record) -> DuplicatesDialog:
        clerk.editing.save(None, record)
        saved = clerk.editing.opened(record.id)
        found = clerk.editing.lookalikes(saved)
        edges = clerk.edges.as_edges()
        dialog = DuplicatesDialog(saved, found, clerk.editing, clerk.background, edges, clerk.tr, clerk.window)
        dialog.said.connect(clerk.said.append)
        dialog.record_requested.connect(clerk.asked.append)
        dialog.edit_requested.connect(clerk.asked.append)
        clerk.opens(dialog)
        return dialog

    return open_dialog


Opens = Callable[[Record], DuplicatesDialog]


def test_both_records_stand_side_by_side_with_the_reason(clerk: Clerk, opens: Opens) -> None:
    opens(new())
    seen = clerk.sees()
    for text in ("Just saved", "There already", "BAMF in Köln", "Poller Kirchweg 101"):
        assert text in seen
    assert "same number: 0221 92426-0" in clerk.finds(QListWidget).item(0).text()


def test_merging_keeps_the_shipped_record_with_the_parts_of_both(clerk: Clerk, opens: Opens) -> None:
    before = clerk.editing.opened("bamf-koeln")
    dialog = opens(new())
    clerk.presses("Ctrl+Return")
    clerk.waits()
    after = clerk.editing.opened("bamf-koeln")
    assert isinstance(after, Location)
    assert after.name == before.name
    assert "0221 555" in [phone.text for phone in after.phones]
    assert clerk.editing.referring("koeln-neu").pointing == ()
    assert not isValid(dialog) or not dialog.isVisible()
    assert isinstance(clerk.asked[0], Reference)
    assert clerk.asked[0].id == "bamf-koeln"
    assert "Ctrl+Z" in clerk.said[0]
    clerk.editing.undo()
    assert clerk.editing.opened("bamf-koeln") == before
    assert clerk.editing.opened("koeln-neu").name == "BAMF in Köln"


def test_a_chosen_value_takes_the_place_of_the_old_one(clerk: Clerk, opens: Opens) -> None:
    opens(new())
    button = next(
        one
        for one in clerk.dialog.findChildren(QRadioButton)
        if one.accessibleName() == "Name. Just saved: BAMF in Köln"
    )
    button.setChecked(True)
    clerk.presses("Ctrl+Return")
    clerk.waits()
    assert clerk.editing.opened("bamf-koeln").name == "BAMF in Köln"


def test_keeping_both_changes_nothing(clerk: Clerk, opens: Opens) -> None:
    opens(new())
    clerk.presses("Esc")
    assert clerk.editing.opened("koeln-neu").name == "BAMF in Köln"
    assert clerk.said == []


def test_back_to_editing_hands_over_the_saved_record(clerk: Clerk, opens: Opens) -> None:
    opens(new())
    clerk.clicks("Back to editing")
    assert isinstance(clerk.asked[0], Reference)
    assert clerk.asked[0].id == "koeln-neu"


def test_who_changed_the_other_record_meanwhile_is_not_overwritten(clerk: Clerk, opens: Opens) -> None:
    opens(new())
    clerk.editing.confirm(["bamf-koeln"])
    clerk.presses("Ctrl+Return")
    clerk.waits()
    assert len(clerk.edges.notices.told) == 1
    assert clerk.editing.opened("koeln-neu").name == "BAMF in Köln"
    clerk.presses("Ctrl+Return")
    clerk.waits()
    assert clerk.editing.opened("bamf-koeln").provenance.checked_by == "A. Yılmaz"


@pytest.fixture
def check(clerk: Clerk) -> DuplicateCheck:
    found = DuplicateCheck(clerk.editing, clerk.background, clerk.edges.as_edges(), clerk.tr, clerk.window)
    found.edit_requested.connect(clerk.asked.append)
    return found


def asked() -> QDialog | None:
    widget = QApplication.activeModalWidget()
    return widget if isinstance(widget, QDialog) else None


def test_a_save_that_doubles_a_record_is_asked_about(clerk: Clerk, check: DuplicateCheck) -> None:
    clerk.editing.save(None, new())
    check.look(clerk.editing.opened("koeln-neu"))
    clerk.waits()
    clerk.waits(lambda: asked() is not None)
    clerk.meets(asked())
    clerk.clicks("Back to editing")
    assert len(clerk.asked) == 1


@pytest.mark.parametrize("phones", [(), (Phone(raw="0228 99358-9999"),)])
def test_a_save_that_doubles_nothing_is_not(clerk: Clerk, check: DuplicateCheck, phones: tuple[Phone, ...]) -> None:
    clerk.editing.save(None, new(phones=phones))
    check.look(clerk.editing.opened("koeln-neu"))
    clerk.waits()
    assert asked() is None


def test_neither_a_shared_switchboard_nor_what_was_saved_so_before_is_asked_about(
    clerk: Clerk, check: DuplicateCheck
) -> None:
    clerk.editing.save(None, new(organization_id="bamf"))
    check.look(clerk.editing.opened("koeln-neu"))
    clerk.waits()
    assert asked() is None
    other = new(id="noch-eine")
    clerk.editing.save(None, other)
    before = clerk.editing.opened("noch-eine")
    check.look(replace(before, summary="Neu."), before)
    clerk.waits()
    assert asked() is None
