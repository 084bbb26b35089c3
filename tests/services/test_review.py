"""The work-list, and notes from the counter."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from desktop.domain.errors import ExpectedError, FileWriteError, UnknownRecordError
from desktop.domain.note import CounterNote
from desktop.domain.review import Reason
from desktop.domain.vocabulary import Status
from desktop.i18n import Translate, load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.review import Case, Review
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
DESK = Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12)


@pytest.fixture
def records(database: Path) -> Catalogue:
    return Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))


@pytest.fixture
def review(records: Catalogue) -> Review:
    return Review(records, DESK)


@pytest.fixture
def german() -> Translate:
    return load(TRANSLATIONS, "de")


@pytest.fixture
def editing(records: Catalogue) -> Editing:
    return Editing(records, DESK, lambda: None)


def test_a_note_puts_its_record_on_top_of_the_work_list(review: Review) -> None:
    review.note("jmd-zentrale", "Fax stimmt nicht.")
    first = review.work_list().tasks[0]
    assert (first.reference.id, first.notes) == ("jmd-zentrale", 1)
    assert Reason.NOTE in first.reasons


def test_the_work_list_can_be_limited_to_one_reason_and_counts_them_all(review: Review) -> None:
    review.note("moers", "Neue Straße?")
    whole, noted = review.work_list(), review.work_list([Reason.NOTE])
    assert [task.reference.id for task in noted.tasks] == ["moers"]
    assert (noted.total, whole.counts[Reason.NOTE]) == (1, 1)
    assert whole.total == len(whole.tasks) >= max(whole.counts.values())
    assert noted.counts == whole.counts


def test_of_a_long_list_only_the_beginning_is_read(review: Review) -> None:
    found = review.work_list(limit=3)
    assert len(found.tasks) == 3
    assert found.total > 3
    assert found.tasks == review.work_list().tasks[:3]


def test_the_line_of_one_record_is_the_same_as_in_the_list(review: Review) -> None:
    for task in review.work_list().tasks[:20]:
        assert review.task(task.reference.id) == task


def test_what_is_still_right_leaves_the_list_for_a_year(review: Review, editing: Editing, records: Catalogue) -> None:
    due = next(task for task in review.work_list().tasks if task.reasons == (Reason.PAST,))
    editing.confirm([due.reference.id])
    assert review.task(due.reference.id) is None
    assert due.reference.id not in {task.reference.id for task in review.work_list().tasks}
    next_year = datetime(2027, 11, 22, 9, 0, tzinfo=UTC)
    assert Review(records, DESK._replace(now=lambda: next_year)).task(due.reference.id) is not None


def test_a_settled_note_bothers_nobody_and_can_be_opened_again(review: Review) -> None:
    note = review.note("moers", "Neue Straße?")
    review.settle(note.id)
    (kept,) = review.notes("moers")
    assert (kept.is_open, kept.settled_by) == (False, "A. Yılmaz")
    assert review.work_list([Reason.NOTE]).total == 0
    review.settle(note.id, is_settled=False)
    assert review.work_list([Reason.NOTE]).total == 1


def test_a_note_about_a_record_that_was_deleted_stays_on_the_list_under_its_last_name(
    review: Review, editing: Editing
) -> None:
    note = review.note("bedia-torun", "Ruft zurück.")
    before = editing.opened("bedia-torun")
    editing.save(before, replace(before, name="Bedia Torun-Yıldız"))
    editing.delete("bedia-torun")
    (task,) = review.work_list([Reason.NOTE]).tasks
    assert (task.reference.name, task.status, task.notes) == ("Bedia Torun-Yıldız", None, 1)
    assert task.reasons == (Reason.NOTE,)
    assert review.task("bedia-torun") == task
    assert review.work_list().tasks[0] == task
    assert review.work_list().counts[Reason.NOTE] == 1
    assert review.case("bedia-torun") == Case(None, (note,))
    review.settle(note.id)
    assert review.task("bedia-torun") is None
    assert review.work_list([Reason.NOTE]).total == 0
    with pytest.raises(UnknownRecordError):
        review.case("bedia-torun")


def test_a_note_about_a_record_of_which_the_history_knows_nothing_has_the_name_it_was_written_under(
    review: Review, database: Path
) -> None:
    review.note("bedia-torun", "Ruft zurück.")
    with Store(database).writing() as unit:
        unit.records.put_placed([], ["bedia-torun"])
    assert [task.reference.name for task in review.work_list([Reason.NOTE]).tasks] == ["Bedia Torun"]


def test_a_note_about_an_archived_record_stays_on_the_list_and_nothing_else_of_it(
    review: Review, editing: Editing
) -> None:
    whole = review.work_list().whole
    editing.archive("moers")
    assert review.task("moers") is None
    assert review.work_list().whole == whole - 1
    review.note("moers", "Gibt es das noch?")
    task = review.task("moers")
    assert task is not None
    assert (task.status, task.reasons, task.flags) == (Status.ARCHIVED, (Reason.NOTE,), ())
    counts = review.work_list().counts
    editing.reactivate("moers")
    assert review.work_list().counts[Reason.FLAG] == counts[Reason.FLAG] + 1


def test_who_settled_a_note_first_stays_the_one_who_did(review: Review, records: Catalogue) -> None:
    note = review.note("moers", "Neue Straße?")
    review.settle(note.id)
    Review(records, DESK._replace(who=lambda: "B. Becker")).settle(note.id)
    assert review.notes("moers")[0].settled_by == "A. Yılmaz"


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 2001])
def test_an_unfit_note_is_refused(review: Review, text: str) -> None:
    with pytest.raises(ExpectedError):
        review.note("moers", text)
    assert review.notes() == ()


def _told(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_notes_become_a_table_that_a_spreadsheet_opens(review: Review, tmp_path: Path, german: Translate) -> None:
    review.note("moers", "Fax ist falsch;\nbitte „0203“ prüfen")
    review.settle(review.note("bamf-koeln", "Umzug?").id)
    assert review.export_notes(tmp_path / "notizen.csv", german) == 2
    first, second = sorted(_told(tmp_path / "notizen.csv")[1:], key=lambda row: row[1], reverse=True)
    assert first[:3] == ["Moers", "moers", "Fax ist falsch;\nbitte „0203“ prüfen"]
    assert first[4:] == ["A. Yılmaz", "", ""]
    assert second[6] == "A. Yılmaz"
    assert "2026" in second[5]


@pytest.mark.parametrize("text", ["=1+1", "+49 203", "-5", "@SUM(A1)", "  =cmd|'/c calc'!A0", "\u00a0=1"])
def test_no_cell_is_calculated(review: Review, tmp_path: Path, german: Translate, text: str) -> None:
    review.note("moers", f"{text}")
    review.export_notes(tmp_path / "notizen.csv", german)
    said = _told(tmp_path / "notizen.csv")[1][2]
    assert said == f"'{text.strip()}"


def test_notes_for_programs_lose_nothing(review: Review, tmp_path: Path, german: Translate) -> None:
    note = review.note("moers", "=1+1")
    review.export_notes(tmp_path / "notizen.json", german)
    (told,) = json.loads((tmp_path / "notizen.json").read_text(encoding="utf-8"))
    assert msgspec.convert(told, CounterNote) == note


def test_notes_that_cannot_be_written_leave_the_old_file(review: Review, tmp_path: Path, german: Translate) -> None:
    review.note("moers", "Neue Straße?")
    with pytest.raises(FileWriteError):
        review.export_notes(tmp_path / "fehlt" / "notizen.csv", german)
    assert list(tmp_path.glob("*.part")) == []


def test_a_note_with_half_a_character_is_refused(review: Review) -> None:
    with pytest.raises(ExpectedError):
        review.note("moers", "a\ud800b")
    assert review.note("moers", "a\x00b").text == "ab"
