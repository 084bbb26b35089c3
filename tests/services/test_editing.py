"""Changes to records: kept, told, and taken back."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.change import Deed, PlacedTerm
from desktop.domain.contact import Location
from desktop.domain.editing import OWN_SOURCE, ConflictError, ReferredError
from desktop.domain.errors import ExpectedError, InvalidRecordError
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone
from desktop.domain.provenance import Provenance
from desktop.domain.record import Record, Term
from desktop.domain.search import Question
from desktop.domain.vocabulary import LocationRole, Status, Taxonomy
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.checkup import check_up
from desktop.store.search.engine import SearchEngine
from desktop.store.unit_of_work import Store
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
HISTORY = ("change_set", "change", "counter_note", "sqlite_sequence", "search_")


class Backups:
    """Counts how often a backup was asked for."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> None:
        self.made += 1


@pytest.fixture
def backups() -> Backups:
    return Backups()


@pytest.fixture
def editing(database: Path, backups: Backups) -> Editing:
    return _editing(database, backups)


def _editing(database: Path, backups: Backups) -> Editing:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    return Editing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), backups)


def _dump(database: Path) -> list[str]:
    """Everything that the records are made of, line by line."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [
            f"{table} {row}"
            for table in sorted(tables)
            if not table.startswith(HISTORY)
            for row in sorted(map(repr, connection.execute(f"SELECT * FROM {table}")))
        ]


def _with_phone(record: Record, raw: str) -> Record:
    assert isinstance(record, Location)
    return replace(record, phones=(Phone(raw=raw), *record.phones))


def _found(database: Path, text: str) -> list[str]:
    engine = SearchEngine(database)
    hits = [hit.id for hit in engine.ask(Question(text=text), 50).hits]
    engine.close()
    return hits


def _new_place(record_id: str, name: str) -> Location:
    return Location(
        id=record_id,
        name=name,
        organization_id="bamf",
        role=LocationRole.OFFICE,
        provenance=Provenance(source=OWN_SOURCE.id),
    )


def test_a_number_that_was_edited_is_found_and_written_as_din_5008_wants_it(editing: Editing, database: Path) -> None:
    before = editing.opened("bamf-koeln")
    editing.save(before, _with_phone(before, "+49 (0)221 / 555 01"))
    after = editing.opened("bamf-koeln")
    assert isinstance(after, Location)
    assert after.phones[0].display == "0221 55501"
    assert _found(database, "022155501") == ["bamf-koeln"]


def test_a_new_place_stands_in_the_lists_and_can_be_taken_back(editing: Editing, database: Path) -> None:
    before = _dump(database)
    name = "Servicestelle Zuwanderung Musterstadt"
    editing.save(None, _new_place(editing.new_id(name), name))
    assert _found(database, "musterstadt") == ["servicestelle-zuwanderung-musterstadt"]
    undone = editing.undo()
    assert undone is not None
    assert undone.deed is Deed.ADD
    assert _found(database, "musterstadt") == []
    assert _dump(database) == before


def test_two_records_of_one_name_get_ids_of_their_own(editing: Editing) -> None:
    assert editing.new_id("BAMF – Köln!") == "bamf-koeln-2"
    assert editing.new_id("***") == "eintrag"


def test_the_later_of_two_writers_is_asked(editing: Editing, database: Path, backups: Backups) -> None:
    other = _editing(database, backups)
    mine, theirs = editing.opened("bamf-koeln"), other.opened("bamf-koeln")
    other.save(theirs, _with_phone(theirs, "0221 111"))
    with pytest.raises(ConflictError) as told:
        editing.save(mine, _with_phone(mine, "0221 222"))
    assert told.value.theirs == editing.opened("bamf-koeln")
    assert "0221 111" in str(editing.opened("bamf-koeln"))


def test_what_was_deleted_meanwhile_is_not_brought_back_by_accident(editing: Editing) -> None:
    mine = editing.opened("bedia-torun")
    editing.delete("bedia-torun")
    with pytest.raises(ConflictError) as told:
        editing.save(mine, replace(mine, name="Neu"))
    assert told.value.theirs is None


def test_an_archived_record_leaves_the_lists_and_comes_back(editing: Editing, database: Path) -> None:
    editing.archive("bamf-koeln")
    assert editing.opened("bamf-koeln").status is Status.ARCHIVED
    editing.reactivate("bamf-koeln")
    assert _found(database, "bamf koeln")[0] == "bamf-koeln"
    assert [done.deed for done in editing.history("bamf-koeln")] == [Deed.REACTIVATE, Deed.ARCHIVE]


def test_an_organisation_with_places_is_not_deleted(editing: Editing) -> None:
    with pytest.raises(ReferredError, match="Köln"):
        editing.delete("bamf")


def test_deleting_takes_the_links_to_a_record_along_and_undo_brings_them_back(editing: Editing, database: Path) -> None:
    before = _dump(database)
    pointing = [record.id for record in editing.referring("kreis-lippe").pointing]
    editing.delete("kreis-lippe")
    assert all("kreis-lippe" not in editing.opened(record_id).related_ids for record_id in pointing)
    editing.undo()
    assert _dump(database) == before
    assert check_up(Store(database), database).is_index_sound


def test_a_merged_record_takes_over_what_named_the_other(editing: Editing, database: Path) -> None:
    before = _dump(database)
    kept, gone = editing.opened("bva-bonn"), editing.opened("bva-zentrale")
    follower = replace(_new_place("neben", "Nebenstelle"), organization_id="bva", hours_of="bva-zentrale")
    editing.save(None, follower)
    editing.merge(kept, replace(kept, alternate_names=(gone.name,)), gone)
    followed = editing.opened("neben")
    assert isinstance(followed, Location)
    assert followed.hours_of == "bva-bonn"
    assert _found(database, gone.name)[0] == "bva-bonn"
    editing.undo()
    editing.undo()
    assert _dump(database) == before


def test_still_right_says_who_and_when_and_when_next(editing: Editing) -> None:
    editing.confirm(["bamf-koeln", "moers"])
    found = editing.opened("moers").provenance
    assert (found.checked_by, str(found.checked_on), str(found.next_check)) == ("A. Yılmaz", "2026-11-23", "2027-11-23")
    editing.undo()
    assert editing.opened("moers").provenance.checked_on is None
    assert editing.opened("bamf-koeln").provenance.checked_on is None


def test_an_accepted_proposal_makes_a_dead_number_one_to_call(editing: Editing) -> None:
    before = editing.opened("bva-bonn")
    flag = next(flag for flag in before.flags if flag.proposal == "0228 99358-0")
    editing.accept("bva-bonn", flag)
    after = editing.opened("bva-bonn")
    assert isinstance(after, Location)
    assert (after.phones[0].display, after.phones[0].is_callable) == ("0228 99358-0", True)
    assert flag not in after.flags
    assert len(after.flags) == len(before.flags) - 1


def test_every_proposal_in_the_shipped_data_can_be_accepted(editing: Editing, database: Path) -> None:
    with Store(database).reading() as unit:
        proposals = [(record.id, flag) for record in unit.records.all() for flag in record.flags if flag.proposal]
    assert len(proposals) > 4
    for record_id, flag in proposals:
        editing.accept(record_id, flag)
        assert str(flag.proposal) in str(editing.opened(record_id))


def test_a_refused_doubt_goes_and_the_record_stays(editing: Editing) -> None:
    before = editing.opened("moers")
    editing.refuse("moers", before.flags[0])
    assert editing.opened("moers") == replace(before, flags=before.flags[1:])


def test_one_field_gets_its_old_value_back(editing: Editing) -> None:
    before = editing.opened("bamf-koeln")
    editing.save(before, replace(before, name="Falsch", short_name="Auch"))
    editing.restore_fields("bamf-koeln", {"name": before.name})
    after = editing.opened("bamf-koeln")
    assert (after.name, after.short_name) == (before.name, "Auch")


def test_a_record_that_names_nothing_there_is_refused_and_nothing_is_kept(editing: Editing, database: Path) -> None:
    before = _dump(database)
    with pytest.raises(InvalidRecordError):
        editing.save(None, replace(_new_place("neben", "Nebenstelle"), organization_id="gibt-es-nicht"))
    with pytest.raises(InvalidRecordError):
        editing.save(None, replace(_new_place("neben", "Nebenstelle"), subject_ids=("gibt-es-nicht",)))
    assert _dump(database) == before
    assert editing.undo() is None


def test_a_place_takes_over_hours_of_its_own_organisation_only(editing: Editing) -> None:
    with pytest.raises(InvalidRecordError, match="organisation"):
        editing.save(None, replace(_new_place("neben", "Nebenstelle"), hours_of="bva-zentrale"))


def test_a_renamed_topic_is_searched_by_its_new_name_and_undone(editing: Editing, database: Path) -> None:
    before = _dump(database)
    with Store(database).reading() as unit:
        topic = unit.terms.find(Taxonomy.SUBJECT, "sprache")
    assert topic is not None
    renamed = PlacedTerm(topic.position, topic.taxonomy, replace(topic.term, name="Zungenfertigkeit"))
    editing.save_term(topic, renamed)
    assert _found(database, "zungenfertigkeit")
    with pytest.raises(ExpectedError, match="filed under"):
        editing.save_term(renamed, None)
    editing.undo()
    assert _dump(database) == before


def test_a_new_target_group_can_be_removed_while_nothing_is_filed_under_it(editing: Editing, database: Path) -> None:
    new = PlacedTerm(99, Taxonomy.TARGET_GROUP, Term(id="seeleute", name="Seeleute"))
    editing.save_term(None, new)
    editing.save_term(new, None)
    with Store(database).reading() as unit:
        assert unit.terms.find(Taxonomy.TARGET_GROUP, "seeleute") is None
    assert [done.deed for done in editing.history("target_group:seeleute")] == [Deed.DELETE, Deed.ADD]


def test_undo_and_redo_work_after_a_restart_until_something_new_is_done(
    editing: Editing, database: Path, backups: Backups
) -> None:
    moers = editing.opened("moers")
    editing.save(moers, replace(moers, summary="Eins."))
    again = _editing(database, backups)
    assert again.undo() is not None
    assert _editing(database, backups).redo() is not None
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


def test_a_backup_is_made_before_the_first_deed_of_a_day_only(editing: Editing, backups: Backups) -> None:
    editing.confirm(["moers"])
    editing.confirm(["rheine"])
    assert backups.made == 1


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
    editing, first = _editing(database, Backups()), _dump(database)
    done = 0
    for number, (deed, record_id) in enumerate(deeds):
        try:
            _carry_out(editing, deed, record_id, number)
        except ExpectedError:
            continue
        done += 1
    last = _dump(database)
    for _ in range(done):
        assert editing.undo() is not None
    assert _dump(database) == first
    assert editing.undo() is None
    for _ in range(done):
        assert editing.redo() is not None
    assert _dump(database) == last
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
            editing.save(None, _new_place(editing.new_id("Nebenstelle"), "Nebenstelle"))
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


def test_renaming_a_topic_leaves_the_search_right(editing: Editing, database: Path) -> None:
    for placed in editing.all_terms():
        if placed.taxonomy is Taxonomy.SUBJECT:
            editing.save_term(placed, replace(placed, term=replace(placed.term, name=f"Neu{placed.term.name}")))
    assert check_up(Store(database), database).is_index_sound


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
    editing = _editing(database, Backups())
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


def test_a_doubt_is_settled_once(editing: Editing, database: Path, backups: Backups) -> None:
    flag = editing.opened("moers").flags[0]
    editing.refuse("moers", flag)
    for again in (_editing(database, backups).refuse, _editing(database, backups).accept):
        with pytest.raises(ExpectedError):
            again("moers", flag)


def test_a_topic_that_new_data_moved_is_still_undone_at_its_new_place(editing: Editing, database: Path) -> None:
    topic = next(placed for placed in editing.all_terms() if placed.term.id == "sprache")
    editing.save_term(topic, replace(topic, term=replace(topic.term, name="Zungenfertigkeit")))
    with Store(database).writing() as unit:
        here = unit.terms.find(Taxonomy.SUBJECT, "sprache")
        assert here is not None
        unit.terms.put_shipped(Taxonomy.SUBJECT, [replace(here, position=40)])
    editing.undo()
    found = next(placed for placed in editing.all_terms() if placed.term.id == "sprache")
    assert found == replace(topic, position=40)


def test_hours_are_taken_over_from_a_place_with_hours_of_its_own_and_of_the_same_organisation(editing: Editing) -> None:
    for number in "123":
        editing.save(None, _new_place(f"stelle-{number}", f"Stelle {number}"))
    first, second, third = map(editing.opened, ("stelle-1", "stelle-2", "stelle-3"))
    editing.save(first, replace(first, hours_of="stelle-2"))
    for before, wrong in (
        (second, replace(second, hours_of="stelle-1")),
        (second, replace(second, hours_of="stelle-3")),
        (third, replace(third, hours_of="stelle-1")),
        (second, replace(second, organization_id="bva")),
    ):
        with pytest.raises(InvalidRecordError):
            editing.save(before, wrong)


def test_a_place_merged_with_the_one_whose_hours_it_took_over_has_them_itself(editing: Editing) -> None:
    editing.save(None, replace(_new_place("leitstelle", "Leitstelle"), hours_note="nur vormittags"))
    editing.save(None, replace(_new_place("neben", "Nebenstelle"), hours_of="leitstelle"))
    kept = editing.opened("neben")
    editing.merge(kept, kept, editing.opened("leitstelle"))
    found = editing.opened("neben")
    assert isinstance(found, Location)
    assert (found.hours_of, found.hours_note) == (None, "nur vormittags")


def test_a_record_is_not_merged_with_itself(editing: Editing) -> None:
    kept = editing.opened("moers")
    with pytest.raises(ExpectedError, match="itself"):
        editing.merge(kept, kept, kept)
    assert editing.opened("moers") == kept


def test_what_was_named_meanwhile_is_not_deleted_again(editing: Editing, database: Path) -> None:
    editing.save(None, replace(editing.opened("bamf"), id="neues-amt", name="Neues Amt"))
    editing.undo()
    editing.redo()
    with Store(database).writing() as unit:
        unit.records.put([replace(_new_place("neben", "Nebenstelle"), organization_id="neues-amt")])
    with pytest.raises(ExpectedError, match="Nebenstelle"):
        editing.undo()
    assert editing.opened("neues-amt").name == "Neues Amt"


def test_signs_that_steer_machines_are_not_kept(editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, name="Mo\x00ers\x07", internal_note="Eins\n\tZwei\x1b[31m"))
    after = editing.opened("moers")
    assert (after.name, after.internal_note) == ("Moers", "Eins\n\tZwei[31m")


@pytest.mark.parametrize("name", [" ", "\x00", "\u200b\u2800", "a\ud800b"])
def test_a_name_that_nobody_can_read_is_refused(editing: Editing, name: str) -> None:
    before = editing.opened("moers")
    with pytest.raises(InvalidRecordError):
        editing.save(before, replace(before, name=name))
    topic = editing.all_terms()[0]
    with pytest.raises(InvalidRecordError):
        editing.save_term(topic, replace(topic, term=replace(topic.term, name=name)))


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


def test_a_stand_at_the_end_of_time_can_be_read(database: Path, editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, provenance=replace(before.provenance, as_of=date.max)))
    assert Catalogue(database, SHIPPED, load(TRANSLATIONS, "de")).dossier("moers").record.name == "Moers"


@pytest.mark.parametrize("year", [1970, 2025, 2099, 9999])
def test_with_a_clock_that_cannot_be_right_nothing_is_confirmed_and_the_clock_is_named(
    database: Path, backups: Backups, year: int
) -> None:
    before = _dump(database)
    desk = Desk(lambda: "A", lambda: datetime(year, 3, 1, tzinfo=UTC), lambda: 12)
    wrong = Editing(Catalogue(database, SHIPPED, load(TRANSLATIONS, "de")), desk, backups)
    with pytest.raises(ExpectedError, match=rf"clock.*01\.03\.{year}"):
        wrong.confirm(["moers"])
    assert _dump(database) == before
    assert wrong.history("moers") == ()
