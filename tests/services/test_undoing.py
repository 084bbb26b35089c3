"""Deeds taken back and done again: nothing is left of them, and nothing else goes with them."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.change import Change, Deed, Item, PlacedNote, PlacedRecord, PlacedTerm
from desktop.domain.contact import Location
from desktop.domain.errors import ExpectedError
from desktop.domain.municipality import Municipality
from desktop.domain.note import CounterNote
from desktop.domain.record import Term
from desktop.domain.vocabulary import Taxonomy
from desktop.services.carrying_out import apply
from desktop.services.editing import Editing
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.deeds import NOW, Backups, dump, editing_of, new_place


def test_undo_and_redo_work_after_a_restart_until_something_new_is_done(
    editing: Editing, database: Path, backups: Backups
) -> None:
    moers = editing.opened("moers")
    editing.save(moers, replace(moers, summary="Eins."))
    again = editing_of(database, backups)
    assert again.undo() is not None
    assert editing_of(database, backups).redo() is not None
    assert again.opened("moers").summary == "Eins."
    again.undo()
    again.save(moers, replace(moers, summary="Zwei."))
    assert again.redo() is None
    (new, old) = again.history("moers")
    assert (new.is_undone, old.is_undone, old.undone_by) == (False, True, "A. Yılmaz")


def test_undo_does_not_overwrite_what_came_by_another_way(editing: Editing, database: Path) -> None:
    moers = editing.opened("moers")
    editing.save(moers, replace(moers, summary="Eins."))
    with Store(database).writing() as unit:
        unit.records.put([replace(moers, summary="Aus neuen Daten.")])
    with pytest.raises(ExpectedError, match="history"):
        editing.undo()
    assert editing.opened("moers").summary == "Aus neuen Daten."


_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["name", "archive", "reactivate", "delete", "confirm", "hours", "desk", "merge", "add"]),
        st.sampled_from(["bamf-koeln", "bva-bonn", "moers", "kreis-lippe", "bedia-torun", "jmd-zentrale"]),
    ),
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DEEDS)
def test_as_many_undos_as_deeds_give_the_first_state_back(
    filled: Path, tmp_path: Path, deeds: list[tuple[str, str]]
) -> None:
    database = tmp_path / "wegweiser.sqlite"
    for old in tmp_path.glob("wegweiser.sqlite*"):
        old.unlink()
    database.write_bytes(filled.read_bytes())
    editing, first = editing_of(database, Backups()), dump(database)
    done = 0
    for number, (deed, record_id) in enumerate(deeds):
        try:
            _carry_out(editing, deed, record_id, number)
        except ExpectedError:
            continue
        done += 1
    last = dump(database)
    for _ in range(done):
        assert editing.undo() is not None
    assert dump(database) == first
    assert editing.undo() is None
    for _ in range(done):
        assert editing.redo() is not None
    assert dump(database) == last
    assert check_up(Store(database), database).is_index_sound


def _carry_out(editing: Editing, deed: str, record_id: str, number: int) -> None:
    match deed:
        case "name":
            record = editing.opened(record_id)
            editing.save(record, replace(record, name=f"Name {number}"))
        case "hours":
            record = editing.opened(record_id)
            if isinstance(record, Location):
                editing.save(record, replace(record, hours_note=f"nur vormittags {number}"))
            else:
                editing.confirm([record_id])
        case "desk":
            record = editing.opened("moers")
            assert isinstance(record, Municipality)
            editing.save(record, replace(record, desk_name=f"Servicestelle {number}"))
        case "add":
            editing.save(None, new_place(editing.new_id("Nebenstelle"), "Nebenstelle"))
        case "merge":
            kept, gone = editing.opened(record_id), editing.opened("bva-zentrale")
            editing.merge(kept, replace(kept, alternate_names=(gone.name,)), gone)
        case "confirm":
            editing.confirm([record_id])
        case other:
            {"archive": editing.archive, "reactivate": editing.reactivate, "delete": editing.delete}[other](record_id)


def test_what_was_undone_before_something_else_was_done_never_comes_back(editing: Editing) -> None:
    before = editing.opened("bamf")
    editing.save(before, replace(before, name="Eins"))
    editing.undo()
    editing.save(before, replace(before, name="Zwei"))
    editing.undo()
    editing.redo()
    assert editing.opened("bamf").name == "Zwei"
    assert editing.redo() is None


_MERGED = ["bamf", "bva", "kreis-lippe", "moers", "rheine", "bamf-koeln", "bva-bonn", "bva-zentrale", "jmd-zentrale"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["merge", "delete", "undo", "redo"]), *[st.sampled_from(_MERGED)] * 2)))
def test_the_search_is_right_whatever_is_merged_deleted_and_undone(
    filled: Path, tmp_path: Path, deeds: list[tuple[str, str, str]]
) -> None:
    database = tmp_path / "wegweiser.sqlite"
    for old in tmp_path.glob("wegweiser.sqlite*"):
        old.unlink()
    database.write_bytes(filled.read_bytes())
    editing = editing_of(database, Backups())
    for deed, one, other in deeds:
        with suppress(ExpectedError):
            match deed:
                case "merge":
                    kept = editing.opened(one)
                    editing.merge(kept, kept, editing.opened(other))
                case "delete":
                    editing.delete(one)
                case "undo":
                    editing.undo()
                case _:
                    editing.redo()
    assert check_up(Store(database), database).is_index_sound


def test_what_was_named_meanwhile_is_not_deleted_again(editing: Editing, database: Path) -> None:
    editing.save(None, replace(editing.opened("bamf"), id="neues-amt", name="Neues Amt"))
    editing.undo()
    editing.redo()
    with Store(database).writing() as unit:
        unit.records.put([replace(new_place("neben", "Nebenstelle"), organization_id="neues-amt")])
    with pytest.raises(ExpectedError, match="Nebenstelle"):
        editing.undo()
    assert editing.opened("neues-amt").name == "Neues Amt"


def _rewrite(database: Path, change: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(f"UPDATE change SET before = {change}")


def test_a_history_with_fields_that_are_not_known_is_read_and_undone(editing: Editing, database: Path) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, name="Neu"))
    _rewrite(database, "json_set(before, '$.record.old', 'x', '$.record.provenance.old', 'x')")
    assert len(editing.history("moers")) == 1
    assert editing.undo() is not None
    assert editing.opened("moers") == before


def test_a_deed_that_cannot_be_read_is_told_and_hides_no_other(editing: Editing, database: Path) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, name="Neu"))
    _rewrite(database, "'{}'")
    editing.archive("moers")
    assert [done.deed for done in editing.history("moers")] == [Deed.ARCHIVE]
    editing.undo()
    with pytest.raises(ExpectedError, match="cannot be read"):
        editing.undo()


def test_a_long_deed_that_also_changed_terms_and_notes_is_led_back_and_on(database: Path) -> None:
    first, editing = dump(database), editing_of(database, Backups())
    term = PlacedTerm(99, Taxonomy.SUBJECT, Term(id="hafen", name="Hafen"))
    note = PlacedNote(
        CounterNote(id="a" * 32, record_id="moers", record_name="Moers", text="Neu.", made_at=NOW, made_by="B. Becker")
    )
    places = [replace(new_place(f"stelle-{at}", f"Stelle {at}"), subject_ids=("hafen",)) for at in range(1_100)]
    store = Store(database)
    with store.writing() as unit:
        at = unit.records.next_position()
        placed = [PlacedRecord(at + step, place) for step, place in enumerate(places)]
        coming: list[Item] = [term, *placed, note]
        changes = [Change(before=None, after=item) for item in coming]
        apply(unit, changes)
        deed = unit.long_deeds.begin(Deed.PACKAGE, "A. Yılmaz", NOW)
        unit.long_deeds.go_on(deed, 0, changes)
    after = dump(database)
    editing.allow(deed)
    assert editing.undo() is not None
    assert dump(database) == first
    assert check_up(store, database).is_index_sound
    assert editing.redo() is not None
    assert dump(database) == after
    assert check_up(store, database).is_index_sound
    store.close()
