"""Others' deeds are asked about, what is in the way of one is told, and new data are not lost by going back."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue as Shipped
from desktop.domain.change import Deed, PlacedTerm
from desktop.domain.past import ElsewhereError, GoneError, HinderedError
from desktop.domain.record import Record
from desktop.domain.vocabulary import Status, Taxonomy
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.checkup import check_up
from desktop.store.refill import refill
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


def _window(database: Path, who: str = "A. Yılmaz") -> Editing:
    """A window that has opened the database."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    catalogue.make_ready()
    return Editing(catalogue, Desk(lambda: who, lambda: NOW, lambda: 12), lambda: None)


def _says(editing: Editing, record_id: str, **values: object) -> None:
    before = editing.opened(record_id)
    editing.save(before, replace(before, **values))


@pytest.fixture
def mine(database: Path) -> Editing:
    return _window(database)


@pytest.fixture
def theirs(database: Path) -> Editing:
    return _window(database, "B. Becker")


def test_what_another_window_did_is_taken_back_only_by_who_agrees(mine: Editing, theirs: Editing) -> None:
    _says(mine, "rheine", summary="Von mir.")
    _says(theirs, "moers", summary="Von ihr.")
    with pytest.raises(ElsewhereError, match=r"Edited, B\. Becker, 23\.11\.2026") as told:
        mine.undo()
    assert mine.opened("moers").summary == "Von ihr."
    assert [change.item.name for change in told.value.deed.changes] == ["Moers"]
    mine.allow(told.value.deed)
    assert mine.undo() == told.value.deed
    assert mine.opened("moers").summary != "Von ihr."
    assert mine.undo() is not None
    assert mine.opened("rheine").summary != "Von mir."


def test_who_agreed_to_one_deed_is_asked_about_a_later_one(mine: Editing, theirs: Editing) -> None:
    _says(theirs, "moers", summary="Eins.")
    with pytest.raises(ElsewhereError) as told:
        mine.undo()
    _says(theirs, "moers", summary="Zwei.")
    mine.allow(told.value.deed)
    with pytest.raises(ElsewhereError):
        mine.undo()
    assert mine.opened("moers").summary == "Zwei."


def test_a_topic_renamed_in_another_window_is_asked_about_too(mine: Editing, theirs: Editing) -> None:
    topic = theirs.all_terms()[0]
    theirs.save_term(topic, replace(topic, term=replace(topic.term, name="Anders")))
    with pytest.raises(ElsewhereError):
        mine.undo()
    assert theirs.undo() is not None


def test_what_was_done_before_a_window_opened_is_taken_back_without_a_question(theirs: Editing, database: Path) -> None:
    _says(theirs, "moers", summary="Gestern.")
    assert _window(database).undo() is not None
    assert _window(database).redo() is not None


def test_what_another_window_took_back_is_done_again_only_by_who_agrees(mine: Editing, theirs: Editing) -> None:
    _says(mine, "moers", summary="Von mir.")
    with pytest.raises(ElsewhereError) as asked:
        theirs.undo()
    theirs.allow(asked.value.deed)
    theirs.undo()
    with pytest.raises(ElsewhereError, match=r"“Edited” taken back, B\. Becker") as told:
        mine.redo()
    mine.allow(told.value.deed)
    assert mine.redo() is not None
    assert mine.opened("moers").summary == "Von mir."
    assert mine.undo() is not None


def test_after_a_backup_was_restored_no_deed_is_taken_for_an_own_one_by_its_number(
    database: Path, tmp_path: Path, theirs: Editing
) -> None:
    backup = Path(shutil.copy(database, tmp_path))
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    mine = Editing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), lambda: None)
    _says(mine, "moers", summary="Von mir.")
    with catalogue.apart():
        for note in ("-wal", "-shm"):
            database.with_name(database.name + note).unlink(missing_ok=True)
        shutil.copy(backup, database)
    mine.opened("moers")
    _says(_window(database), "moers", summary="Von ihr.")
    with pytest.raises(ElsewhereError):
        mine.undo()


def test_a_deed_that_something_is_in_the_way_of_can_be_passed_over(mine: Editing, database: Path) -> None:
    _says(mine, "rheine", summary="Eins.")
    _says(mine, "moers", summary="Zwei.")
    with Store(database).writing() as unit:
        unit.records.put([replace(mine.opened("moers"), summary="Auf anderem Weg.")])
    for _ in range(2):
        with pytest.raises(HinderedError, match=r"“Moers” was changed since.*history") as told:
            mine.undo()
    mine.pass_over(told.value.deed)
    done = mine.undo()
    assert done is not None
    assert [change.item.name for change in done.changes] == ["Rheine"]
    assert mine.opened("moers").summary == "Auf anderem Weg."
    assert mine.undo() is None
    again = mine.redo()
    assert again is not None
    assert again.changes == done.changes


def test_a_deed_that_cannot_be_read_says_whose_it_was_and_can_be_passed_over(mine: Editing, database: Path) -> None:
    _says(mine, "rheine", summary="Eins.")
    _says(mine, "moers", summary="Zwei.")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE change SET before = '{}' WHERE item_key = 'moers'")
    with pytest.raises(HinderedError, match="cannot be read") as told:
        mine.undo()
    assert (told.value.deed.deed, told.value.deed.made_by) == (Deed.EDIT, "A. Yılmaz")
    mine.pass_over(told.value.deed)
    assert mine.undo() is not None
    assert mine.opened("rheine").summary != "Eins."


def test_a_record_that_was_deleted_meanwhile_is_saved_once_more_under_its_id(mine: Editing, theirs: Editing) -> None:
    opened = mine.opened("bedia-torun")
    theirs.delete("bedia-torun")
    with pytest.raises(GoneError, match=r"Deleted, B\. Becker, 23\.11\.2026") as told:
        mine.save(opened, replace(opened, summary="Neu."))
    assert (told.value.theirs, told.value.deed.deed) == (None, Deed.DELETE)
    mine.save(None, replace(opened, summary="Neu."))
    assert mine.opened("bedia-torun").summary == "Neu."
    assert [done.deed for done in mine.history("bedia-torun")] == [Deed.ADD, Deed.DELETE]


def test_a_record_whose_adding_was_taken_back_meanwhile_says_so(mine: Editing, theirs: Editing) -> None:
    added = replace(mine.opened("bedia-torun"), name="Neue Person")
    (change,) = theirs.add(added).changes
    opened = mine.opened(change.item.key)
    theirs.undo()
    with pytest.raises(GoneError, match=r"“Added” taken back, B\. Becker"):
        mine.save(opened, replace(opened, summary="Neu."))


def test_two_who_add_a_record_of_one_name_at_once_get_two_records(mine: Editing, theirs: Editing) -> None:
    added = replace(mine.opened("bedia-torun"), name="Neue Person")
    keys = [editing.add(added).changes[0].item.key for editing in (mine, theirs)]
    assert keys == ["neue-person", "neue-person-2"]


def test_of_a_record_changed_in_other_fields_since_only_the_own_ones_go_back(mine: Editing, database: Path) -> None:
    before = mine.opened("moers")
    _says(mine, "moers", summary="Von mir.")
    with Store(database).writing() as unit:
        unit.records.put([replace(mine.opened("moers"), short_name="Aus neuen Daten")])
    mine.undo()
    assert mine.opened("moers") == replace(before, short_name="Aus neuen Daten")
    mine.redo()
    assert mine.opened("moers") == replace(before, short_name="Aus neuen Daten", summary="Von mir.")


def _with(shipped: Shipped, *changed: Record, without: str = "") -> Shipped:
    new = {record.id: record for record in changed}
    records = tuple(new.get(record.id, record) for record in shipped.records if record.id != without)
    return replace(shipped, version=shipped.version + 1, records=records)


def _ship(database: Path, shipped: Shipped) -> None:
    store = Store(database)
    with store.writing() as unit:
        refill(unit, shipped, "digest")
    assert check_up(store, database).is_index_sound
    store.close()


def test_new_data_that_came_meanwhile_are_there_once_the_edit_is_taken_back(
    mine: Editing, database: Path, catalogue: Shipped
) -> None:
    old = mine.opened("moers")
    newer = replace(old, short_name="Grafschaft", summary="Neu gefasst.")
    _says(mine, "moers", internal_note="Von uns.")
    _ship(database, _with(catalogue, newer))
    assert mine.opened("moers") == replace(old, internal_note="Von uns.")
    assert mine.shipped("moers") == newer
    mine.undo()
    assert mine.opened("moers") == newer
    mine.redo()
    assert mine.opened("moers") == replace(newer, internal_note="Von uns.")
    mine.undo()
    assert mine.opened("moers") == newer
    assert check_up(Store(database), database).is_index_sound


def test_only_the_last_of_several_edits_that_is_taken_back_brings_the_new_data(
    mine: Editing, database: Path, catalogue: Shipped
) -> None:
    old = mine.opened("moers")
    _says(mine, "moers", internal_note="Eins.")
    _says(mine, "moers", summary="Zwei.")
    _ship(database, _with(catalogue, replace(old, short_name="Grafschaft")))
    mine.undo()
    assert mine.opened("moers") == replace(old, internal_note="Eins.")
    mine.undo()
    assert mine.opened("moers") == replace(old, short_name="Grafschaft")


def test_new_data_that_were_withdrawn_again_do_not_come_back(mine: Editing, database: Path, catalogue: Shipped) -> None:
    old = mine.opened("moers")
    _says(mine, "moers", internal_note="Von uns.")
    _ship(database, _with(catalogue, replace(old, short_name="Grafschaft")))
    _ship(database, catalogue)
    mine.undo()
    assert mine.opened("moers") == old


def test_a_deleted_record_comes_back_as_it_is_shipped_by_now(mine: Editing, database: Path, catalogue: Shipped) -> None:
    old = mine.opened("bedia-torun")
    newer = replace(old, summary="Neu gefasst.")
    mine.delete("bedia-torun")
    _ship(database, _with(catalogue, newer))
    mine.undo()
    assert mine.opened("bedia-torun") == newer


def test_an_edited_record_that_is_no_longer_shipped_is_archived_once_the_edit_is_taken_back(
    mine: Editing, database: Path, catalogue: Shipped
) -> None:
    old = mine.opened("ihk-nrw")
    _says(mine, "ihk-nrw", summary="Von uns.")
    _ship(database, _with(catalogue, without="ihk-nrw"))
    assert mine.opened("ihk-nrw").status is Status.ACTIVE
    mine.undo()
    assert mine.opened("ihk-nrw") == replace(old, status=Status.ARCHIVED)


def test_new_data_that_name_what_was_deleted_wait(mine: Editing, database: Path, catalogue: Shipped) -> None:
    old = mine.opened("moers")
    assert "kreis-lippe" not in old.related_ids
    _says(mine, "moers", internal_note="Von uns.")
    _ship(database, _with(catalogue, replace(old, related_ids=(*old.related_ids, "kreis-lippe"))))
    with Store(database).writing() as unit:
        pointing = unit.records.pointing_to("kreis-lippe")
        assert all("kreis-lippe" in record.related_ids for record in pointing)
        unit.records.put([replace(record, related_ids=()) for record in pointing])
        unit.records.put_placed([], ["kreis-lippe"])
    mine.undo()
    assert mine.opened("moers") == old


def test_a_renamed_topic_gets_its_new_shipped_name_once_the_edit_is_taken_back(
    mine: Editing, database: Path, catalogue: Shipped
) -> None:
    topic = next(placed for placed in mine.all_terms() if placed.term.id == "sprache")
    mine.save_term(topic, replace(topic, term=replace(topic.term, name="Zungenfertigkeit")))
    newer = replace(topic.term, name="Sprache und Deutschkurse")
    subjects = tuple(newer if term.id == "sprache" else term for term in catalogue.subjects)
    for _ in range(2):
        _ship(database, replace(_with(catalogue), subjects=subjects))
    mine.undo()
    assert PlacedTerm(topic.position, Taxonomy.SUBJECT, newer) in mine.all_terms()
    assert check_up(Store(database), database).is_index_sound
