"""Who changed what, when, from what to what; and a single field can be had back as it was."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QListWidget, QPushButton, QTabWidget

from desktop.domain.contact import Location
from desktop.domain.dossier import reference_to
from desktop.domain.phone import Phone
from desktop.views.review.history_dialog import HistoryDialog
from tests.views.review.conftest import Clerk

Opens = Callable[[str], HistoryDialog]


@pytest.fixture
def opens(clerk: Clerk) -> Opens:
    """Opens the history of a record."""

    def open_dialog(record_id: str, *, may_restore: bool = True) -> HistoryDialog:
        dialog = HistoryDialog(
            reference_to(clerk.editing.opened(record_id)),
            clerk.editing,
            clerk.background,
            clerk.edges.as_edges(),
            clerk.tr,
            clerk.window,
            may_restore=may_restore,
        )
        dialog.said.connect(clerk.said.append)
        dialog.changed.connect(lambda: clerk.asked.append("changed"))
        clerk.opens(dialog)
        return dialog

    return open_dialog


def edit(clerk: Clerk) -> Location:
    """Change name and numbers of a place; the record as it was."""
    before = clerk.editing.opened("bamf-koeln")
    assert isinstance(before, Location)
    clerk.editing.save(before, replace(before, name="BAMF Kalk", phones=(Phone(raw="0221 111"),)))
    return before


def deeds(clerk: Clerk) -> list[str]:
    shown = clerk.finds(QListWidget, "deeds")
    return [shown.item(row).text() for row in range(shown.count())]


def test_a_deed_says_who_when_what_and_the_values_before_and_afterwards(clerk: Clerk, opens: Opens) -> None:
    before = edit(clerk)
    opens("bamf-koeln")
    (deed,) = deeds(clerk)
    assert "A. Yılmaz" in deed
    assert "2026-11-22" in deed
    assert deed.endswith("Edited: Name, Telephone numbers")
    for text in ("Before", "Afterwards", before.name, "BAMF Kalk", "0221 92426-0", "0221 111"):
        assert text in clerk.sees()


def test_one_field_is_had_back_and_the_others_stay(clerk: Clerk, opens: Opens) -> None:
    before = edit(clerk)
    opens("bamf-koeln")
    clerk.presses("W")
    clerk.waits()
    after = clerk.editing.opened("bamf-koeln")
    assert isinstance(after, Location)
    assert after.name == before.name
    assert after.phones[0].display == "0221 111"
    assert clerk.said == ["Name restored. Ctrl+Z takes it back."]
    assert clerk.asked == ["changed"]
    assert [deed.splitlines()[1] for deed in deeds(clerk)] == [
        "Field restored: Name",
        "Edited: Name, Telephone numbers",
    ]


def test_the_card_that_has_the_keyboard_is_restored(clerk: Clerk, opens: Opens) -> None:
    before = edit(clerk)
    opens("bamf-koeln")
    buttons = [one for one in clerk.dialog.findChildren(QPushButton) if one.objectName() == "W" and one.isVisible()]
    buttons[1].setFocus()
    clerk.presses("W")
    clerk.waits()
    after = clerk.editing.opened("bamf-koeln")
    assert isinstance(after, Location)
    assert (after.name, after.phones) == ("BAMF Kalk", before.phones)


def test_a_check_is_taken_back_with_its_day_and_its_person(clerk: Clerk, opens: Opens) -> None:
    clerk.editing.confirm(["moers"])
    opens("moers")
    clerk.presses("W")
    clerk.waits()
    provenance = clerk.editing.opened("moers").provenance
    assert (provenance.checked_on, provenance.checked_by) == (None, None)
    assert clerk.edges.notices.told == []


def test_a_deed_that_was_taken_back_says_so(clerk: Clerk, opens: Opens) -> None:
    edit(clerk)
    clerk.editing.undo()
    opens("bamf-koeln")
    assert "taken back on 2026-11-22" in deeds(clerk)[0]
    assert "by A. Yılmaz" in deeds(clerk)[0]


def test_what_was_shipped_stands_beside_what_holds_today(clerk: Clerk, opens: Opens) -> None:
    before = edit(clerk)
    opens("bamf-koeln")
    clerk.presses("Ctrl+Tab")
    for text in ("As shipped", "Today", before.name, "BAMF Kalk"):
        assert text in clerk.sees()
    clerk.presses("W")
    clerk.waits()
    assert clerk.editing.opened("bamf-koeln").name == before.name
    assert "BAMF Kalk" not in clerk.sees()


def test_what_was_never_changed_says_so(clerk: Clerk, opens: Opens) -> None:
    opens("moers")
    assert "Nothing was changed here so far." in clerk.sees()
    clerk.presses("Ctrl+Tab")
    assert "The record is as it was shipped." in clerk.sees()
    clerk.presses("W")
    assert clerk.editing.undo() is None


def test_a_record_that_was_made_here_has_no_shipped_version(clerk: Clerk, opens: Opens) -> None:
    clerk.editing.save(None, replace(clerk.editing.opened("bamf-koeln"), id="neu", name="Neu"))
    opens("neu")
    clerk.presses("Ctrl+Tab")
    assert "there is no shipped version" in clerk.sees()
    clerk.finds(QTabWidget).setCurrentIndex(0)
    assert deeds(clerk)[0].endswith("Added")
    assert "This deed changed no single fields." in clerk.sees()


def test_a_value_that_fits_no_more_is_told(clerk: Clerk, opens: Opens) -> None:
    before = clerk.editing.opened("bamf-koeln")
    clerk.editing.save(None, replace(before, id="neu", name="Neu"))
    clerk.editing.save(before, replace(before, related_ids=("neu",)))
    clerk.editing.save(clerk.editing.opened("bamf-koeln"), before)
    clerk.editing.delete("neu")
    opens("bamf-koeln")
    clerk.presses("W")
    clerk.waits()
    assert len(clerk.edges.notices.told) == 1
    assert clerk.editing.opened("bamf-koeln") == before


def test_at_the_counter_the_past_is_only_read(clerk: Clerk, opens: Callable[..., HistoryDialog]) -> None:
    edit(clerk)
    opens("bamf-koeln", may_restore=False)
    clerk.presses("W")
    clerk.waits()
    assert clerk.editing.opened("bamf-koeln").name == "BAMF Kalk"
    assert "Restore" not in clerk.sees()


def test_after_a_restore_the_deed_and_the_field_stay_marked(clerk: Clerk, opens: Opens) -> None:
    edit(clerk)
    opens("bamf-koeln")
    clerk.presses("W")
    clerk.waits()
    shown = clerk.finds(QListWidget, "deeds")
    assert shown.currentRow() == 1
    assert shown.currentItem().text().endswith("Edited: Name, Telephone numbers")
    assert "▶ Name" in clerk.sees()


def test_a_second_restore_never_hits_a_field_that_is_not_marked(clerk: Clerk, opens: Opens) -> None:
    edit(clerk)
    opens("bamf-koeln")
    clerk.presses("Ctrl+Tab")
    for _ in range(2):
        clerk.presses("W")
        clerk.waits()
    after = clerk.editing.opened("bamf-koeln")
    assert isinstance(after, Location)
    assert after.phones[0].display == "0221 111"
