"""The weekly look at old records: a key a record, every doubt decided on its own, everything taken back."""

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QPushButton, QTextBrowser

from desktop.domain.contact import Location
from desktop.domain.dossier import Reference
from desktop.domain.note import CounterNote
from desktop.domain.review import Reason
from desktop.views.records.list_model import LINE_ROLE
from desktop.views.review.desk import ReviewDialog
from tests.views.review.conftest import NOW, Clerk


@pytest.fixture
def looking(clerk: Clerk) -> Clerk:
    """A person before the work-list."""
    dialog = ReviewDialog(clerk.review, clerk.editing, clerk.background, clerk.edges.as_edges(), clerk.tr, clerk.window)
    dialog.said.connect(clerk.said.append)
    dialog.record_requested.connect(clerk.asked.append)
    dialog.edit_requested.connect(clerk.asked.append)

    def undo() -> None:
        clerk.background.run(clerk.editing.undo, lambda _: dialog.refresh(), lambda _: None)

    dialog.undo_requested.connect(undo)
    clerk.opens(dialog)
    return clerk


def rows(clerk: Clerk) -> list[str]:
    model = clerk.finds(QListView, "tasks").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chosen(clerk: Clerk) -> str:
    return str(clerk.finds(QListView, "tasks").currentIndex().data())


def choose(clerk: Clerk, title: str) -> None:
    view = clerk.finds(QListView, "tasks")
    view.setCurrentIndex(view.model().index(rows(clerk).index(title), 0))
    clerk.waits()


def test_the_list_says_what_it_is_about(looking: Clerk) -> None:
    whole = looking.review.work_list()
    assert rows(looking) == [task.reference.name for task in whole.tasks]
    assert f"{whole.total} of {whole.total} records to check" in looking.sees()
    assert f"Check is due ({whole.counts[Reason.PAST]})" in looking.sees()
    assert f"All ({whole.whole})" in looking.sees()


def test_one_key_says_that_a_record_is_still_right_and_leads_to_the_next(looking: Clerk) -> None:
    looking.clicks(f"Check is due ({looking.review.work_list().counts[Reason.PAST]})")
    first, second, third, *_ = looking.review.work_list([Reason.PAST]).tasks
    looking.finds(QListView, "tasks").setFocus()
    looking.presses("R", "Space")
    looking.waits()
    assert looking.keys == 2
    for task in (first, second):
        assert looking.editing.opened(task.reference.id).provenance.checked_by == "A. Yılmaz"
        assert task.reference.name not in rows(looking)
    assert chosen(looking) == third.reference.name
    assert looking.said[-1] == f"{second.reference.name} is still right, next check 2027-11-22. Ctrl+Z takes it back."
    assert looking.said[-1] in looking.sees()


def test_a_doubt_outlives_the_check_of_a_record(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    looking.presses("R")
    looking.waits()
    assert title_of(looking, "bva-bonn") in rows(looking)
    task = looking.review.task("bva-bonn")
    assert task is not None
    assert task.reasons == (Reason.FLAG,)


def title_of(clerk: Clerk, record_id: str) -> str:
    task = clerk.review.task(record_id)
    assert task is not None
    return task.reference.name


def test_ctrl_z_takes_the_last_check_back(looking: Clerk) -> None:
    first = rows(looking)[0]
    looking.presses("R")
    looking.waits()
    looking.presses("Ctrl+Z")
    looking.waits()
    assert first in rows(looking)
    assert looking.editing.undo() is None


def test_a_proposal_is_shown_beside_what_stands_there_today_and_taken_over(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    seen = looking.sees()
    for text in ("Today in the record", "01888 358-0", "Proposal, not confirmed", "0228 99358-0"):
        assert text in seen
    looking.presses("A", "A")
    looking.waits()
    record = looking.editing.opened("bva-bonn")
    assert isinstance(record, Location)
    assert record.phones[0].text == "0228 99358-0"
    assert chosen(looking) == title_of(looking, "bva-bonn")
    assert looking.sees().count("Proposal, not confirmed") == seen.count("Proposal, not confirmed") - 1
    assert "Ctrl+Z" in looking.said[-1]


def test_a_doubt_is_dismissed_and_the_record_stays(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    before = looking.editing.opened("bva-bonn")
    looking.presses("V")
    looking.waits()
    after = looking.editing.opened("bva-bonn")
    assert after.flags == before.flags[1:]
    assert isinstance(before, Location)
    assert isinstance(after, Location)
    assert after.phones == before.phones


def test_the_card_that_has_the_keyboard_is_the_one_that_is_decided(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    before = looking.editing.opened("bva-bonn")
    buttons = [b for b in looking.dialog.findChildren(type(looking.button("Close"))) if b.objectName() == "V"]
    buttons[1].setFocus()
    looking.presses("V")
    looking.waits()
    assert before.flags[0] in looking.editing.opened("bva-bonn").flags
    assert before.flags[1] not in looking.editing.opened("bva-bonn").flags


def test_a_letter_that_fits_nothing_says_so(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    looking.presses("E")
    assert "nothing of that kind" in looking.sees()


def test_a_note_is_read_and_settled_and_opened_again(looking: Clerk) -> None:
    looking.review.note("moers", "Fax ist falsch.")
    looking.presses("F5")
    looking.waits()
    assert rows(looking)[0] == "Moers"
    choose(looking, "Moers")
    assert "Fax ist falsch." in looking.sees()
    looking.presses("E")
    looking.waits()
    assert not looking.review.notes("moers")[0].is_open
    looking.presses("Ctrl+Z")
    looking.waits()
    assert looking.review.notes("moers")[0].is_open


def test_a_note_about_a_deleted_record_is_read_and_settled(looking: Clerk) -> None:
    looking.review.note("bedia-torun", "Ruft zurück.")
    looking.editing.delete("bedia-torun")
    looking.presses("F5")
    looking.waits()
    choose(looking, "Bedia Torun")
    row = looking.finds(QListView, "tasks").currentIndex().data(LINE_ROLE)
    assert (row.badge, row.subtitle) == ("deleted", "1 note · Contact person")
    assert "Ruft zurück." in looking.sees()
    assert "has been deleted" in looking.finds(QTextBrowser).toPlainText()
    for key in ("R", "Return", "Ctrl+E"):
        looking.presses(key)
        looking.waits()
        assert "This record has been deleted." in looking.sees()
    assert looking.asked == []
    looking.presses("E")
    looking.waits()
    assert "Bedia Torun" not in rows(looking)
    assert not looking.review.notes("bedia-torun")[0].is_open


def test_a_note_about_a_record_that_was_never_here_says_so_and_is_settled(looking: Clerk) -> None:
    note = CounterNote(
        id="b" * 32, record_id="stelle", record_name="Stelle dort", text="Ruft zurück.", made_at=NOW, made_by="A"
    )
    with looking.catalogue.writing() as unit:
        unit.notes.add(note)
    looking.presses("F5")
    looking.waits()
    choose(looking, "Stelle dort")
    row = looking.finds(QListView, "tasks").currentIndex().data(LINE_ROLE)
    assert (row.badge, row.subtitle) == ("not here", "1 note")
    assert "Ruft zurück." in looking.sees()
    assert looking.finds(QTextBrowser).toPlainText().strip() == "There is no such record here."
    looking.presses("Return")
    looking.waits()
    assert "There is no such record here." in looking.sees()
    looking.presses("E")
    looking.waits()
    assert "Stelle dort" not in rows(looking)


def test_enter_shows_the_record_and_coming_back_finds_the_same_place(looking: Clerk) -> None:
    place = rows(looking)[5]
    choose(looking, place)
    looking.presses("Return")
    assert isinstance(looking.asked[0], Reference)
    assert looking.asked[0].name == place
    assert not looking.dialog.isVisible()
    looking.editing.confirm([looking.review.work_list().tasks[0].reference.id])
    looking.opens(looking.dialog)
    assert chosen(looking) == place


def test_the_list_keeps_its_place_when_others_change_records(looking: Clerk) -> None:
    choose(looking, rows(looking)[7])
    before, seen = chosen(looking), looking.finds(QListView, "tasks").verticalScrollBar().value()
    looking.review.note("moers", "Neu.")
    looking.presses("F5")
    looking.waits()
    assert chosen(looking) == before
    assert looking.finds(QListView, "tasks").verticalScrollBar().value() == seen


def test_when_all_is_done_the_list_says_so(looking: Clerk) -> None:
    looking.review.note("moers", "Neu.")
    looking.presses("F5")
    looking.waits()
    looking.clicks("Note from the counter (1)")
    looking.presses("E")
    looking.waits()
    assert rows(looking) == []
    assert "0 of 0 records to check" in looking.sees()
    assert "Nothing to check" in looking.finds(QTextBrowser, "reading").toPlainText()
    looking.presses("R", "A")


def test_letters_work_wherever_the_keyboard_is(looking: Clerk) -> None:
    first = rows(looking)[0]
    looking.finds(QTextBrowser, "reading").setFocus()
    looking.presses("R")
    looking.waits()
    assert f"{first} is still right" in looking.said[-1]


def test_a_record_that_is_gone_meanwhile_is_told_and_leaves(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bedia-torun"))
    looking.editing.delete("bedia-torun")
    looking.presses("R")
    looking.waits()
    assert len(looking.edges.notices.told) == 1
    assert "Bedia Torun" not in rows(looking)


def test_the_rows_obey_qt_and_speak(looking: Clerk) -> None:
    model: QAbstractItemModel = looking.finds(QListView, "tasks").model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    looking.presses("R", "R")
    looking.waits()
    spoken = QAccessible.queryAccessibleInterface(looking.finds(QListView, "tasks")).child(0)
    assert "2 doubts" in spoken.text(QAccessible.Text.Name)


def test_a_letter_that_fits_another_point_marks_it_and_decides_nothing(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    before = looking.editing.opened("bva-bonn").flags
    assert looking.sees().count("▶") == 1
    looking.presses("A")
    looking.waits()
    assert looking.editing.opened("bva-bonn").flags == before
    assert "is marked now" in looking.sees()
    looking.presses("A")
    looking.waits()
    assert len(looking.editing.opened("bva-bonn").flags) == len(before) - 1
    assert "0228 99358-0" in looking.said[-1]


def test_the_keyboard_marks_the_point_that_letters_are_meant_for(looking: Clerk) -> None:
    choose(looking, title_of(looking, "bva-bonn"))
    before = looking.editing.opened("bva-bonn").flags
    buttons = [one for one in looking.dialog.findChildren(QPushButton) if one.objectName() == "V" and one.isVisible()]
    buttons[1].setFocus()
    looking.presses("V")
    looking.waits()
    assert looking.editing.opened("bva-bonn").flags == (before[0], *before[2:])
