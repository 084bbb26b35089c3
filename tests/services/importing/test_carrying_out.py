"""An import is one deed: all of it or nothing, and one step back takes everything away again."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.contact import Location, Person
from desktop.domain.editing import ConflictError
from desktop.domain.errors import ExpectedError
from desktop.domain.importing import Decision
from desktop.domain.incoming import Entry
from desktop.domain.progress import CancelledError, Progress
from desktop.services.editing import Editing
from desktop.services.importing.plan import Plan
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.deeds import Backups, dump, editing_of, found
from tests.support.entries import GIVEN, ORIGIN, body, entry, importing_of, place, rows


def _is_sound(database: Path) -> bool:
    store = Store(database)
    seen = check_up(store, database)
    store.close()
    return not seen.faults and seen.is_index_sound


def _opened(editing: Editing, record_id: str) -> Location:
    record = editing.opened(record_id)
    assert isinstance(record, Location)
    return record


def test_everything_is_one_deed_and_one_undo(database: Path, editing: Editing) -> None:
    before, importing = dump(database), importing_of(database)
    here = _opened(editing, "bamf-dortmund")
    plan = importing.plan(
        rows(place("Beratung am Hafen", town="Moers"), entry(3, replace(here, name="BAMF Nord"), has_id=True))
    )
    plan.decide(1, Decision.UPDATE)
    outcome = importing.carry_out(plan)
    assert (outcome.added, outcome.updated) == (1, 1)
    assert editing.opened("bamf-dortmund").name == "BAMF Nord"
    assert editing.opened("beratung-am-hafen").name == "Beratung am Hafen"
    assert found(database, "beratung hafen") == ["beratung-am-hafen"]
    assert _is_sound(database)
    done = editing_of(database, Backups())
    assert done.undo() is not None
    assert dump(database) == before
    assert _is_sound(database)


def test_what_nobody_decided_is_left_out(database: Path, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    importing = importing_of(database)
    plan = importing.plan(rows(place("Neu"), entry(3, replace(here, name="BAMF Nord"), has_id=True)))
    outcome = importing.carry_out(plan)
    assert (outcome.added, outcome.updated, outcome.is_open) == (1, 0, 1)
    assert editing.opened("bamf-dortmund") == here


def test_only_what_is_empty_is_filled_where_that_was_decided(database: Path, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    told = replace(here, name="Anders", cost="kostenfrei", summary="Steht nicht in der Datei.")
    importing = importing_of(database)
    plan = importing.plan(rows(entry(2, told, has_id=True, given={"name", "cost"})))
    plan.decide(0, Decision.FILL)
    importing.carry_out(plan)
    assert editing.opened("bamf-dortmund") == replace(here, cost="kostenfrei")


def test_values_that_were_chosen_field_by_field_are_taken(database: Path, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    importing = importing_of(database)
    plan = importing.plan(rows(entry(2, replace(here, name="Anders", cost="5 €"), has_id=True, given={"name", "cost"})))
    plan.decide(0, Decision.UPDATE, replace(here, cost="5 €"))
    importing.carry_out(plan)
    assert editing.opened("bamf-dortmund") == replace(here, cost="5 €")


def test_an_organisation_that_many_rows_name_is_added_once_or_found_by_its_name(
    database: Path, editing: Editing
) -> None:
    new, known = body("Diakonie Neustadt", "org-1"), body("BUNDESAMT für Migration und Flüchtlinge", "org-2")
    some = [entry(at, place(f"Stelle {at}", owner=new), new) for at in range(2, 5)]
    importing = importing_of(database)
    plan = importing.plan(iter([*some, entry(9, place("Außenstelle Kleve", owner=known), known)]))
    assert importing.carry_out(plan).added == 4
    owners = {_opened(editing, f"stelle-{at}").organization_id for at in range(2, 5)}
    assert owners == {"diakonie-neustadt"}
    assert _opened(editing, "aussenstelle-kleve").organization_id == "bamf"


def test_an_organisation_that_many_rows_name_comes_without_signs_that_steer_machines(
    database: Path, editing: Editing
) -> None:
    owner = body("Diakonie\x1b Neustadt", "org-1")
    importing = importing_of(database)
    importing.carry_out(importing.plan(rows(*(entry(at, place(f"Stelle {at}", owner=owner), owner) for at in (2, 3)))))
    assert editing.opened("diakonie-neustadt").name == "Diakonie Neustadt"


@pytest.mark.parametrize("knows_our_ids", [(True, False), (False, True), (True, True)])
def test_an_organisation_comes_clean_whether_or_not_a_row_that_names_it_brings_an_id(
    database: Path, editing: Editing, knows_our_ids: tuple[bool, bool]
) -> None:
    owner = replace(body("Diakonie\x1b Neustadt", "org-1"), provenance=replace(ORIGIN, source="fremd"))
    told = [
        entry(at, place(f"Stelle {at}", owner=owner, file_id=f"stelle-{at}"), owner, has_id=has_id)
        for at, has_id in enumerate(knows_our_ids, 2)
    ]
    importing = importing_of(database)
    importing.carry_out(importing.plan(rows(*told)))
    here = editing.opened("diakonie-neustadt")
    assert (here.name, here.provenance.source) == ("Diakonie Neustadt", ORIGIN.source)


def test_an_organisation_that_has_a_row_of_its_own_is_not_added_twice(database: Path, editing: Editing) -> None:
    owner = body("Diakonie Neustadt", "org-1")
    importing = importing_of(database)
    plan = importing.plan(
        rows(entry(2, place("Stelle", owner=owner), owner), entry(3, replace(owner, id="x"), given={"name", "level"}))
    )
    importing.carry_out(plan)
    assert _opened(editing, "stelle").organization_id == "diakonie-neustadt"
    with pytest.raises(ExpectedError):
        editing.opened("diakonie-neustadt-2")


def test_whoever_changed_a_record_meanwhile_is_not_overwritten(database: Path, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    importing = importing_of(database)
    plan = importing.plan(rows(place("Neu"), entry(3, replace(here, name="Anders"), has_id=True)))
    plan.decide(1, Decision.UPDATE)
    editing.save(here, replace(here, cost="inzwischen"))
    before = dump(database)
    with pytest.raises(ConflictError, match="import the file once more"):
        importing.carry_out(plan)
    assert dump(database) == before


def test_two_rows_that_would_change_one_record_are_refused(database: Path, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    importing = importing_of(database)
    told = [replace(here, id=f"row-{name.lower()}", name=name) for name in ("Eins", "Zwei")]
    plan = importing.plan(rows(*told))
    plan.decide_all(range(2), Decision.UPDATE)
    before = dump(database)
    with pytest.raises(ExpectedError, match="row 3"):
        importing.carry_out(plan)
    assert dump(database) == before


def test_a_row_that_names_what_is_not_there_stops_all_of_it(database: Path) -> None:
    importing, before = importing_of(database), dump(database)
    plan = importing.plan(rows(place("Gut"), place("Schlecht", owner="gibt-es-nicht")))
    with pytest.raises(ExpectedError, match="gibt-es-nicht"):
        importing.carry_out(plan)
    assert dump(database) == before


def test_a_backup_comes_first_and_where_it_fails_nothing_is_changed(database: Path) -> None:
    def refuse() -> None:
        raise ExpectedError("no room")

    before, importing = dump(database), importing_of(database, refuse)
    with pytest.raises(ExpectedError, match="no room"):
        importing.carry_out(importing.plan(rows(place("Neu"))))
    assert dump(database) == before


def test_nothing_to_do_is_no_deed(database: Path, editing: Editing) -> None:
    importing, backups = importing_of(database), Backups()
    plan = importing.plan(rows(entry(2, _opened(editing, "bamf-dortmund"), has_id=True)))
    with pytest.raises(ExpectedError, match="Nothing"):
        importing_of(database, backups).carry_out(plan)
    assert backups.made == 0
    assert editing.undo() is None


def test_whoever_cancels_while_it_is_written_has_what_was_there_before(database: Path) -> None:
    class AtOnce(Progress):
        def tell(self, done: int, total: int) -> None:
            if done > 1_000:
                self.cancel()
            super().tell(done, total)

    before, importing = dump(database), importing_of(database)
    plan = importing.plan(rows(*(place(f"Stelle {at}") for at in range(1_500))))
    with pytest.raises(CancelledError):
        importing.carry_out(plan, AtOnce())
    assert dump(database) == before
    assert _is_sound(database)


def test_a_long_import_is_undone_and_done_again_as_a_whole(database: Path, editing: Editing) -> None:
    before, importing = dump(database), importing_of(database)
    here = _opened(editing, "bamf-dortmund")
    owner = body("Diakonie Neustadt")
    told: list[Entry] = [entry(at, place(f"Stelle {at % 700}", owner=owner), owner) for at in range(2, 1_300)]
    plan = importing.plan(iter([*told, entry(1_300, replace(here, name="Nord"), has_id=True)]))
    plan.decide_all(range(len(plan)), Decision.NEW)
    plan.decide(len(plan) - 1, Decision.UPDATE)
    outcome = importing.carry_out(plan)
    assert outcome.deed is not None
    assert len(outcome.deed.changes) + outcome.deed.further == 1_300
    after, desk = dump(database), editing_of(database, Backups())
    assert _is_sound(database)
    (one, *_) = desk.history("stelle-5")
    assert [change.item.key for change in one.changes] == ["stelle-5"] or len(one.changes) == 1_300
    assert desk.undo() is not None
    assert dump(database) == before
    assert _is_sound(database)
    assert desk.redo() is not None
    assert dump(database) == after
    assert _is_sound(database)


def test_a_long_import_on_which_somebody_has_built_is_not_undone(database: Path, editing: Editing) -> None:
    owner, importing = body("Diakonie Neustadt"), importing_of(database)
    importing.carry_out(importing.plan(iter([entry(at, place(f"S {at}", owner=owner), owner) for at in range(1_100)])))
    with Store(database).writing() as unit:
        unit.records.put([place("Später", owner="diakonie-neustadt", file_id="spaeter")])
    before, desk = dump(database), editing_of(database, Backups())
    with pytest.raises(ExpectedError, match="Später"):
        desk.undo()
    assert dump(database) == before


_TOLD = st.lists(
    st.tuples(
        st.sampled_from(["bamf-dortmund", "bva-bonn", "jmd-zentrale", ""]),
        st.sampled_from(["Alpha", "Beta", "Gamma"]),
        st.sampled_from(["", "0231 9058-0", "02841 4711"]),
        st.sampled_from(list(Decision)),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TOLD)
def test_whatever_is_decided_all_of_it_happens_or_nothing_and_one_undo_takes_it_back(
    filled: Path, tmp_path: Path, told: list[tuple[str, str, str, Decision, bool]]
) -> None:
    database = tmp_path / "wegweiser.sqlite"
    for old in tmp_path.glob("wegweiser.sqlite*"):
        old.unlink()
    database.write_bytes(filled.read_bytes())
    first, importing, editing = dump(database), importing_of(database), editing_of(database, Backups())
    plan = importing.plan(iter(list(_entries(editing, told))))
    _decide(plan, told)
    try:
        outcome = importing.carry_out(plan)
    except ExpectedError:
        assert dump(database) == first
        return
    assert outcome.added + outcome.updated + outcome.left + outcome.unreadable == len(told)
    assert _is_sound(database)
    assert editing_of(database, Backups()).undo() is not None
    assert dump(database) == first
    assert _is_sound(database)


def _entries(editing: Editing, told: list[tuple[str, str, str, Decision, bool]]) -> list[Entry]:
    found = []
    for at, (record_id, name, phone, _, is_good) in enumerate(told, 2):
        owner = "bamf" if is_good else "gibt-es-nicht"
        if record_id:
            found.append(entry(at, replace(_opened(editing, record_id), name=name), has_id=True))
        else:
            found.append(entry(at, place(name, phone=phone, owner=owner, town="Moers"), given=GIVEN))
    return found


def _decide(plan: Plan, told: list[tuple[str, str, str, Decision, bool]]) -> None:
    for at, (_, _, _, decision, _) in enumerate(told):
        plan.decide(at, decision)


def _with_person(at: int, name: str, phone: str) -> list[Entry]:
    owner = body(f"Träger von {name}", f"org-{at}")
    told = place(name, owner=owner, phone=phone, town="Moers", file_id=f"zeile-{at}")
    person = Person(id=f"zeile-{at}-person", name=f"Frau {name}", belongs_to=told.id, provenance=ORIGIN)
    return [entry(at, told, owner), entry(at, person, owner, told, given={"name", "belongs_to"})]


def test_a_person_belongs_to_the_contact_point_of_the_same_row(database: Path, editing: Editing) -> None:
    importing = importing_of(database)
    importing.carry_out(importing.plan(iter(_with_person(2, "Hafenberatung", "02841 4711"))))
    person = editing.opened("frau-hafenberatung")
    assert isinstance(person, Person)
    assert person.belongs_to == "hafenberatung"
    again = importing.plan(iter(_with_person(2, "Hafenberatung", "02841 4711")))
    assert [again.decision(at) for at in (0, 1)] == [Decision.SAME, Decision.SAME]


def test_what_belongs_to_a_row_that_is_left_out_is_left_out_with_it(database: Path, editing: Editing) -> None:
    importing = importing_of(database)
    plan = importing.plan(iter([*_with_person(2, "Hafenberatung", ""), *_with_person(3, "Talberatung", "")]))
    plan.decide(0, Decision.SKIP)
    outcome = importing.carry_out(plan)
    assert (outcome.added, outcome.left) == (2, 2)
    lines = list(outcome)
    assert [line.record_id for line in lines] == [None, None, "talberatung", "frau-talberatung"]
    assert [len(line.notes) for line in lines] == [0, 1, 0, 0]
    assert outcome.beside == 1
    with pytest.raises(ExpectedError):
        editing.opened("traeger-von-hafenberatung")
