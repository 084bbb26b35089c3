"""Others work on between the look at a file and its import: nothing of theirs is overwritten, nothing comes twice."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.editing import ConflictError
from desktop.domain.importing import Decision
from desktop.domain.progress import CancelledError, Progress
from desktop.services.editing import Editing
from desktop.services.importing.beside import count_beside
from tests.support.deeds import Backups, dump, editing_of
from tests.support.entries import body, entry, importing_of, place, rows


def _opened(editing: Editing, record_id: str) -> Location:
    record = editing.opened(record_id)
    assert isinstance(record, Location)
    return record


def test_an_id_that_was_given_away_meanwhile_is_told_with_the_name_of_who_has_it(
    database: Path, editing: Editing
) -> None:
    importing = importing_of(database)
    plan = importing.plan(rows(entry(2, place("Neu", file_id="neu"), has_id=True)))
    editing.save(None, place("Schneller", file_id="neu"))
    with pytest.raises(ConflictError, match=r"“Schneller” was added .* row 2"):
        importing.carry_out(plan)


@pytest.mark.parametrize("count", [2, 700])
def test_of_two_windows_that_import_the_same_list_the_second_is_stopped(database: Path, count: int) -> None:
    told = [place(f"Stelle {at}", phone=f"02841 {40_000 + at}") for at in range(count)]
    first, second = importing_of(database), importing_of(database)
    plan, other = first.plan(rows(*told)), second.plan(rows(*told))
    first.carry_out(plan)
    before = dump(database)
    with pytest.raises(ConflictError, match=r"may be what row 2 tells"):
        second.carry_out(other)
    assert dump(database) == before
    assert second.plan(rows(*told)).changes == 0


def test_what_somebody_added_by_hand_meanwhile_does_not_come_twice(database: Path, editing: Editing) -> None:
    importing = importing_of(database)
    plan = importing.plan(rows(place("Hafenberatung"), place("Elternhaus")))
    editing.save(None, place("Elternhaus", file_id="elternhaus"))
    with pytest.raises(ConflictError, match=r"“Elternhaus” was added or changed .* row 3"):
        importing.carry_out(plan)


def test_what_others_do_elsewhere_meanwhile_stops_no_import(database: Path, editing: Editing) -> None:
    importing = importing_of(database)
    plan = importing.plan(rows(place("Hafenberatung", phone="02841 4711")))
    editing.save(None, place("Elternhaus", file_id="elternhaus"))
    here = _opened(editing, "bamf-dortmund")
    editing.save(here, replace(here, cost="inzwischen"))
    assert importing.carry_out(plan).added == 1


def test_an_organisation_that_came_meanwhile_does_not_come_once_more_beside_a_row(
    database: Path, editing: Editing
) -> None:
    owner = body("Diakonie Neustadt")
    first, second = importing_of(database), importing_of(database)
    plan = first.plan(rows(entry(2, place("Stelle Nord", owner=owner), owner)))
    other = second.plan(rows(entry(2, place("Stelle Süd", owner=owner), owner)))
    first.carry_out(plan)
    before = dump(database)
    with pytest.raises(ConflictError, match=r"“Diakonie Neustadt” was added .* would add it too"):
        second.carry_out(other)
    assert dump(database) == before
    again = second.plan(rows(entry(2, place("Stelle Süd", owner=owner), owner)))
    second.carry_out(again)
    assert _opened(editing, "stelle-sued").organization_id == "diakonie-neustadt"


def test_an_organisation_that_only_a_row_left_out_names_stops_nothing(database: Path, editing: Editing) -> None:
    owner, importing = body("Diakonie Neustadt"), importing_of(database)
    plan = importing.plan(rows(entry(2, place("Stelle Nord", owner=owner), owner), entry(3, place("Stelle Süd"))))
    editing.save(None, replace(owner, id="diakonie-neustadt"))
    plan.decide(0, Decision.SKIP)
    assert importing.carry_out(plan).added == 1


def test_what_an_undo_brought_back_meanwhile_does_not_come_twice(database: Path, editing: Editing) -> None:
    importing, elsewhere = importing_of(database), editing_of(database, Backups())
    elsewhere.save(None, place("Hafenberatung", file_id="hafenberatung"))
    elsewhere.delete("hafenberatung")
    plan = importing.plan(rows(place("Hafenberatung")))
    assert elsewhere.undo() is not None
    with pytest.raises(ConflictError, match=r"“Hafenberatung” was added .* row 2"):
        importing.carry_out(plan)


def test_what_was_done_again_meanwhile_does_not_come_twice(database: Path, editing: Editing) -> None:
    importing, elsewhere = importing_of(database), editing_of(database, Backups())
    elsewhere.save(None, place("Hafenberatung", file_id="hafenberatung"))
    assert elsewhere.undo() is not None
    plan = importing.plan(rows(place("Hafenberatung")))
    assert elsewhere.redo() is not None
    with pytest.raises(ConflictError, match=r"“Hafenberatung” was added .* row 2"):
        importing.carry_out(plan)


def test_what_was_given_the_name_of_a_row_meanwhile_is_told(database: Path, editing: Editing) -> None:
    importing, here = importing_of(database), place("Beratung am Hafen", file_id="hafen")
    editing.save(None, here)
    plan = importing.plan(rows(place("Hafenberatung")))
    editing.save(here, replace(here, name="Hafenberatung"))
    with pytest.raises(ConflictError, match=r"“Hafenberatung” was added or changed .* row 2"):
        importing.carry_out(plan)


def test_what_a_person_was_shown_and_wants_all_the_same_is_added(database: Path, editing: Editing) -> None:
    importing = importing_of(database)
    editing.save(None, place("Hafenberatung", phone="02841 4711", file_id="hafen"))
    plan = importing.plan(rows(place("Hafenberatung", phone="02841 4712")))
    plan.decide(0, Decision.NEW)
    editing.save(None, place("Elternhaus", file_id="elternhaus"))
    assert importing.carry_out(plan).added == 1


def test_whoever_cancels_while_it_is_counted_what_comes_beside_rows_need_not_wait(database: Path) -> None:
    owner, importing, progress = body("Diakonie Neustadt"), importing_of(database), Progress()
    plan = importing.plan(rows(*(entry(at, place(f"Stelle {at}", owner=owner), owner) for at in range(3))))
    assert count_beside(plan, progress) == 1
    progress.cancel()
    with pytest.raises(CancelledError):
        count_beside(plan, progress)


def test_whoever_cancels_while_others_deeds_are_looked_at_has_what_was_there_before(
    database: Path, editing: Editing
) -> None:
    importing, progress = importing_of(database), Progress()
    plan = importing.plan(rows(*(place(f"Stelle {at}") for at in range(700))))
    editing.save(None, place("Stelle 699", file_id="elternhaus"))
    before = dump(database)
    progress.cancel()
    with pytest.raises(CancelledError):
        importing.carry_out(plan, progress)
    assert dump(database) == before
