"""What would become of the rows of a file: nothing that is here is ever overwritten of its own accord."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.errors import Message
from desktop.domain.importing import Decision, Found
from desktop.domain.incoming import Unreadable
from desktop.domain.phone import Phone
from desktop.domain.progress import CancelledError, Progress
from desktop.services.editing import Editing
from desktop.services.importing.desk import Importing
from tests.support.entries import GIVEN, body, entry, importing_of, place, rows


@pytest.fixture
def importing(database: Path) -> Importing:
    return importing_of(database)


def _opened(editing: Editing, record_id: str) -> Location:
    found = editing.opened(record_id)
    assert isinstance(found, Location)
    return found


def test_what_nobody_has_is_new_and_is_added(importing: Importing) -> None:
    plan = importing.plan(rows(place("Beratung am Hafen", phone="02841 55 66 77", town="Moers")))
    assert plan.found(0) is Found.NEW
    assert plan.decision(0) is Decision.NEW
    assert plan.possible(0) == (Decision.NEW, Decision.SKIP)


@pytest.mark.parametrize("same", ["phone", "email", "name"])
def test_the_same_number_address_or_name_and_town_waits_for_a_decision(
    importing: Importing, editing: Editing, same: str
) -> None:
    here = _opened(editing, "bamf-dortmund")
    told = place("Ganz anders", owner="bva")
    if same == "phone":
        told = replace(told, phones=(Phone(raw=here.phones[0].raw),))
    elif same == "email":
        told = replace(told, emails=here.emails[:1])
    else:
        told = replace(told, name=here.name, addresses=here.addresses)
    plan = importing.plan(rows(told))
    assert plan.found(0) is Found.DOUBTFUL
    assert plan.decision(0) is Decision.OPEN
    assert plan.row(0).target == here.id
    assert plan.changes == 0


def test_a_row_that_says_nothing_else_is_the_same(importing: Importing, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    plan = importing.plan(rows(entry(2, replace(here, id="row-2")), entry(3, here, has_id=True)))
    assert [plan.found(at) for at in (0, 1)] == [Found.SAME, Found.SAME]
    assert [plan.decision(at) for at in (0, 1)] == [Decision.SAME, Decision.SAME]


def test_our_own_id_with_other_details_is_an_update_to_be_decided_unless_it_only_fills_gaps(
    importing: Importing, editing: Editing
) -> None:
    here = _opened(editing, "bamf-dortmund")
    other = replace(here, name="BAMF in Dortmund")
    filled = replace(_opened(editing, "bva-bonn"), cost="kostenfrei")
    plan = importing.plan(rows(entry(2, other, has_id=True), entry(3, filled, has_id=True, given={*GIVEN, "cost"})))
    assert [plan.found(at) for at in (0, 1)] == [Found.CHANGED, Found.CHANGED]
    assert [plan.decision(at) for at in (0, 1)] == [Decision.OPEN, Decision.UPDATE]


def test_a_field_that_the_file_does_not_speak_of_is_no_difference(importing: Importing, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    told = replace(here, summary="Etwas ganz anderes.")
    plan = importing.plan(rows(entry(2, told, has_id=True)))
    assert plan.found(0) is Found.SAME


def test_a_file_that_tells_a_record_twice_asks_about_the_second(importing: Importing) -> None:
    first = place("Beratung am Hafen", phone="02841 55 66 77", town="Moers")
    second = place("Hafenberatung", phone="02841/556677", owner="bva")
    again = replace(first, id="row-again")
    plan = importing.plan(rows(first, second, again))
    assert [plan.found(at) for at in range(3)] == [Found.NEW, Found.DOUBTFUL, Found.DOUBTFUL]
    assert [plan.decision(at) for at in range(3)] == [Decision.NEW, Decision.OPEN, Decision.SAME]
    assert plan.row(1).alike[0].place == 2
    assert Decision.UPDATE not in plan.possible(1)


def test_a_switchboard_that_a_whole_office_shares_is_nothing_to_ask_about(importing: Importing) -> None:
    owner = body("Diakonie Neustadt")
    some = [entry(at, place(f"Stelle {at}", owner=owner, phone="0281 4000-0"), owner) for at in range(2, 6)]
    plan = importing.plan(iter(some))
    assert {plan.found(at) for at in range(4)} == {Found.NEW}
    assert plan.row(1).alike


def test_what_cannot_be_read_says_why_and_where(importing: Importing) -> None:
    bad = Unreadable(7, Message("There is no name in this row."), ";;;")
    wrong = place("Ohne Nummer", phone="12")
    plan = importing.plan(rows(bad, wrong, replace(place("x"), name="")))
    assert [plan.found(at) for at in range(3)] == [Found.UNREADABLE] * 3
    assert plan.row(0).place == 7
    assert plan.row(0).text == ";;;"
    reason = plan.row(1).reason_words
    assert reason is not None
    assert "number" in reason.in_words(str)
    assert plan.possible(0) == (Decision.SKIP,)


def test_an_id_that_stands_twice_or_is_of_another_kind_is_refused(importing: Importing, editing: Editing) -> None:
    here = _opened(editing, "bamf-dortmund")
    other = replace(body("Moers"), id="moers")
    plan = importing.plan(
        rows(entry(2, here, has_id=True), entry(3, here, has_id=True), entry(4, other, has_id=True, given={"name"}))
    )
    assert [plan.found(at) for at in range(3)] == [Found.SAME, Found.UNREADABLE, Found.UNREADABLE]


def test_signs_that_steer_machines_do_not_come_in(importing: Importing) -> None:
    plan = importing.plan(rows(place("Beratung\x00 am\x1b Hafen")))
    record = plan.row(0).record
    assert record is not None
    assert record.name == "Beratung am Hafen"


def test_one_key_decides_all_rows_of_a_kind_that_can_be_so(importing: Importing, editing: Editing) -> None:
    dortmund = _opened(editing, "bamf-dortmund")
    rows_told = [replace(dortmund, id="a", name="Anders"), place("Neu"), replace(dortmund, id="b", name="Noch anders")]
    plan = importing.plan(rows(*rows_told))
    waiting = plan.rows(only_open=True)
    assert list(waiting) == [0, 2]
    assert plan.decide_all(waiting, Decision.SKIP) == 2
    assert not plan.rows(only_open=True)
    assert plan.decide_all(range(3), Decision.UPDATE) == 2
    assert plan.decision(1) is Decision.NEW


def test_whoever_cancels_has_no_plan_and_the_reader_is_not_read_on(importing: Importing) -> None:
    progress, read = Progress(), 0

    def told() -> object:
        nonlocal read
        for read in range(100_000):
            if read == 700:
                progress.cancel()
            yield entry(read, place(f"Stelle {read}"))

    with pytest.raises(CancelledError):
        importing.plan(told(), progress)  # type: ignore[arg-type]
    assert read < 2_000
