"""Changes to records: kept, told, and looked at before they are kept."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.change import Deed
from desktop.domain.contact import Location
from desktop.domain.editing import ConflictError, ReferredError
from desktop.domain.errors import ExpectedError, InvalidRecordError
from desktop.domain.municipality import Municipality
from desktop.domain.vocabulary import Status
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.deeds import Backups, dump, editing_of, found, new_place, with_phone
from tests.support.places import SHIPPED, TRANSLATIONS


def test_a_number_that_was_edited_is_found_and_written_as_din_5008_wants_it(editing: Editing, database: Path) -> None:
    before = editing.opened("bamf-koeln")
    editing.save(before, with_phone(before, "+49 (0)221 / 555 01"))
    after = editing.opened("bamf-koeln")
    assert isinstance(after, Location)
    assert after.phones[0].display == "0221 55501"
    assert found(database, "022155501") == ["bamf-koeln"]


def test_a_new_place_stands_in_the_lists_and_can_be_taken_back(editing: Editing, database: Path) -> None:
    before = dump(database)
    name = "Servicestelle Zuwanderung Musterstadt"
    editing.save(None, new_place(editing.new_id(name), name))
    assert found(database, "musterstadt") == ["servicestelle-zuwanderung-musterstadt"]
    undone = editing.undo()
    assert undone is not None
    assert undone.deed is Deed.ADD
    assert found(database, "musterstadt") == []
    assert dump(database) == before


def test_two_records_of_one_name_get_ids_of_their_own(editing: Editing) -> None:
    assert editing.new_id("BAMF – Köln!") == "bamf-koeln-2"
    assert editing.new_id("***") == "eintrag"


def test_the_later_of_two_writers_is_asked(editing: Editing, database: Path, backups: Backups) -> None:
    other = editing_of(database, backups)
    mine, theirs = editing.opened("bamf-koeln"), other.opened("bamf-koeln")
    other.save(theirs, with_phone(theirs, "0221 111"))
    with pytest.raises(ConflictError) as told:
        editing.save(mine, with_phone(mine, "0221 222"))
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
    assert found(database, "bamf koeln")[0] == "bamf-koeln"
    assert [done.deed for done in editing.history("bamf-koeln")] == [Deed.REACTIVATE, Deed.ARCHIVE]


def test_an_organisation_with_places_is_not_deleted(editing: Editing) -> None:
    with pytest.raises(ReferredError, match="Köln"):
        editing.delete("bamf")


def test_deleting_takes_the_links_to_a_record_along_and_undo_brings_them_back(editing: Editing, database: Path) -> None:
    before = dump(database)
    pointing = [record.id for record in editing.referring("kreis-lippe").pointing]
    editing.delete("kreis-lippe")
    assert all("kreis-lippe" not in editing.opened(record_id).related_ids for record_id in pointing)
    editing.undo()
    assert dump(database) == before
    assert check_up(Store(database), database).is_index_sound


def test_a_merged_record_takes_over_what_named_the_other(editing: Editing, database: Path) -> None:
    before = dump(database)
    kept, gone = editing.opened("bva-bonn"), editing.opened("bva-zentrale")
    follower = replace(new_place("neben", "Nebenstelle"), organization_id="bva", hours_of="bva-zentrale")
    editing.save(None, follower)
    editing.merge(kept, replace(kept, alternate_names=(gone.name,)), gone)
    followed = editing.opened("neben")
    assert isinstance(followed, Location)
    assert followed.hours_of == "bva-bonn"
    assert found(database, gone.name)[0] == "bva-bonn"
    editing.undo()
    editing.undo()
    assert dump(database) == before


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
    before = dump(database)
    with pytest.raises(InvalidRecordError):
        editing.save(None, replace(new_place("neben", "Nebenstelle"), organization_id="gibt-es-nicht"))
    with pytest.raises(InvalidRecordError):
        editing.save(None, replace(new_place("neben", "Nebenstelle"), subject_ids=("gibt-es-nicht",)))
    assert dump(database) == before
    assert editing.undo() is None


def test_a_place_takes_over_hours_of_its_own_organisation_only(editing: Editing) -> None:
    with pytest.raises(InvalidRecordError, match="organisation"):
        editing.save(None, replace(new_place("neben", "Nebenstelle"), hours_of="bva-zentrale"))


def test_a_backup_is_made_before_the_first_deed_of_a_day_only(editing: Editing, backups: Backups) -> None:
    editing.confirm(["moers"])
    editing.confirm(["rheine"])
    assert backups.made == 1


def test_a_doubt_is_settled_once(editing: Editing, database: Path, backups: Backups) -> None:
    flag = editing.opened("moers").flags[0]
    editing.refuse("moers", flag)
    for again in (editing_of(database, backups).refuse, editing_of(database, backups).accept):
        with pytest.raises(ExpectedError):
            again("moers", flag)


def test_hours_are_taken_over_from_a_place_with_hours_of_its_own_and_of_the_same_organisation(editing: Editing) -> None:
    for number in "123":
        editing.save(None, new_place(f"stelle-{number}", f"Stelle {number}"))
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
    editing.save(None, replace(new_place("leitstelle", "Leitstelle"), hours_note="nur vormittags"))
    editing.save(None, replace(new_place("neben", "Nebenstelle"), hours_of="leitstelle"))
    kept = editing.opened("neben")
    editing.merge(kept, kept, editing.opened("leitstelle"))
    found = editing.opened("neben")
    assert isinstance(found, Location)
    assert (found.hours_of, found.hours_note) == (None, "nur vormittags")


def test_no_two_municipalities_have_the_same_official_key(editing: Editing, database: Path) -> None:
    before = dump(database)
    moers, cologne = editing.opened("moers"), editing.opened("koeln")
    assert isinstance(moers, Municipality)
    assert isinstance(cologne, Municipality)
    told, wanted = f"{cologne.ags} is that of “{cologne.name}” already", replace(moers, ags=cologne.ags)
    with pytest.raises(InvalidRecordError, match=told):
        editing.save(moers, wanted)
    with pytest.raises(InvalidRecordError, match=told):
        editing.merge(moers, wanted, cologne)
    assert dump(database) == before


def test_a_record_is_not_merged_with_itself(editing: Editing) -> None:
    kept = editing.opened("moers")
    with pytest.raises(ExpectedError, match="itself"):
        editing.merge(kept, kept, kept)
    assert editing.opened("moers") == kept


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


def test_a_stand_at_the_end_of_time_can_be_read(database: Path, editing: Editing) -> None:
    before = editing.opened("moers")
    editing.save(before, replace(before, provenance=replace(before.provenance, as_of=date.max)))
    assert Catalogue(database, SHIPPED, load(TRANSLATIONS, "de")).dossier("moers").record.name == "Moers"


@pytest.mark.parametrize("year", [1970, 2025, 2099, 9999])
def test_with_a_clock_that_cannot_be_right_nothing_is_confirmed_and_the_clock_is_named(
    database: Path, backups: Backups, year: int
) -> None:
    before = dump(database)
    desk = Desk(lambda: "A", lambda: datetime(year, 3, 1, tzinfo=UTC), lambda: 12)
    wrong = Editing(Catalogue(database, SHIPPED, load(TRANSLATIONS, "de")), desk, backups)
    with pytest.raises(ExpectedError, match=rf"clock.*01\.03\.{year}"):
        wrong.confirm(["moers"])
    assert dump(database) == before
    assert wrong.history("moers") == ()
